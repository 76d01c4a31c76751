import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { weekdayNames } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useStore } from '../../../lib/store';
import { view } from '../../../lib/view';
import { rangeOf, weekdayOf } from '../model/edit';
import { plannedPersons } from '../model/plan';
import { scrollTo, windowOf, type Window } from '../model/window';
import { cellId, fixedColumns, GridRow } from './GridRow';
import './Journal.css';
import { useGridKeys, type Commands } from './use_grid_keys';
import type { MonthDesk } from './use_month';

/** In rem, as in the style sheet. */
const rowSize = 2.125;
const columnSize = 2.5;
const fixedSize = 29;
const spareRows = 12;
const spareColumns = 4;
/** Rows of the document, used again and again while the month passes by: to change one is cheaper than to make one. */
const pool = 64;

interface Shown {
  rows: Window;
  columns: Window;
}

const same = (one: Window, other: Window) => one.first === other.first && one.end === other.end;

/** Only what is seen of the rows and the days is in the document; the roles say how many there are. */
export function MonthGrid({ desk, label, commands }: { desk: MonthDesk; label: string; commands: Commands }) {
  const { size } = useStore(view);
  const rem = useMemo(() => parseFloat(getComputedStyle(document.documentElement).fontSize), [size]);
  const [height, width, fixed] = [Math.round(rowSize * rem), Math.round(columnSize * rem), Math.round(fixedSize * rem)];
  const { sheet, edits, faults, selection } = desk;
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown>({ rows: { first: 0, end: 40 }, columns: { first: 0, end: sheet.days.length } });
  const planned = useMemo(() => plannedPersons(sheet.rows), [sheet]);

  const look = () => {
    const box = frame.current;
    if (!box) return;
    const next = {
      rows: windowOf(box.scrollTop, box.clientHeight - height, height, sheet.rows.length, spareRows),
      columns: windowOf(box.scrollLeft, Math.max(box.clientWidth - fixed, width), width, sheet.days.length, spareColumns),
    };
    setShown((before) => (same(before.rows, next.rows) && same(before.columns, next.columns) ? before : next));
  };
  useLayoutEffect(() => {
    look();
    const watch = new ResizeObserver(look);
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, [sheet.rows.length, sheet.days.length, height]);

  const { active } = selection;
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const top = scrollTo(box.scrollTop, box.clientHeight - height, active.row * height, (active.row + 1) * height);
    const left = scrollTo(box.scrollLeft, box.clientWidth - fixed, active.column * width, (active.column + 1) * width);
    if (top !== box.scrollTop) box.scrollTop = top;
    if (left !== box.scrollLeft) box.scrollLeft = left;
    look();
  }, [active.row, active.column]);

  const page = () => Math.max(1, Math.floor(((frame.current?.clientHeight ?? 0) - height) / height) - 1);
  const keys = useGridKeys(desk, page, () => frame.current?.focus({ preventScroll: true }), commands);
  const range = rangeOf(selection);
  const seen = active.row >= shown.rows.first && active.row < shown.rows.end && active.column >= shown.columns.first && active.column < shown.columns.end;

  const press = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
    const row = cell?.closest<HTMLElement>('[data-row]');
    if (!cell || !row || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    frame.current?.focus({ preventScroll: true });
    desk.select({ row: Number(row.dataset.row), column: Number(cell.dataset.column) }, event.shiftKey);
  };
  const drag = (event: MouseEvent) => {
    if (event.buttons !== 1 || keys.editing !== null) return;
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
    const row = cell?.closest<HTMLElement>('[data-row]');
    if (cell && row) desk.select({ row: Number(row.dataset.row), column: Number(cell.dataset.column) }, true);
  };

  const rows = [];
  const used = Math.max(pool, shown.rows.end - shown.rows.first);
  for (let place = shown.rows.first; place < Math.min(shown.rows.end, sheet.rows.length); place += 1) {
    const row = sheet.rows[place]!;
    const selected = place >= range.top && place <= range.bottom;
    const here = place === active.row;
    rows.push(
      <GridRow
        key={place % used} sheet={sheet} row={row} place={place} top={(place + 1) * height} height={height} width={fixed + width * sheet.days.length} columnWidth={width}
        first={shown.columns.first} end={shown.columns.end} planned={planned.has(row.person.id)} edits={edits.get(row.key)} faults={faults.get(row.key)}
        active={here ? active.column : -1} selectedFrom={selected ? range.left : -1} selectedTo={selected ? range.right : -2}
        editing={here ? keys.editing : null} caret={keys.caret} onInput={keys.type} onLeave={keys.leave}
      />,
    );
  }
  const weekdays = weekdayNames('short');
  return (
    <div
      ref={frame}
      class="sheet"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={sheet.rows.length + 1}
      aria-colcount={sheet.days.length + fixedColumns}
      aria-multiselectable
      aria-activedescendant={seen && keys.editing === null ? cellId(active.row, active.column) : undefined}
      aria-describedby="journal-keys"
      onScroll={look}
      onMouseDown={press}
      onMouseOver={drag}
      onDblClick={() => keys.begin()}
      onKeyDown={keys.onKeyDown}
      onCopy={keys.onCopy}
      onPaste={keys.onPaste}
    >
      <div role="presentation" class="sheet-body" style={{ height: (sheet.rows.length + 1) * height, width: fixed + width * sheet.days.length }}>
        <div role="row" aria-rowindex={1} class="sheet-head" style={{ height, width: fixed + width * sheet.days.length }}>
          <div role="presentation" class="sheet-fixed">
            <div role="columnheader" aria-colindex={1} class="sheet-cell sheet-name">{t('journal.person')}</div>
            <div role="columnheader" aria-colindex={2} class="sheet-cell sheet-service">{t('journal.service')}</div>
            <div role="columnheader" aria-colindex={3} class="sheet-cell sheet-number">{t('journal.planned')}</div>
            <div role="columnheader" aria-colindex={4} class="sheet-cell sheet-number">{t('journal.delivered')}</div>
          </div>
          <div role="presentation" class="sheet-gap" style={{ width: shown.columns.first * width }} />
          {sheet.days.slice(shown.columns.first, shown.columns.end).map((day, at) => (
            <div key={day} role="columnheader" aria-colindex={shown.columns.first + at + fixedColumns + 1} class={`sheet-cell sheet-day ${weekdayOf(day) > 4 ? 'weekend' : ''} ${day === sheet.today ? 'today' : ''}`} style={{ width }}>
              <span>{Number(day.slice(8))}</span>
              <small>{weekdays[weekdayOf(day)]}</small>
            </div>
          ))}
        </div>
        {rows}
      </div>
    </div>
  );
}
