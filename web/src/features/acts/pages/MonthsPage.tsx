import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { delivers, ownOrganisations, useOrganisations } from '../../../lib/directory';
import { formatDay, formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { getMonths, type Month } from '../api';
import { money } from '../model/words';

const tones = { closed: 'good', open: 'warning', running: 'info' } as const;

/** Months of a centre: which are closed, and what they reported. */
export default function MonthsPage() {
  const organisations = useOrganisations();
  const all = organisations.data ?? [];
  const own = can('acts.see') ? ownOrganisations(all) : all.filter(delivers);
  const [chosen, setChosen] = useState('');
  const organisation = chosen || (own[0]?.id ?? '');
  const months = useQuery({ queryKey: ['acts', 'months', organisation], queryFn: () => getMonths(organisation), enabled: organisation !== '' });
  const title = (row: Month) => {
    const words = formatMonthLong(row.month);
    if (!can('acts.see')) return words;
    return <a href={row.closing ? `/acts/months/${row.closing}` : `/acts/preview/${organisation}/${row.month}`}>{words}</a>;
  };
  const columns: Column<Month>[] = [
    { key: 'month', title: t('acts.month_column'), weight: 'main', cell: title },
    { key: 'state', title: t('acts.state'), cell: (row) => <Tag tone={tones[row.state]}>{t(`acts.state.${row.state}`)}</Tag> },
    { key: 'people', title: t('acts.acts'), align: 'end', cell: (row) => (row.totals ? formatNumber(row.totals.people) : '—') },
    { key: 'sum', title: t('acts.sum'), align: 'end', cell: (row) => (row.totals ? money(row.totals.sum_kopecks) : '—') },
    { key: 'payable', title: t('acts.payable'), align: 'end', cell: (row) => (row.totals ? money(row.totals.payable_kopecks) : '—') },
    { key: 'corrections', title: t('acts.corrections'), align: 'end', weight: 'minor', cell: (row) => (row.closing ? formatNumber(row.corrections) : '—') },
    { key: 'closed', title: t('acts.closed'), weight: 'minor', cell: (row) => (row.closed_on ? [formatDay(row.closed_on), row.closed_by].filter(Boolean).join(', ') : '—') },
  ];
  return (
    <Page title={t('acts.title')} lead={t('acts.lead')} crumbs={can('people.see') ? [{ href: '/recipients', label: t('acts.recipients') }] : []}>
      <div class="stack">
        {own.length > 1 && <Select name="organisation" label={t('acts.centre')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />}
        <Table caption={t('acts.title')} rows={months.data ?? null} rowKey={(row) => row.month} columns={columns} problem={months.error ? asProblem(months.error) : null} onRetry={() => void months.refetch()}
          empty={<EmptyState title={t('acts.no_months')} />} />
      </div>
    </Page>
  );
}
