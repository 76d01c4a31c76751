// What speaks against a delivery, said while it is typed. The server says it again when it records, and keeps it. Pure.
import type { Day } from '../../../lib/dates';
import type { MonthPerson, Warning } from '../api';
import type { SheetRow } from './sheet';

export type Flag = Warning | 'after_death';

const none: readonly Flag[] = [];

/** Nothing limits the days of the person: of most people nothing does, and thousands of cells ask. */
const free = (person: MonthPerson) => person.death === undefined && person.contract_until === undefined && person.absences.length === 0;

/** Of the day itself, whatever is delivered on it. */
function dayFlags(person: MonthPerson, day: Day): Flag[] {
  const out: Flag[] = [];
  if (person.death !== undefined && day > person.death) out.push('after_death');
  if (person.contract_until !== undefined && day > person.contract_until) out.push('after_contract');
  const absence = person.absences.find((each) => each.from <= day && (each.until === undefined || day <= each.until));
  if (absence) out.push(absence.kind);
  return out;
}

export function outsidePlan(row: SheetRow, day: Day): boolean {
  return row.planned !== undefined && ((row.plannedFrom !== undefined && day < row.plannedFrom) || (row.plannedUntil !== undefined && day > row.plannedUntil));
}

/** `planned`: whether the person has a programme in this month at all. */
export function flagsOf(row: SheetRow, day: Day, total: number, quantity: number, planned: boolean): readonly Flag[] {
  if (quantity === 0 && free(row.person)) return none;
  const out = dayFlags(row.person, day);
  if (quantity > 0 && row.planned !== undefined && total > row.planned) out.push('over_volume');
  if (quantity > 0 && ((planned && row.planned === undefined) || outsidePlan(row, day))) out.push('outside_programme');
  return out;
}

/** Who has a programme in the month. */
export function plannedPersons(rows: readonly SheetRow[]): ReadonlySet<string> {
  return new Set(rows.filter((row) => row.planned !== undefined).map((row) => row.person.id));
}
