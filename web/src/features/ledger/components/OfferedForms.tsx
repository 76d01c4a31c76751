import { useQuery } from '@tanstack/preact-query';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { getOfferedForms } from '../api';
import type { Saved } from './use_entry';

/** What the service that was just recorded leaves to fill in: the start, the end, or this one time. */
export function OfferedForms({ saved, onClose }: { saved: Saved; onClose(): void }) {
  const offered = useQuery({ queryKey: ['forms', saved.person, 'offered', saved.fact], queryFn: () => getOfferedForms(saved.person, saved.fact) });
  const missing = (offered.data?.items ?? []).flatMap((form) => form.missing.map((moment) => ({ form, moment })));
  if (missing.length === 0) return null;
  return (
    <section class="card" aria-label={t('ledger.forms')}>
      <h2>{saved.name ? t('ledger.forms_for', { name: saved.name }) : t('ledger.forms')}</h2>
      <ul class="entry-forms">
        {missing.map(({ form, moment }) => (
          <li key={`${form.form} ${moment}`}>
            <a href={`/recipients/${saved.person}/forms/new?version=${form.version}&form=${form.form}&moment=${moment}&fact=${saved.fact}`}>{titleOf(form.titles)}</a>{' '}
            <span class="muted">{t(`ledger.form_moment.${moment}`)}</span>
          </li>
        ))}
      </ul>
      <div class="page-actions">
        <Button kind="quiet" onClick={onClose}>{t('ledger.forms_later')}</Button>
      </div>
    </section>
  );
}
