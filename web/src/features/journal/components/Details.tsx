import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { flagsOf, plannedPersons } from '../model/plan';
import { totalOf, writeQuantity } from '../model/sheet';
import { flagWords } from './GridRow';
import type { MonthDesk } from './use_month';

/** The active cell in words: whose, what, and what speaks against it. */
export function Details({ desk }: { desk: MonthDesk }) {
  const { sheet, edits, faults, selection: { active } } = desk;
  const row = sheet.rows[active.row];
  const day = sheet.days[active.column];
  if (!row || day === undefined) return null;
  const own = edits.get(row.key);
  const quantity = own?.get(day)?.quantity ?? row.saved[active.column] ?? 0;
  const total = totalOf(row, own, sheet.days);
  const flags = flagsOf(row, day, total, quantity, plannedPersons(sheet.rows.filter((each) => each.person.id === row.person.id)).has(row.person.id));
  const wrong = faults.get(row.key)?.get(day);
  return (
    <div class="sheet-details">
      <strong>{row.person.name}</strong>
      <span>{row.title}</span>
      <span>{formatDay(day)}: {writeQuantity(quantity) || t('journal.nothing')}</span>
      <span>{row.planned === undefined ? t('journal.month_total', { total: writeQuantity(total) || '0' }) : t('journal.month_of_plan', { total: writeQuantity(total) || '0', planned: writeQuantity(row.planned) })}</span>
      {flags.length > 0 && <span class="warned">{flagWords(flags)}</span>}
      {wrong && <span class="wrong">{wrong}</span>}
    </div>
  );
}
