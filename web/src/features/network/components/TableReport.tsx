import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { saveText } from '../../../lib/save';
import { Button } from '../../../ui/Button';
import { Table } from '../../../ui/Table';
import type { ImportReport, TableName } from '../api';
import { Figures } from './UploadForm';

const shown = 100;

export interface TableReportProps {
  table: TableName;
  report: ImportReport;
  busy: boolean;
  checked: boolean;
  onWrite(): void;
}

export function TableReport({ table, report, busy, checked, onWrite }: TableReportProps) {
  const toWrite = report.added + report.changed;
  const figures = [
    { label: t(checked ? 'network.import.would_add' : 'network.import.added'), value: formatNumber(report.added) },
    { label: t(checked ? 'network.import.would_change' : 'network.import.changed'), value: formatNumber(report.changed) },
    { label: t('network.import.unchanged'), value: formatNumber(report.unchanged) },
    { label: t('network.import.wrong'), value: formatNumber(report.wrong), wrong: report.wrong > 0 },
  ];
  return (
    <>
      <section class="card" aria-labelledby="import-result">
        <div role="status">
          <h2 id="import-result">{t(report.left > 0 ? 'network.import.stopped' : checked ? 'network.import.checked' : 'network.import.done')}</h2>
        </div>
        <Figures figures={figures} />
        {report.left > 0 && <p>{t(checked ? 'network.import.left_unchecked' : 'network.import.left', { count: report.left })}</p>}
        {checked && (
          <div class="page-actions">
            {toWrite > 0 && <Button kind="primary" busy={busy} onClick={onWrite}>{t('network.import.write', { count: toWrite })}</Button>}
            <span class="muted beside">{t(toWrite > 0 ? 'network.import.write_hint' : 'network.import.nothing')}</span>
          </div>
        )}
      </section>
      {report.wrong > 0 && <Errors table={table} report={report} />}
      {report.changes.length > 0 && <Changes report={report} checked={checked} />}
    </>
  );
}

function Errors({ table, report }: { table: TableName; report: ImportReport }) {
  return (
    <section class="stack" aria-labelledby="import-errors">
      <div class="page-head">
        <h2 id="import-errors">{t('network.import.errors')}</h2>
        <Button onClick={() => saveText(`${table}-errors.csv`, report.wrong_rows)}>{t('network.import.save_errors')}</Button>
      </div>
      <p class="muted">{t('network.import.errors_hint')}</p>
      <Table
        caption={t('network.import.errors')}
        columns={[
          { key: 'line', title: t('network.import.line'), weight: 'main', cell: (each) => t('network.import.line_number', { line: each.line }) },
          { key: 'column', title: t('network.import.column'), cell: (each) => each.column || t('network.import.whole_row') },
          { key: 'text', title: t('network.import.reason'), cell: (each) => each.text },
        ]}
        rows={report.errors.slice(0, shown)}
        rowKey={(each) => `${each.line}-${each.column}-${each.text}`}
        empty={null}
      />
      {report.errors.length > shown && <p class="muted">{t('network.import.more', { count: report.errors.length - shown })}</p>}
    </section>
  );
}

function Changes({ report, checked }: { report: ImportReport; checked: boolean }) {
  const value = (text: string) => text || t('network.import.nothing_there');
  return (
    <section class="stack" aria-labelledby="import-changes">
      <h2 id="import-changes">{t(checked ? 'network.import.changes' : 'network.import.changes_done')}</h2>
      <Table
        caption={t('network.import.changes')}
        columns={[
          { key: 'title', title: t('network.import.record'), weight: 'main', cell: (each) => each.title },
          {
            key: 'fields', title: t('network.import.differs'),
            cell: (each) => (
              <ul class="changes">
                {each.fields.map((field) => (
                  <li key={field.column}>
                    {field.column}: <del>{value(field.before)}</del> → <ins>{value(field.after)}</ins>
                  </li>
                ))}
              </ul>
            ),
          },
          { key: 'line', title: t('network.import.line'), align: 'end', weight: 'minor', cell: (each) => each.line },
        ]}
        rows={report.changes.slice(0, shown)}
        rowKey={(each) => String(each.line)}
        empty={null}
      />
      {report.changes.length > shown && <p class="muted">{t('network.import.more', { count: report.changes.length - shown })}</p>}
    </section>
  );
}
