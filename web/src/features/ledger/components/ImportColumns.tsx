import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';

const columns = [
  'service', 'performed_on', 'minutes', 'channel', 'snils', 'iin', 'family_name', 'given_name', 'patronymic', 'birth', 'sex', 'district', 'phone', 'address',
  'external_id', 'organisation', 'performer', 'worker', 'quantity', 'request_on', 'practice', 'unnamed_count',
] as const;
const needed: readonly string[] = ['service', 'performed_on', 'minutes', 'channel'];

function saveTemplate(): void {
  const file = new Blob([`\ufeff${columns.map((each) => t(`ledger.column.${each}`)).join(';')}\r\n`], { type: 'text/csv' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'facts.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** What the table may hold: shown until a file has been chosen. */
export function ImportColumns() {
  return (
    <section class="stack" aria-label={t('ledger.columns')}>
      <div class="page-head">
        <h2>{t('ledger.columns')}</h2>
        <Button onClick={saveTemplate}>{t('ledger.template')}</Button>
      </div>
      <dl class="card facts-list">
        {columns.map((each) => (
          <div key={each} class="import-column">
            <dt>
              {t(`ledger.column.${each}`)} {needed.includes(each) && <strong>{t('ledger.column_needed')}</strong>}
            </dt>
            <dd>{t(`ledger.column_hint.${each}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
