// What the keys of a spreadsheet do to the month. Pure: a sheet and its changes go in, changes come out.
import type { Day } from '../../../lib/dates';
import { editAt, readQuantity, valueAt, writeQuantity, type Edit, type Edits, type Sheet, type SheetRow } from './sheet';

export interface Place {
  row: number;
  column: number;
}

/** From the cell where the selection began to the active one. */
export interface Selection {
  anchor: Place;
  active: Place;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function rangeOf({ anchor, active }: Selection): Range {
  return {
    top: Math.min(anchor.row, active.row), bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column), right: Math.max(anchor.column, active.column),
  };
}

export const at = (place: Place): Selection => ({ anchor: place, active: place });

/** Where a move ends; with `extend` the selection stays where it began. */
export function moved(sheet: Sheet, selection: Selection, to: Place, extend = false): Selection {
  const active = {
    row: Math.min(Math.max(to.row, 0), Math.max(sheet.rows.length - 1, 0)),
    column: Math.min(Math.max(to.column, 0), sheet.days.length - 1),
  };
  return { anchor: extend ? selection.anchor : active, active };
}

/** One cell of a step: what it held, and what it holds then. */
export interface Change extends Place {
  from: number;
  to: number;
}

/** A step of the writer. Rows move when others come, so that a step says row and day by their names. */
export interface Step {
  cells: readonly { key: string; day: Day; from: number; to: number }[];
}

export interface Edited {
  edits: Edits;
  step: Step;
  /** Cells that cannot be changed: days that have not come, or after a death. */
  skipped: number;
}

/** Nothing was delivered on a day that has not come, nor to somebody who had died. */
export function closed(sheet: Sheet, row: SheetRow, day: Day): boolean {
  return day > sheet.today || (row.person.death !== undefined && day > row.person.death);
}

function put(edits: Map<string, ReadonlyMap<Day, Edit>>, sheet: Sheet, row: SheetRow, column: number, quantity: number, worker: string | undefined): void {
  const day = sheet.days[column]!;
  const own = new Map(edits.get(row.key));
  const before = row.saved[column] ?? 0;
  if (quantity === before) own.delete(day);
  else {
    own.set(day, {
      person: row.person.id, service: row.service, day, quantity, before, channel: row.channel, minutes: row.minutes, practice: row.practice,
      worker: own.get(day)?.worker ?? worker,
    });
  }
  if (own.size === 0) edits.delete(row.key);
  else edits.set(row.key, own);
}

/** The cells hold these quantities. */
export function edited(sheet: Sheet, edits: Edits, wanted: readonly (Place & { quantity: number })[], worker?: string): Edited {
  const next = new Map(edits);
  const cells: { key: string; day: Day; from: number; to: number }[] = [];
  let skipped = 0;
  for (const { row, column, quantity } of wanted) {
    const line = sheet.rows[row];
    const day = sheet.days[column];
    if (!line || day === undefined) continue;
    const from = valueAt(sheet, edits, row, column);
    if (from === quantity) continue;
    if (closed(sheet, line, day)) {
      skipped += 1;
      continue;
    }
    put(next, sheet, line, column, quantity, worker);
    cells.push({ key: line.key, day, from, to: quantity });
  }
  return { edits: next, step: { cells }, skipped };
}

function each(range: Range, quantity: (place: Place) => number | null): (Place & { quantity: number })[] {
  const out: (Place & { quantity: number })[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const value = quantity({ row, column });
      if (value !== null) out.push({ row, column, quantity: value });
    }
  }
  return out;
}

export const everywhere = (range: Range, quantity: number) => each(range, () => quantity);

/** The first column of the selection in all columns to its right. A single cell takes what stands to its left. */
export function filledRight(sheet: Sheet, edits: Edits, range: Range) {
  const from = range.left === range.right ? range.left - 1 : range.left;
  return from < 0 ? [] : each(range, ({ row, column }) => (column === from ? null : valueAt(sheet, edits, row, from)));
}

export function filledDown(sheet: Sheet, edits: Edits, range: Range) {
  const from = range.top === range.bottom ? range.top - 1 : range.top;
  return from < 0 ? [] : each(range, ({ row, column }) => (row === from ? null : valueAt(sheet, edits, from, column)));
}

/** From Monday, 0 to 6. */
export function weekdayOf(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The columns of the week of a column within the month. */
export function weekOf(sheet: Sheet, column: number): { first: number; last: number } {
  const monday = column - weekdayOf(sheet.days[column]!);
  return { first: Math.max(monday, 0), last: Math.min(monday + 6, sheet.days.length - 1) };
}

/** The week of the active cell on the next one, for the selected rows: an empty day empties the same day of the next week. */
export function repeatedWeek(sheet: Sheet, edits: Edits, selection: Selection) {
  const { top, bottom } = rangeOf(selection);
  const { first, last } = weekOf(sheet, selection.active.column);
  const next = { top, bottom, left: first + 7, right: Math.min(last + 7, sheet.days.length - 1) };
  // A day of the first week that lies before the month says nothing of the next week's day.
  return next.left > next.right ? [] : each(next, ({ row, column }) => valueAt(sheet, edits, row, column - 7));
}

/** As spreadsheets take it: rows by lines, columns by tabs. */
export function copied(sheet: Sheet, edits: Edits, range: Range): string {
  const lines: string[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells: string[] = [];
    for (let column = range.left; column <= range.right; column += 1) cells.push(writeQuantity(valueAt(sheet, edits, row, column)));
    lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}

/** What was copied, from the upper left cell on; one value fills the selection. What is no quantity is told apart. */
export function pasted(sheet: Sheet, range: Range, text: string): { wanted: (Place & { quantity: number })[]; unread: number } {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t'));
  const single = lines.length === 1 && lines[0]!.length === 1 ? readQuantity(lines[0]![0]!) : null;
  if (single !== null) return { wanted: everywhere(range, single), unread: 0 };
  const wanted: (Place & { quantity: number })[] = [];
  let unread = 0;
  lines.forEach((cells, down) => cells.forEach((cell, across) => {
    const place = { row: range.top + down, column: range.left + across };
    if (place.row >= sheet.rows.length || place.column >= sheet.days.length) return;
    const quantity = readQuantity(cell);
    if (quantity === null) unread += 1;
    else wanted.push({ ...place, quantity });
  }));
  return { wanted, unread };
}

/** The cells of a step as they were before it (or after it), in the rows of today. What was saved meanwhile changes anew. */
export function unstepped(sheet: Sheet, step: Step, way: 'from' | 'to') {
  const rows = new Map(sheet.rows.map((row, place) => [row.key, place]));
  return step.cells.flatMap((cell) => {
    const row = rows.get(cell.key);
    const column = sheet.days.indexOf(cell.day);
    return row === undefined || column < 0 ? [] : [{ row, column, quantity: cell[way] }];
  });
}

/** Changes that the ledger does not have yet. One that it has is none: its answer was lost on the way. */
export function stillChanged(sheet: Sheet, kept: readonly Edit[]): Edits {
  const rows = new Map(sheet.rows.map((row) => [row.key, row]));
  const out = new Map<string, Map<Day, Edit>>();
  for (const edit of kept) {
    const key = `${edit.person} ${edit.service}`;
    const row = rows.get(key);
    const column = sheet.days.indexOf(edit.day);
    if (row && column >= 0 && (row.saved[column] ?? 0) === edit.quantity) continue;
    const own = out.get(key) ?? new Map<Day, Edit>();
    own.set(edit.day, row && column >= 0 ? { ...edit, before: row.saved[column] ?? 0 } : edit);
    out.set(key, own);
  }
  return out;
}

export function listOf(edits: Edits): Edit[] {
  return [...edits.values()].flatMap((own) => [...own.values()]);
}

export function hasEdit(edits: Edits, row: SheetRow, day: Day): boolean {
  return editAt(edits, row, day) !== undefined;
}
