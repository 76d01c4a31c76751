// What a cell of the rollout matrix says. Nothing here is computed from facts: the server does that.
import type { Day } from '../../../lib/dates';
import { formatDayLong, formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';

export const colours = [
  'none', 'stopped', 'lapsed', 'reached', 'overdue', 'forecast_late', 'before_preparing', 'after_preparing',
] as const;
export type Colour = (typeof colours)[number];

export type Stage =
  | 'assigned' | 'chosen' | 'preparing' | 'ready' | 'started' | 'delivering' | 'sustained' | 'lapsed' | 'stopped';

export interface MatrixCell {
  colour: Colour;
  stage: Stage | null;
  since: Day | null;
  deadline: Day | null;
  forecast: Day | null;
  /** How late the target was reached; null where it was in time or is not reached. */
  days_late: number | null;
  /** Open plausibility questions. */
  flags: number;
}

export interface MatrixHead {
  id: string;
  title: string;
}

export interface MatrixData {
  centres: readonly MatrixHead[];
  practices: readonly MatrixHead[];
  /** cells[centre][practice]; null where the practice was not assigned to the centre. */
  cells: readonly (readonly (MatrixCell | null)[])[];
}

export interface Totals {
  assigned: number;
  reached: number;
  trouble: number;
}

export const troubles: readonly Colour[] = ['overdue', 'lapsed', 'forecast_late'];

export function totalsOf(cells: readonly (MatrixCell | null)[]): Totals {
  const present = cells.filter((cell): cell is MatrixCell => cell !== null && cell.colour !== 'none' && cell.colour !== 'stopped');
  return {
    assigned: present.length,
    reached: present.filter((cell) => cell.colour === 'reached').length,
    trouble: present.filter((cell) => cell.colour === 'overdue' || cell.colour === 'lapsed').length,
  };
}

export function columnOf(data: MatrixData, practice: number): (MatrixCell | null)[] {
  return data.cells.map((row) => row[practice] ?? null);
}

/** A cell in words, for those who do not see its colour and sign. */
export function cellWords(cell: MatrixCell | null): string {
  if (!cell) return t('rollout.cell.unassigned');
  const words = [t(`rollout.colour.${cell.colour}`)];
  if (cell.days_late) words.push(t('rollout.cell.days_late', { days: cell.days_late }));
  if (cell.deadline) words.push(t('rollout.cell.deadline', { month: formatMonthLong(cell.deadline) }));
  if (cell.stage) words.push(t('rollout.cell.stage', { stage: t(`rollout.stage.${cell.stage}`) }));
  if (cell.forecast && cell.colour !== 'reached') words.push(t('rollout.cell.forecast', { day: formatDayLong(cell.forecast) }));
  if (cell.flags) words.push(t('rollout.cell.flags', { count: cell.flags }));
  return words.join(', ');
}

/** Row 0 and column 0 are the heads. */
export interface Place {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
}

export function moved(place: Place, keys: string, extent: Extent, page = 10): Place | null {
  const last = { row: extent.rows, column: extent.columns };
  const steps: Record<string, Place> = {
    ArrowUp: { row: place.row - 1, column: place.column },
    ArrowDown: { row: place.row + 1, column: place.column },
    ArrowLeft: { row: place.row, column: place.column - 1 },
    ArrowRight: { row: place.row, column: place.column + 1 },
    PageUp: { row: Math.max(1, place.row - page), column: place.column },
    PageDown: { row: place.row + page, column: place.column },
    Home: { row: place.row, column: place.row === 0 ? 1 : 0 },
    End: { row: place.row, column: last.column },
    'Control+Home': { row: 1, column: 1 },
    'Control+End': last,
  };
  const next = steps[keys];
  if (!next) return null;
  const row = Math.min(last.row, Math.max(0, next.row));
  const column = Math.min(last.column, Math.max(0, next.column));
  // The corner between both heads holds nothing to open.
  return row === 0 && column === 0 ? place : { row, column };
}

export interface Range {
  from: Place;
  to: Place;
}

export function inRange(range: Range | null, row: number, column: number): boolean {
  if (!range) return false;
  const within = (value: number, a: number, b: number) => value >= Math.min(a, b) && value <= Math.max(a, b);
  return within(row, range.from.row, range.to.row) && within(column, range.from.column, range.to.column);
}
