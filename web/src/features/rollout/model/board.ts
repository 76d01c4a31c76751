// The answer of the server as the grid, the lists and the map need it. Counting here is over the cells that are shown.
import { matches } from '../../../lib/fold';
import { colourOf, colours, coloursOf, idle, keeping, totalsOf, troubles, type Chosen, type Colour, type Kept, type MatrixCell, type MatrixData, type Score } from '../components/matrix_model';
import type { District } from '../components/region_model';
import type { District as DistrictRow } from '../../../lib/directory';
import type { Cell, CellAddress, Coverage, Matrix, VerdictMatrix } from './types';

export function cellOf(cell: Cell): MatrixCell {
  return {
    colour: colourOf(cell),
    stage: cell.stage,
    since: cell.since,
    deadline: cell.deadline ?? null,
    forecast: cell.forecast ?? null,
    days_late: cell.days_late || null,
    flags: (cell.flags.fact_before_ready ? 1 : 0) + (cell.flags.gap_reopened ? 1 : 0),
  };
}

function keptOf({ met, failed, no_data, waived }: VerdictMatrix['cells'][number]): Kept {
  if (failed > 0) return met === 0 ? 'broken' : 'partly';
  if (met > 0) return no_data + waived > 0 ? 'waiting' : 'kept';
  return waived > 0 && no_data === 0 ? 'waived' : 'unjudged';
}

function scoreOf({ met, failed, no_data, waived }: VerdictMatrix['cells'][number]): Score {
  return { met, judged: met + failed, no_data, waived };
}

/** The same grid, told by how the standard is kept: where a practice is not under way there is nothing to keep. */
export function keptBoard(board: Board, verdicts: VerdictMatrix): Board {
  const rows = new Map(board.centres.map((centre, index) => [centre.id, index]));
  const columns = new Map(board.practices.map((practice, index) => [practice.id, index]));
  const cells: (MatrixCell | null)[][] = board.centres.map(() => board.practices.map(() => null));
  for (const judged of verdicts.cells) {
    const row = rows.get(verdicts.centres[judged.centre] ?? '');
    const column = columns.get(verdicts.practices[judged.practice] ?? '');
    const from = row === undefined || column === undefined ? null : board.cells[row]?.[column];
    if (!from) continue;
    cells[row!]![column!] = { ...from, colour: keptOf(judged), days_late: null, flags: 0, score: scoreOf(judged) };
  }
  return { ...board, cells };
}

export interface BoardFilter {
  district?: string | null;
  practices?: readonly string[];
  colour?: Chosen | null;
  text?: string;
}

export interface Board extends MatrixData {
  districtOf: ReadonlyMap<string, string>;
}

export function boardOf(matrix: Matrix): Board {
  const cells: (MatrixCell | null)[][] = matrix.centres.map(() => matrix.practices.map(() => null));
  for (const cell of matrix.cells) {
    const row = cells[cell.centre];
    if (row) row[cell.practice] = cellOf(cell);
  }
  const districtOf = new Map(matrix.centres.flatMap((centre) => (centre.district ? [[centre.id, centre.district] as const] : [])));
  return { centres: matrix.centres, practices: matrix.practices, cells, districtOf };
}

export function filtered(board: Board, { district, practices = [], colour, text = '' }: BoardFilter): Board {
  const columns = board.practices.flatMap((practice, index) => (practices.length === 0 || practices.includes(practice.id) ? [index] : []));
  const wanted = colour ? coloursOf(colour) : null;
  const rows = board.centres.flatMap((centre, index) => {
    if (district && board.districtOf.get(centre.id) !== district) return [];
    if (text && !matches(centre.title, text)) return [];
    const lit = (column: number) => {
      const cell = board.cells[index]?.[column];
      return cell && wanted?.includes(cell.colour);
    };
    return wanted && !columns.some(lit) ? [] : [index];
  });
  return {
    centres: rows.flatMap((row) => board.centres[row] ?? []),
    practices: columns.flatMap((column) => board.practices[column] ?? []),
    cells: rows.map((row) => columns.map((column) => board.cells[row]?.[column] ?? null)),
    districtOf: board.districtOf,
  };
}

export function countsOf(board: MatrixData): Map<Colour, number> {
  const counts = new Map<Colour, number>([...colours, ...keeping].map((colour) => [colour, 0]));
  for (const cell of board.cells.flat()) if (cell) counts.set(cell.colour, (counts.get(cell.colour) ?? 0) + 1);
  return counts;
}

export function addressOf(board: MatrixData, centre: number, practice: number): CellAddress {
  return { organisation: board.centres[centre]?.id ?? '', practice: board.practices[practice]?.id ?? '' };
}

export type Measure = 'share' | 'coverage';

export function districtsOf(rows: readonly DistrictRow[], board: Board, coverage: Coverage | undefined, measure: Measure): District[] {
  const cells = new Map<string, (MatrixCell | null)[]>();
  board.centres.forEach((centre, index) => {
    const district = board.districtOf.get(centre.id);
    if (district) cells.set(district, [...(cells.get(district) ?? []), ...(board.cells[index] ?? [])]);
  });
  const served = new Map(coverage?.districts.map((each) => [each.district, each.per_thousand === undefined ? null : asShown(each.per_thousand)]));
  return rows.map((row) => {
    const totals = totalsOf(cells.get(row.id) ?? []);
    const share = totals.assigned > 0 ? totals.reached / totals.assigned : null;
    return {
      id: row.id,
      title: row.title,
      share: measure === 'share' ? share : (served.get(row.id) ?? null),
      trouble: totals.trouble,
      tile: { row: row.tile_row, column: row.tile_column },
    };
  });
}

/** Coverage as it is written, so that a colour never contradicts the number beside it. */
function asShown(perThousand: number): number {
  return perThousand >= 10 ? Math.round(perThousand) : Math.round(perThousand * 10) / 10;
}

export interface Case {
  cell: MatrixCell;
  centre: number;
  practice: number;
}

/** What asks for a decision, or all of one colour: the worst kind first, then the longest overdue. */
export function casesOf(board: MatrixData, colour?: Chosen | null): Case[] {
  const wanted = coloursOf(colour ?? 'attention');
  return board.cells
    .flatMap((row, centre) => row.flatMap((cell, practice) => (cell && wanted.includes(cell.colour) ? [{ cell, centre, practice }] : [])))
    .sort(
      (a, b) =>
        troubles.indexOf(a.cell.colour) - troubles.indexOf(b.cell.colour) || (a.cell.deadline ?? '').localeCompare(b.cell.deadline ?? ''),
    );
}

/** Deadlines of the next days that are not reached yet. */
export function dueWithin(board: MatrixData, from: string, to: string): number {
  return board.cells
    .flat()
    .filter((cell) => cell && cell.colour !== 'reached' && !idle.includes(cell.colour) && cell.deadline && cell.deadline >= from && cell.deadline <= to).length;
}

/** Four bounds that divide what was measured into five groups of about the same size, rounded to be said aloud. */
export function stepsOf(values: readonly number[]): [number, number, number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const round = (value: number) => (value >= 100 ? Math.round(value / 10) * 10 : value >= 10 ? Math.round(value) : Math.round(value * 10) / 10);
  const bounds = [0.2, 0.4, 0.6, 0.8].map((part) => round(sorted[Math.floor(part * sorted.length)] ?? 0));
  const step = bounds[0] && bounds[0] >= 10 ? 1 : 0.1;
  for (let index = 1; index < 4; index += 1) bounds[index] = Math.max(bounds[index] ?? 0, Math.round(((bounds[index - 1] ?? 0) + step) * 10) / 10);
  return bounds as [number, number, number, number];
}
