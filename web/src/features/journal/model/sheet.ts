// The month as rows of days. Pure.
import { addDays, type Day } from '../../../lib/dates';
import type { Channel, Month, MonthPerson } from '../api';

export interface SheetRow {
  /** Of person and service: changes find their row by it, whatever else stands in the month. */
  key: string;
  person: MonthPerson;
  service: string;
  title: string;
  /** The name stands in the first row of a person. */
  leads: boolean;
  /** Hundredths of a unit that the ledger has, by place of the day. */
  saved: Int32Array;
  channel: Channel;
  /** Of one unit; 0: nobody knows. */
  minutes: number;
  practice: string | undefined;
  planned: number | undefined;
  plannedFrom: Day | undefined;
  plannedUntil: Day | undefined;
}

export interface Sheet {
  organisation: string;
  days: readonly Day[];
  today: Day;
  rows: readonly SheetRow[];
}

/** A cell that is to hold another quantity than the ledger has. What is needed to send it stands beside, names do not. */
export interface Edit {
  person: string;
  service: string;
  day: Day;
  quantity: number;
  before: number;
  channel: Channel;
  minutes: number;
  practice?: string | undefined;
  worker?: string | undefined;
  /** Its writer has said that it is true: it goes as soon as there is a network. The others wait for the button. */
  ready?: boolean | undefined;
}

/** By row, then by day. */
export type Edits = ReadonlyMap<string, ReadonlyMap<Day, Edit>>;
export const noEdits: Edits = new Map();

export const keyOf = (person: string, service: string) => `${person} ${service}`;

function daysBetween(first: Day, last: Day): Day[] {
  const out: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) out.push(day);
  return out;
}

export function sheetOf(month: Month, titleOfService: (id: string) => string): Sheet {
  const days = daysBetween(month.first, month.last);
  let last = -1;
  const rows = month.rows.map((row): SheetRow => {
    const person = month.people[row.person]!;
    const service = month.services[row.service]!;
    const saved = new Int32Array(days.length);
    row.days.forEach((day, at) => (saved[day - 1] = row.quantities[at] ?? 0));
    const leads = row.person !== last;
    last = row.person;
    return {
      key: keyOf(person.id, service), person, service, title: titleOfService(service), leads, saved, channel: row.channel, minutes: row.minutes,
      practice: row.practice, planned: row.planned, plannedFrom: row.planned_from, plannedUntil: row.planned_until,
    };
  });
  return { organisation: month.organisation, days, today: month.today, rows };
}

/** The place of the last row that fits; -1: none does. */
function lastOf(rows: readonly SheetRow[], fits: (row: SheetRow) => boolean): number {
  let at = rows.length - 1;
  while (at >= 0 && !fits(rows[at]!)) at -= 1;
  return at;
}

/** A row that nobody delivered or planned yet, behind those of its person or where the name belongs. */
export function withRow(sheet: Sheet, row: SheetRow): Sheet {
  if (sheet.rows.some((each) => each.key === row.key)) return sheet;
  const own = lastOf(sheet.rows, (each) => each.person.id === row.person.id);
  const after = own >= 0 ? own : lastOf(sheet.rows, (each) => each.person.name.localeCompare(row.person.name, 'ru') <= 0);
  const rows = [...sheet.rows];
  rows.splice(after + 1, 0, { ...row, leads: own < 0, person: own >= 0 ? sheet.rows[own]!.person : row.person });
  return { ...sheet, rows };
}

export function editAt(edits: Edits, row: SheetRow, day: Day): Edit | undefined {
  return edits.get(row.key)?.get(day);
}

export function valueAt(sheet: Sheet, edits: Edits, row: number, column: number): number {
  const at = sheet.rows[row];
  const day = sheet.days[column];
  if (!at || day === undefined) return 0;
  return editAt(edits, at, day)?.quantity ?? at.saved[column] ?? 0;
}

/** What the row comes to in the month, with what is not saved yet. */
export function totalOf(row: SheetRow, edits: ReadonlyMap<Day, Edit> | undefined, days: readonly Day[]): number {
  let total = row.saved.reduce((sum, each) => sum + each, 0);
  for (const [day, edit] of edits ?? []) {
    const column = days.indexOf(day);
    if (column >= 0) total += edit.quantity - (row.saved[column] ?? 0);
  }
  return total;
}

/** The cells are the ledger's now: those that it took hold what was sent. */
export function withSaved(sheet: Sheet, taken: readonly Edit[]): Sheet {
  const byRow = new Map<string, Edit[]>();
  for (const each of taken) byRow.set(keyOf(each.person, each.service), [...(byRow.get(keyOf(each.person, each.service)) ?? []), each]);
  const rows = sheet.rows.map((row) => {
    const own = byRow.get(row.key);
    if (!own) return row;
    const saved = row.saved.slice();
    for (const { day, quantity } of own) {
      const column = sheet.days.indexOf(day);
      if (column >= 0) saved[column] = quantity;
    }
    return { ...row, saved };
  });
  return { ...sheet, rows };
}

/** "1,5" in hundredths of a unit; nothing for what is no quantity. Empty is none. */
export function readQuantity(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return 0;
  if (!/^\d{0,4}(\.\d{0,2})?$/.test(typed) || typed === '.') return null;
  const value = Math.round(Number(typed) * 100);
  return value <= 100_000 ? value : null;
}

export function writeQuantity(quantity: number): string {
  return quantity === 0 ? '' : String(quantity / 100).replace('.', ',');
}
