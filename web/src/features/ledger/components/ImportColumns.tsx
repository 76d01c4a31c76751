import { today } from '../../../lib/dates';
import { titleOf, useServices, type Service } from '../../../lib/directory';
import { t, textOfCode } from '../../../lib/messages';
import { Button } from '../../../ui/Button';

const columns = [
  'service', 'performed_on', 'minutes', 'channel', 'snils', 'iin', 'family_name', 'given_name', 'patronymic', 'birth', 'sex', 'district', 'phone', 'address',
  'external_id', 'organisation', 'performer', 'worker', 'quantity', 'request_on', 'practice', 'unnamed_count',
] as const;
const needed: readonly string[] = ['service', 'performed_on', 'minutes', 'channel'];

function cell(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

function servicesTable(services: readonly Service[]): string[] {
  const day = today();
  const head = [t('ledger.service_code'), t('ledger.service'), t('ledger.service_unit'), t('ledger.service_norm')];
  const rows = services
    .filter((each) => each.valid_from <= day && (!each.valid_to || day <= each.valid_to))
    .map((each) => [each.code, titleOf(each.titles), textOfCode(`ledger.unit.${each.unit}`, each.unit), String(each.norm_minutes ?? '')]);
  return [head, ...rows].map((row) => row.map(cell).join(';'));
}

function save(name: string, lines: readonly string[]): void {
  const file = new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/csv' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** What the table may hold: shown until a file has been chosen. */
export function ImportColumns() {
  const services = useServices();
  return (
    <section class="stack" aria-label={t('ledger.columns')}>
      <div class="page-head">
        <h2>{t('ledger.columns')}</h2>
        <div class="page-actions">
          {services.data && <Button onClick={() => save('services.csv', servicesTable(services.data ?? []))}>{t('ledger.services_file')}</Button>}
          <Button onClick={() => save('facts.csv', [columns.map((each) => t(`ledger.column.${each}`)).join(';')])}>{t('ledger.template')}</Button>
        </div>
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
