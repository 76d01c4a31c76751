import { useQuery } from '@tanstack/preact-query';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { Button } from '../../../ui/Button';
import { Progress } from '../../../ui/Progress';
import { getImportErrors, importErrorsAddress, type Import } from '../api';
import { readCsv } from '../model/csv';

const shownErrors = 100;

export interface ImportResultProps {
  job: Import;
  over: boolean;
  canApply: boolean;
  busy: boolean;
  onApply(): void;
  onCancel(): void;
}

function Errors({ job }: { job: Import }) {
  const file = useQuery({ queryKey: ['import', job.id, 'errors'], queryFn: async () => readCsv(await getImportErrors(job.id)) });
  const [header = [], ...rows] = file.data ?? [];
  const last = header.length - 1;
  return (
    <section class="stack" aria-label={t('ledger.import_errors')}>
      <div class="page-head">
        <h2>{t('ledger.import_errors')}</h2>
        <a class="button" href={importErrorsAddress(job.id)} download="errors.csv">
          {t('ledger.import_download')}
        </a>
      </div>
      <p class="muted">{t('ledger.import_errors_hint')}</p>
      {rows.length > 0 && (
        <div class="import-errors" tabIndex={0} role="region" aria-label={t('ledger.import_table')}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{header[last - 1]}</th>
                <th scope="col">{header[last]}</th>
                {header.slice(0, -2).map((cell) => (
                  <th key={cell} scope="col">{cell}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shownErrors).map((cells) => (
                <tr key={cells[last - 1]}>
                  <th scope="row">{cells[last - 1]}</th>
                  <td class="import-reason">{cells[last]}</td>
                  {cells.slice(0, -2).map((cell, index) => (
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > shownErrors && <p class="muted">{t('ledger.import_errors_more', { count: rows.length - shownErrors })}</p>}
    </section>
  );
}

function headline(job: Import): string {
  if (job.state === 'cancelled') return t('ledger.import_cancelled');
  if (job.state === 'failed') return t('ledger.import_failed');
  return job.mode === 'dry_run' ? t('ledger.import_checked') : t('ledger.import_done');
}

export function ImportResult({ job, over, canApply, busy, onApply, onCancel }: ImportResultProps) {
  if (!over) {
    return (
      <section class="card" aria-label={t('ledger.import_progress')}>
        <Progress
          label={t('ledger.import_lines', { done: formatNumber(job.lines_done), total: formatNumber(job.lines_total) })}
          share={job.lines_total > 0 ? job.lines_done / job.lines_total : null}
        />
        <div class="page-actions">
          <Button onClick={onCancel}>{t('ledger.import_cancel')}</Button>
          {job.mode === 'apply' && <span class="muted import-note">{t('ledger.import_cancel_hint')}</span>}
        </div>
      </section>
    );
  }
  const dry = job.mode === 'dry_run';
  const figures = [
    { key: 'added', label: dry ? t('ledger.import_would_add') : t('ledger.import_added'), value: job.added },
    { key: 'persons', label: dry ? t('ledger.import_would_register') : t('ledger.import_registered'), value: job.persons_added },
    { key: 'repeated', label: t('ledger.import_repeated'), value: job.repeated },
    { key: 'failed', label: t('ledger.import_wrong'), value: job.failed },
  ];
  return (
    <>
      <section class="card" aria-label={headline(job)}>
        <div role="status">
          <h2>{headline(job)}</h2>
        </div>
        <dl class="import-figures">
          {figures.map(({ key, label, value }) => (
            <div key={key} class={key === 'failed' && value > 0 ? 'wrong' : undefined}>
              <dt>{label}</dt>
              <dd>{formatNumber(value)}</dd>
            </div>
          ))}
        </dl>
        {job.state === 'failed' && <p>{t('ledger.import_failed_hint')}</p>}
        {dry && job.state === 'done' && (
          <div class="page-actions">
            {canApply && job.added > 0 && (
              <Button kind="primary" busy={busy} onClick={onApply}>
                {t('ledger.import_apply', { count: job.added })}
              </Button>
            )}
            <span class="muted import-note">{canApply ? t('ledger.import_apply_hint') : t('ledger.import_choose_again')}</span>
          </div>
        )}
        {!dry && <p><a href="/journal">{t('ledger.whole_journal')}</a></p>}
      </section>
      {job.failed > 0 && <Errors job={job} />}
    </>
  );
}
