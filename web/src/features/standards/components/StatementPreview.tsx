import { keepPreviousData, useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem, newKey, post, problemText, type Schemas } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { formatNumber, formatPercent } from '../../../lib/numbers';
import { useSettled } from '../../../lib/settled';
import type { Statement } from '../../../lib/statement';
import { Button } from '../../../ui/Button';
import { Waiting } from '../../../ui/Progress';

const shown = 5;

/** The requirement on the centres' own facts: what a threshold would mean before it is law. */
export function StatementPreview({ of, statement }: { of: { practice: string } | { service: string }; statement: Statement }) {
  const [open, setOpen] = useState(false);
  const asked = useSettled(JSON.stringify(statement), 600);
  const query = useQuery({
    queryKey: ['verdicts', 'preview', of, asked],
    queryFn: ({ signal }) => post('/verdicts/preview', { body: { ...of, statement: JSON.parse(asked) as Statement }, key: newKey(), signal }),
    enabled: open,
    retry: false,
    placeholderData: keepPreviousData,
  });
  if (!open) return <Button kind="quiet" onClick={() => setOpen(true)}>{t('standards.preview')}</Button>;
  const problem = query.error ? asProblem(query.error) : null;
  return (
    <div class="standard-preview" aria-live="polite">
      {problem ? <p>{problem.status === 422 ? t('standards.preview_unfinished') : problemText(problem)}</p> : query.data ? <Outcome preview={query.data} /> : <Waiting waiting />}
    </div>
  );
}

function Outcome({ preview }: { preview: Schemas['VerdictPreview'] }) {
  const below = preview.centres.filter(({ verdict }) => verdict.outcome === 'failed');
  return (
    <>
      <p><strong>{t('standards.preview_sum', { met: preview.met, failed: preview.failed, none: preview.no_data })}</strong></p>
      {below.length > 0 && (
        <ul>
          {below.slice(0, shown).map(({ organisation, verdict }) => (
            <li key={organisation.id}>
              {organisation.title}
              {verdict.numerator != null && verdict.denominator ? `: ${t('standards.preview_share', { numerator: formatNumber(verdict.numerator), denominator: formatNumber(verdict.denominator), share: formatPercent(verdict.numerator / verdict.denominator) })}` : ''}
            </li>
          ))}
          {below.length > shown && <li>{t('standards.preview_more', { count: below.length - shown })}</li>}
        </ul>
      )}
    </>
  );
}
