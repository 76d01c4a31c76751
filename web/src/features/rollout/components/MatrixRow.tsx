import type { JSX } from 'preact';
import { formatMonth } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { MatrixSign } from './MatrixSign';
import { cellWords, coloursOf, idle, inRange, totalsOf, type Chosen, type MatrixCell, type MatrixHead, type Range, type Totals } from './matrix_model';

export interface MatrixRowProps {
  row: number;
  centre: MatrixHead;
  cells: readonly (MatrixCell | null)[];
  /** Column of the one tab stop, if it is in this row. */
  stop: number | null;
  selected: Range | null;
  /** Other colours step back, so that the chosen one is seen at a glance. */
  lit?: Chosen | null | undefined;
}

export function place(row: number, column: number, stop: number | null): JSX.HTMLAttributes<HTMLTableCellElement> {
  return { tabIndex: stop === column ? 0 : -1, 'data-row': row, 'data-column': column } as JSX.HTMLAttributes<HTMLTableCellElement>;
}

export function TotalWords({ totals }: { totals: Totals }) {
  return (
    <>
      <span class="total-reached" aria-hidden="true">
        {totals.reached}/{totals.assigned}
      </span>
      <span class={`total-trouble ${totals.trouble ? '' : 'nothing'}`} aria-hidden="true">
        {totals.trouble > 0 && <MatrixSign colour="overdue" />}
        {totals.trouble || ''}
      </span>
      <span class="visually-hidden">{totals.of === 'standard' ? t('rollout.totals_kept', { ...totals }) : t('rollout.totals', { ...totals })}</span>
    </>
  );
}

interface CellProps {
  row: number;
  column: number;
  cell: MatrixCell | null;
  stop: number | null;
  selected: boolean;
  lit: Chosen | null | undefined;
}

function Cell({ row, column, cell, stop, selected, lit }: CellProps) {
  return (
    <td
      {...place(row, column, stop)}
      role="gridcell"
      aria-selected={selected ? true : undefined}
      class={`matrix-cell ${cell ? cell.colour : 'unassigned'} ${lit && cell && !coloursOf(lit).includes(cell.colour) ? 'dim' : ''}`}
      title={cellWords(cell)}
      aria-label={cellWords(cell)}
    >
      <span class="matrix-face">
        {cell && <MatrixSign colour={cell.colour} />}
        {cell?.score && cell.score.judged > 0 && <span>{cell.score.met}/{cell.score.judged}</span>}
        {cell?.deadline && !cell.score && cell.colour !== 'reached' && !idle.includes(cell.colour) && <span>{formatMonth(cell.deadline)}</span>}
        {cell?.colour === 'reached' && cell.days_late ? <span class="matrix-late">+{cell.days_late}</span> : null}
        {cell && cell.flags > 0 && <span class="matrix-flag">?</span>}
      </span>
    </td>
  );
}

export function MatrixRow({ row, centre, cells, stop, selected, lit }: MatrixRowProps) {
  return (
    <tr role="row" aria-rowindex={row + 1}>
      <th {...place(row, 0, stop)} role="rowheader" scope="row" class="matrix-centre">
        <span>{centre.title}</span>
      </th>
      {cells.map((cell, index) => (
        <Cell
          key={index}
          row={row}
          column={index + 1}
          cell={cell}
          stop={stop}
          selected={inRange(selected, row, index + 1)}
          lit={lit}
        />
      ))}
      <td role="gridcell" class="matrix-total">
        <TotalWords totals={totalsOf(cells)} />
      </td>
    </tr>
  );
}
