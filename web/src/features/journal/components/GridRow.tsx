import { Component } from 'preact';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { closed, weekdayOf } from '../model/edit';
import { flagsOf, type Flag } from '../model/plan';
import { totalOf, writeQuantity, type Edit, type Sheet, type SheetRow } from '../model/sheet';
import { CellInput } from './CellInput';

/** Columns before the days: name, service, plan, delivered. */
export const fixedColumns = 4;

export interface GridRowProps {
  sheet: Sheet;
  row: SheetRow;
  place: number;
  top: number;
  height: number;
  width: number;
  columnWidth: number;
  first: number;
  end: number;
  /** The person has a programme in this month. */
  planned: boolean;
  edits: ReadonlyMap<Day, Edit> | undefined;
  faults: ReadonlyMap<Day, string> | undefined;
  /** -1: the active cell is in another row. */
  active: number;
  selectedFrom: number;
  selectedTo: number;
  /** What stands in the field of the active cell while it is written. */
  editing: string | null;
  caret: boolean;
  onInput(text: string): void;
  onLeave(): void;
}

export const cellId = (row: number, column: number) => `cell-${row}-${column}`;

export function flagWords(flags: readonly Flag[]): string {
  return flags.map((flag) => t(`journal.flag.${flag}`)).join(', ');
}

function classOf(props: GridRowProps, column: number, day: Day, edit: Edit | undefined, flags: readonly Flag[]): string {
  const { sheet, row, faults, active, selectedFrom, selectedTo } = props;
  const parts = ['sheet-cell', 'sheet-day'];
  if (weekdayOf(day) > 4) parts.push('weekend');
  if (day === sheet.today) parts.push('today');
  if (closed(sheet, row, day)) parts.push('closed');
  if (edit) parts.push('changed');
  if (flags.length > 0) parts.push(flags.some((flag) => flag === 'hospital' || flag === 'away') ? 'absent' : 'warned');
  if (faults?.has(day)) parts.push('wrong');
  if (column >= selectedFrom && column <= selectedTo) parts.push('selected');
  if (column === active) parts.push('active');
  return parts.join(' ');
}

/** Draws anew only what changed in it: a scroll draws the rows that came, a key the one that it is pressed in. */
export class GridRow extends Component<GridRowProps> {
  override shouldComponentUpdate(next: GridRowProps): boolean {
    const names = Object.keys(next) as (keyof GridRowProps)[];
    return names.some((name) => name !== 'onInput' && name !== 'onLeave' && next[name] !== this.props[name]);
  }

  private cell(column: number, total: number) {
    const { sheet, row, edits, faults, active, editing, place, planned, columnWidth, caret, selectedFrom, selectedTo } = this.props;
    const day = sheet.days[column]!;
    const edit = edits?.get(day);
    const quantity = edit?.quantity ?? row.saved[column] ?? 0;
    const flags = flagsOf(row, day, total, quantity, planned);
    const writing = column === active && editing !== null;
    const words = [quantity > 0 || flags.length === 0 ? '' : t('journal.nothing'), flagWords(flags), faults?.get(day) ?? ''].filter(Boolean).join(', ');
    return (
      <div
        key={column}
        id={cellId(place, column)}
        role="gridcell"
        aria-colindex={column + fixedColumns + 1}
        aria-selected={column === active || (column >= selectedFrom && column <= selectedTo)}
        aria-invalid={faults?.has(day) || undefined}
        aria-readonly={closed(sheet, row, day) || undefined}
        data-column={column}
        class={classOf(this.props, column, day, edit, flags)}
        style={{ width: columnWidth }}
      >
        {writing ? (
          <CellInput label={`${row.title}, ${row.person.name}`} text={editing} caret={caret} onInput={this.props.onInput} onLeave={this.props.onLeave} />
        ) : (
          <>
            {writeQuantity(quantity)}
            {words && <span class="visually-hidden"> {words}</span>}
          </>
        )}
      </div>
    );
  }

  override render() {
    const { sheet, row, place, top, height, width, columnWidth, first, end, edits } = this.props;
    const total = totalOf(row, edits, sheet.days);
    const over = row.planned !== undefined && total > row.planned;
    const cells = [];
    for (let column = first; column < end; column += 1) cells.push(this.cell(column, total));
    return (
      <div role="row" aria-rowindex={place + 2} class={`sheet-row ${row.leads ? 'leads' : ''}`} style={{ top, height, width }} data-row={place}>
        <div role="presentation" class="sheet-fixed">
          <div role="rowheader" aria-colindex={1} class="sheet-cell sheet-name" title={row.person.name}>
            {row.leads ? row.person.name : <span class="visually-hidden">{row.person.name}</span>}
          </div>
          <div role="rowheader" aria-colindex={2} class="sheet-cell sheet-service" title={row.title}>{row.title}</div>
          <div role="gridcell" aria-colindex={3} class="sheet-cell sheet-number">{row.planned === undefined ? '' : writeQuantity(row.planned)}</div>
          <div role="gridcell" aria-colindex={4} class={`sheet-cell sheet-number ${over ? 'over' : ''}`}>
            {writeQuantity(total)}
            {over && <span class="visually-hidden"> {t('journal.flag.over_volume')}</span>}
          </div>
        </div>
        <div role="presentation" class="sheet-gap" style={{ width: first * columnWidth }} />
        {cells}
      </div>
    );
  }
}
