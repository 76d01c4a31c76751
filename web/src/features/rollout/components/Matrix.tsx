import { useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { keysOf } from '../../../lib/shortcuts';
import './Matrix.css';
import { MatrixRow, place as placeOf, TotalWords } from './MatrixRow';
import { columnOf, moved, shortTitle, totalsOf, type Chosen, type MatrixData, type Place, type Range } from './matrix_model';

export interface MatrixProps {
  caption: string;
  data: MatrixData;
  onOpenCell(centre: number, practice: number): void;
  onOpenCentre(centre: number): void;
  onOpenPractice(practice: number): void;
  /** Cells taken by Shift and arrows, as inclusive indexes into centres and practices. */
  onSelect?(range: Range | null): void;
  /** Other colours step back. */
  lit?: Chosen | null;
}

function placeOfTarget(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}

/** One tab stop; arrows walk over cells and heads, Enter opens, Shift takes a rectangle. */
export function Matrix({ caption, data, onOpenCell, onOpenCentre, onOpenPractice, onSelect, lit }: MatrixProps) {
  const table = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState<Place>({ row: 1, column: 1 });
  const [range, setRange] = useState<Range | null>(null);
  const extent = { rows: data.centres.length, columns: data.practices.length };
  // A filter may have taken away the row of the tab stop, and without one the grid could not be entered.
  const held = { row: Math.min(stop.row, extent.rows), column: Math.min(stop.column, extent.columns) };

  const select = (next: Range | null) => {
    setRange(next);
    onSelect?.(next && { from: shift(next.from), to: shift(next.to) });
  };

  const goTo = (next: Place) => {
    setStop(next);
    table.current?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)?.focus();
  };

  const open = ({ row, column }: Place) => {
    if (row === 0) onOpenPractice(column - 1);
    else if (column === 0) onOpenCentre(row - 1);
    else onOpenCell(row - 1, column - 1);
  };

  const press = (event: KeyboardEvent) => {
    const from = placeOfTarget(event.target);
    if (!from) return;
    const extending = event.shiftKey && Boolean(onSelect);
    const keys = keysOf(event).replace(extending ? 'Shift+' : '', '');
    const next = moved(from, keys, extent);
    if (next) {
      if (extending && next.row > 0 && next.column > 0) select({ from: range?.from ?? from, to: next });
      else select(null);
      goTo(next);
    } else if (keys === 'Enter' || keys === 'Space' || keys === 'NumpadEnter') open(from);
    else if (keys === 'Escape' && range) select(null);
    else return;
    event.preventDefault();
  };

  const click = (event: MouseEvent) => {
    const at = placeOfTarget(event.target);
    if (!at) return;
    if (event.shiftKey && onSelect && at.row > 0 && at.column > 0) select({ from: held, to: at });
    else open(at);
    setStop(at);
  };

  return (
    <div class="matrix-frame">
      <table
        ref={table}
        class="matrix"
        role="grid"
        aria-label={caption}
        aria-multiselectable={onSelect ? true : undefined}
        aria-rowcount={extent.rows + 2}
        onKeyDown={press}
        onClick={click}
      >
        <thead>
          <tr role="row" aria-rowindex={1}>
            <td role="gridcell" class="matrix-corner">{t('rollout.centre')}</td>
            {data.practices.map((practice, index) => (
              <th
                key={practice.id}
                {...placeOf(0, index + 1, held.row === 0 ? held.column : null)}
                role="columnheader"
                scope="col"
                class="matrix-practice"
                title={practice.title}
                aria-label={practice.title}
              >
                <span>{shortTitle(practice.title)}</span>
              </th>
            ))}
            <th role="columnheader" scope="col" class="matrix-total">
              {t('rollout.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.centres.map((centre, index) => (
            <MatrixRow
              key={centre.id}
              row={index + 1}
              centre={centre}
              cells={data.cells[index] ?? []}
              stop={held.row === index + 1 ? held.column : null}
              selected={range}
              lit={lit}
            />
          ))}
        </tbody>
        <tfoot>
          <tr role="row" aria-rowindex={extent.rows + 2}>
            <th role="rowheader" scope="row" class="matrix-centre">
              {t('rollout.total')}
            </th>
            {data.practices.map((practice, index) => (
              <td key={practice.id} role="gridcell" class="matrix-total">
                <TotalWords totals={totalsOf(columnOf(data, index))} />
              </td>
            ))}
            <td role="gridcell" class="matrix-total">
              <TotalWords totals={totalsOf(data.cells.flat())} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function shift(place: Place): Place {
  return { row: place.row - 1, column: place.column - 1 };
}
