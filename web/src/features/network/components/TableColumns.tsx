import { t } from '../../../lib/messages';
import { saveText } from '../../../lib/save';
import { Button } from '../../../ui/Button';
import type { ImportTable } from '../api';

// Quoted as the server reads it; the byte order mark tells a spreadsheet that the file is UTF-8.
const record = (cells: readonly string[]) => `${cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(';')}\r\n`;

export function templateOf(table: ImportTable): string {
  return `\ufeff${record(table.columns.map((column) => column.title))}${record(table.columns.map((column) => column.example))}`;
}

/** What the table may hold, and a file to begin with. */
export function TableColumns({ table }: { table: ImportTable }) {
  return (
    <section class="stack" aria-labelledby="import-columns">
      <div class="page-head">
        <h2 id="import-columns">{t('network.import.columns')}</h2>
        <Button onClick={() => saveText(`${table.name}.csv`, templateOf(table))}>{t('network.import.template')}</Button>
      </div>
      <p class="muted">{t('network.import.columns_hint')}</p>
      <dl class="card facts-list">
        {table.columns.map((column) => (
          <div key={column.name} class="column">
            <dt>
              {column.title} {column.need !== 'free' && <strong>{t(`network.import.need.${column.need}`)}</strong>}
            </dt>
            <dd>{column.about}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
