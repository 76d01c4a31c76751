import { useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { asProblem, type Problem } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { saveText } from '../../../lib/save';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { FileDrop } from '../../../ui/FileDrop';
import { Page } from '../../../ui/Page';
import { Progress } from '../../../ui/Progress';
import { Table } from '../../../ui/Table';
import { importTable } from '../api';
import '../components/Cell.css';
import '../components/Rollout.css';
import type { ImportReport } from '../model/types';

const columns = ['organisation', 'practice', 'order_number', 'order_date', 'order_title', 'deadline', 'wave', 'opened_on', 'opening_order'] as const;

/** Orders and running practices from before: first only checked, then loaded as a whole or not at all. */
export default function ImportPage() {
  const client = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<'check' | 'write' | null>(null);
  const stop = useRef<AbortController | null>(null);
  const file = files[0];

  const run = async (mode: 'check' | 'write') => {
    if (!file || busy) return;
    setBusy(mode);
    setProblem(null);
    stop.current = new AbortController();
    try {
      setReport(await importTable(file, mode, stop.current.signal));
      if (mode === 'write') await client.invalidateQueries({ queryKey: ['rollout'] });
    } catch (error) {
      if (!stop.current.signal.aborted) setProblem(asProblem(error));
    } finally {
      setBusy(null);
    }
  };

  return (
    <Page
      title={t('rollout.import')}
      crumbs={[
        { href: '/rollout', label: t('rollout.title') },
        { href: '/rollout/campaigns', label: t('rollout.campaigns') },
      ]}
      lead={t('rollout.import.lead')}
    >
      <section class="card">
        <ErrorSummary problem={problem} />
        <FileDrop
          name="file"
          label={t('rollout.import.file')}
          hint={t('rollout.import.hint')}
          required
          accept=".csv,text/csv"
          files={files}
          onChange={(next) => {
            setFiles(next);
            setReport(null);
            setProblem(null);
          }}
        />
        <div class="form-actions">
          <Button kind={report ? 'secondary' : 'primary'} busy={busy === 'check'} onClick={() => (file ? void run('check') : document.getElementById('field-file-input')?.click())}>
            {t('rollout.import.check')}
          </Button>
          {report && !report.written && report.errors.length === 0 && (
            <Button kind="primary" busy={busy === 'write'} onClick={() => void run('write')}>
              {t('rollout.import.write')}
            </Button>
          )}
          {busy && (
            <Button kind="quiet" onClick={() => stop.current?.abort()}>
              {t('rollout.cancel')}
            </Button>
          )}
        </div>
        {busy && <Progress label={t(`rollout.import.${busy}_now`)} share={null} />}
        {report && <Report report={report} />}
      </section>
      <details class="card import-columns">
        <summary>{t('rollout.import.columns')}</summary>
        <dl>
          {columns.map((column) => (
            <div key={column}>
              <dt>{t(`rollout.import.column.${column}`)}</dt>
              <dd>{t(`rollout.import.about.${column}`)}</dd>
            </div>
          ))}
        </dl>
        <p>
          <Button onClick={() => saveText('rollout.csv', `\ufeff${columns.map((column) => t(`rollout.import.column.${column}`)).join(';')}\r\n`)}>
            {t('rollout.import.template')}
          </Button>
        </p>
      </details>
    </Page>
  );
}

function Report({ report }: { report: ImportReport }) {
  const bad = report.errors.length > 0;
  const sums = { rows: report.rows, campaigns: report.campaigns, assignments: report.assignments, openings: report.openings };
  return (
    <div class="stack" role="status">
      <p class={`notice ${bad ? 'bad' : ''}`}>
        {report.written ? t('rollout.import.written', sums) : bad ? t('rollout.import.bad', { rows: report.rows, count: report.errors.length }) : t('rollout.import.good', sums)}
        {report.written && (
          <>
            {' '}
            <a href="/rollout">{t('rollout.import.to_matrix')}</a>
          </>
        )}
      </p>
      {bad && (
        <>
          <Table
            caption={t('rollout.import.errors')}
            columns={[
              { key: 'line', title: t('rollout.import.line'), weight: 'main', cell: (each) => t('rollout.import.line_number', { line: each.line }) },
              { key: 'column', title: t('rollout.import.column'), cell: (each) => each.column || '—' },
              { key: 'text', title: t('rollout.import.error'), cell: (each) => each.text || each.code },
            ]}
            rows={report.errors.slice(0, 100)}
            rowKey={(each) => `${each.line}-${each.column}-${each.code}`}
            empty={null}
          />
          <p>
            <Button onClick={() => saveText('rollout-errors.csv', report.marked_rows)}>{t('rollout.import.save_errors')}</Button>
          </p>
        </>
      )}
    </div>
  );
}
