// What a cell of the rollout matrix says. Nothing here is computed from facts: the server does that.
import type { Day } from '../../../lib/dates';
import { formatDayLong, formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { wordsOf } from '../../../lib/words';
import type { Sign, Stage } from '../model/types';

export const signs = wordsOf<Sign>({ reached: true, under_way: true, before_preparing: true, late_forecast: true, overdue: true, lapsed: true, none: true });

/** Grey of three kinds: a reader must not take an exempt centre for one that was never asked. */
export type Colour = Sign | 'stopped' | 'exempt' | Kept;
/** What the cells of the rollout may be. */
export const colours: readonly Colour[] = [...signs, 'stopped', 'exempt'];

/**
 * How a centre keeps the standard of a practice: every requirement; every one that can be judged, while others wait; a part;
 * nothing; or it is excused from all of them; or nothing can be judged yet.
 */
export type Kept = 'kept' | 'waiting' | 'partly' | 'broken' | 'waived' | 'unjudged';
export const keeping: readonly Kept[] = ['broken', 'partly', 'waiting', 'kept', 'waived', 'unjudged'];

export function colourOf(state: { sign: Sign; stage: Stage; exempt: boolean }): Colour {
  if (state.sign !== 'none') return state.sign;
  if (state.stage === 'stopped') return 'stopped';
  return state.exempt ? 'exempt' : 'none';
}

export interface MatrixCell {
  colour: Colour;
  stage: Stage | null;
  since: Day | null;
  deadline: Day | null;
  forecast: Day | null;
  /** How late the target was reached, or is by now; null where it is in time. */
  days_late: number | null;
  /** Open plausibility questions. */
  flags: number;
  /** Of the requirements of the standard; there when the matrix shows them. */
  score?: Score;
}

/** How many requirements are met, of those that were judged; and how many were not. */
export interface Score {
  met: number;
  judged: number;
  no_data: number;
  waived: number;
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
  /** Asked for by a deadline from which nobody is exempt. */
  assigned: number;
  reached: number;
  trouble: number;
  /** What is counted: cells that reached their target, or that keep the standard. */
  of: 'rollout' | 'standard';
}

/** The centre has no order for it and runs it, or means to, all the same. */
export function voluntary(cells: readonly { colour: Colour }[]): number {
  return cells.filter(({ colour }) => colour === 'none').length;
}

/** Asked of nobody: such cells are in no total. */
export const idle: readonly Colour[] = ['none', 'stopped', 'exempt', 'waived', 'unjudged'];
export const troubles: readonly Colour[] = ['overdue', 'lapsed', 'late_forecast', 'broken', 'partly'];
const reached: readonly Colour[] = ['reached', 'kept'];
/** Late for good, or short of the standard. */
const lost: readonly Colour[] = ['overdue', 'lapsed', 'broken', 'partly'];

/** What a view is narrowed to: one colour, or a group that a number of the region's page counts. */
export type Chosen = Colour | 'missed' | 'attention';

export function coloursOf(chosen: Chosen): readonly Colour[] {
  if (chosen === 'attention') return troubles;
  return chosen === 'missed' ? ['overdue', 'lapsed'] : [chosen];
}

export function totalsOf(cells: readonly (MatrixCell | null)[]): Totals {
  const present = cells.filter((cell): cell is MatrixCell => cell !== null && !idle.includes(cell.colour));
  return {
    assigned: present.length,
    reached: present.filter((cell) => reached.includes(cell.colour)).length,
    trouble: present.filter((cell) => lost.includes(cell.colour)).length,
    of: present.some((cell) => cell.score) ? 'standard' : 'rollout',
  };
}

/** Stopped by the centre, though an order stands: late or going to be. */
export function stoppedInSpite(cell: { colour: Colour; stage: Stage | null }): boolean {
  return cell.stage === 'stopped' && !idle.includes(cell.colour);
}

export function columnOf(data: MatrixData, practice: number): (MatrixCell | null)[] {
  return data.cells.map((row) => row[practice] ?? null);
}

/** A cell in words, for those who do not see its colour and sign. */
export function cellWords(cell: MatrixCell | null): string {
  if (!cell) return t('rollout.cell.unassigned');
  if (cell.score) return scoreWords(cell.colour, cell.score);
  const words = [t(`rollout.colour.${cell.colour}`)];
  if (cell.days_late && cell.colour === 'reached') words.push(t('rollout.cell.days_late', { days: cell.days_late }));
  if (cell.days_late && cell.colour === 'overdue') words.push(t('rollout.cell.days_over', { days: cell.days_late }));
  if (cell.deadline) words.push(t('rollout.cell.deadline', { month: formatMonthLong(cell.deadline) }));
  if (stoppedInSpite(cell)) words.push(t('rollout.by_centre'));
  else if (cell.stage) words.push(t('rollout.cell.stage', { stage: t(`rollout.stage.${cell.stage}`) }));
  if (cell.forecast && cell.colour !== 'reached') words.push(t('rollout.cell.forecast', { day: formatDayLong(cell.forecast) }));
  if (cell.flags) words.push(t('rollout.cell.flags', { count: cell.flags }));
  return words.join(', ');
}

function scoreWords(colour: Colour, score: Score): string {
  const { met, judged } = score;
  const state = t(`rollout.colour.${colour}`);
  return [judged ? t('rollout.cell.score', { state, met, judged }) : state, ...unjudgedWords(colour, score)].join(', ');
}

/** What the judged requirements leave out, unless the colour alone says it. */
export function unjudgedWords(colour: Colour, { no_data, waived }: Score): string[] {
  const words: string[] = [];
  if (no_data && colour !== 'unjudged') words.push(t('rollout.cell.no_data', { count: no_data }));
  if (waived && colour !== 'waived') words.push(t('rollout.cell.waived', { count: waived }));
  return words;
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

/** Heads are narrow: what stands before the colon names the practice, the rest describes it. */
export function shortTitle(title: string): string {
  const [name = title] = title.split(':');
  return name.length >= 5 ? name : title;
}
