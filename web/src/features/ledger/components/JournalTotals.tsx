import { useQuery } from '@tanstack/preact-query';
import { t } from '../../../lib/messages';
import { getTotals } from '../api';
import { askOf, type Filters } from '../model/filters';

/** Of the whole selection, not of the rows that are shown; the list does not wait for it. */
export function JournalTotals({ filters }: { filters: Filters }) {
  const totals = useQuery({ queryKey: ['facts', 'totals', filters], queryFn: () => getTotals(askOf(filters)) });
  if (!totals.data) return null;
  const { unnamed, ...sums } = totals.data;
  return (
    <p class="journal-totals" role="status">
      <strong>{t('ledger.totals', sums)}</strong>
      {unnamed > 0 && t('ledger.totals_unnamed', { count: unnamed })}
      {(filters.person || filters.mine) && <span class="muted"> {t('ledger.totals_hint')}</span>}
    </p>
  );
}
