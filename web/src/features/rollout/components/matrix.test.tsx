import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Matrix } from './Matrix';
import { cellWords, colourOf, inRange, moved, totalsOf, voluntary, type MatrixCell } from './matrix_model';
import { keptBoard } from '../model/board';
import { draw } from '../../../lib/region_shapes';
import { coverageScale, ordered, placedTiles, stepOf, stepTitles, usualSteps } from './region_model';

const cell = (change: Partial<MatrixCell> = {}): MatrixCell => ({
  colour: 'under_way', stage: 'preparing', since: null, deadline: '2027-04-30', forecast: null, days_late: null, flags: 0, ...change,
});
const data = {
  centres: [{ id: 'a', title: 'A' }, { id: 'b', title: 'B' }],
  practices: [{ id: 'x', title: 'X' }, { id: 'y', title: 'Y' }],
  cells: [[cell(), null], [cell({ colour: 'reached' }), cell({ colour: 'overdue' })]],
};

describe('the model', () => {
  test('totals leave out what has no order', () => {
    expect(totalsOf([cell({ colour: 'reached' }), cell({ colour: 'none' }), cell({ colour: 'stopped' }), cell({ colour: 'lapsed' }), null])).toEqual({ assigned: 2, reached: 1, trouble: 1, of: 'rollout' });
  });

  test('the same grid tells how the standard is kept, and nothing where nothing is under way', () => {
    const board = { ...data, districtOf: new Map<string, string>() };
    const counts = (centre: number, practice: number, met: number, failed: number) => ({ centre, practice, met, failed, no_data: 1, waived: 0 });
    const verdicts = { day: '2027-01-10', computed_at: '2027-01-10T00:00:00Z', centres: ['b', 'a', 'c'], practices: ['y', 'x'], cells: [counts(0, 0, 2, 1), counts(0, 1, 0, 3), counts(1, 1, 0, 0), counts(1, 0, 5, 0), counts(2, 0, 1, 0)] };
    const kept = keptBoard(board, verdicts);
    expect(kept.cells.map((row) => row.map((one) => one?.colour ?? null))).toEqual([['unjudged', null], ['broken', 'partly']]);
    expect(totalsOf(kept.cells.flat())).toEqual({ assigned: 2, reached: 0, trouble: 2, of: 'standard' });
    expect(cellWords(kept.cells[1]?.[1] ?? null)).toBe('выполняет часть: 2 из 3 требований, ещё 1 судить не по чему');
    expect(cellWords(kept.cells[0]?.[0] ?? null)).toBe('судить не по чему');
  });

  test('a standard is kept when every requirement is met, and what was not judged is told', () => {
    const board = { ...data, cells: [[cell(), null], [null, null]], districtOf: new Map<string, string>() };
    const told = (met: number, failed: number, no_data: number, waived: number) => {
      const verdicts = { day: '2027-01-10', computed_at: '2027-01-10T00:00:00Z', centres: ['a'], practices: ['x'], cells: [{ centre: 0, practice: 0, met, failed, no_data, waived }] };
      const kept = keptBoard(board, verdicts).cells.flat();
      const { assigned, reached, trouble } = totalsOf(kept);
      return [kept[0]?.colour, cellWords(kept[0] ?? null), `${reached}/${assigned} ${trouble}`];
    };
    expect(told(3, 0, 0, 0)).toEqual(['kept', 'соблюдает: 3 из 3 требований', '1/1 0']);
    expect(told(1, 0, 9, 0)).toEqual(['waiting', 'выполняет всё, о чём можно судить: 1 из 1 требования, ещё 9 судить не по чему', '0/1 0']);
    expect(told(1, 0, 0, 1)).toEqual(['waiting', 'выполняет всё, о чём можно судить: 1 из 1 требования, ещё 1 с отсрочкой', '0/1 0']);
    expect(told(1, 1, 2, 3)).toEqual(['partly', 'выполняет часть: 1 из 2 требований, ещё 2 судить не по чему, ещё 3 с отсрочкой', '0/1 1']);
    expect(told(0, 0, 0, 2)).toEqual(['waived', 'с отсрочкой', '0/0 0']);
    expect(told(0, 0, 1, 2)).toEqual(['unjudged', 'судить не по чему, ещё 2 с отсрочкой', '0/0 0']);
  });

  test('a cell is told in words', () => {
    expect(cellWords(cell({ colour: 'reached', days_late: 2, stage: 'delivering' }))).toBe('внедрено, на 2 дня позже срока, срок апрель\u00a02027, этап: оказывается');
  });

  test('what a centre stopped in spite of an order stays in the totals and is told', () => {
    const stopped = { stage: 'stopped', exempt: false } as const;
    expect(colourOf({ ...stopped, sign: 'overdue' })).toBe('overdue');
    expect(colourOf({ ...stopped, sign: 'none' })).toBe('stopped');
    const cells = [cell({ colour: 'overdue', stage: 'stopped', days_late: 3 }), cell({ colour: 'stopped', stage: 'stopped' }), cell({ colour: 'none' })] as const;
    expect(totalsOf(cells)).toEqual({ assigned: 1, reached: 0, trouble: 1, of: 'rollout' });
    expect(voluntary(cells)).toBe(1);
    expect(cellWords(cells[0])).toBe('просрочено, уже 3\u00a0дня, срок апрель\u00a02027, остановлено центром'.replace('3\u00a0дня', '3 дня'));
  });

  test('steps of coverage do not overlap', () => {
    expect(stepTitles(coverageScale([2, 2.3, 2.6, 12], false)).slice(1, 4)).toEqual(['2–2,2', '2,3–2,5', '2,6–11']);
    expect(stepTitles(coverageScale([2, 2.1, 2.2, 2.3], false))[1]).toBe('2');
  });

  test('arrows stop at the edges and skip the empty corner', () => {
    const extent = { rows: 2, columns: 2 };
    expect(moved({ row: 2, column: 2 }, 'ArrowRight', extent)).toEqual({ row: 2, column: 2 });
    expect(moved({ row: 1, column: 0 }, 'ArrowUp', extent)).toEqual({ row: 1, column: 0 });
    expect(moved({ row: 2, column: 1 }, 'Control+End', extent)).toEqual({ row: 2, column: 2 });
    expect(moved({ row: 1, column: 1 }, 'KeyA', extent)).toBeNull();
  });

  test('a range is a rectangle whichever corner it began in', () => {
    expect(inRange({ from: { row: 3, column: 3 }, to: { row: 1, column: 2 } }, 2, 3)).toBe(true);
    expect(inRange({ from: { row: 3, column: 3 }, to: { row: 1, column: 2 } }, 2, 1)).toBe(false);
  });
});

describe('the grid', () => {
  const root = document.createElement('div');
  document.body.append(root);
  const open = vi.fn();
  const show = () => act(() => render(<Matrix caption="" data={data} onOpenCell={open} onOpenCentre={() => undefined} onOpenPractice={() => undefined} />, root));
  const press = (code: string) => act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true })));

  afterEach(() => {
    render(null, root);
    open.mockReset();
  });

  test('has one tab stop that follows the arrows, and Enter opens the cell', () => {
    show();
    root.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    press('ArrowDown');
    press('ArrowRight');
    expect(root.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    press('Enter');
    expect(open).toHaveBeenCalledWith(1, 1);
  });

  test('names every cell in words', () => {
    show();
    const names = [...root.querySelectorAll('.matrix-cell')].map((each) => each.getAttribute('aria-label'));
    expect(names).toHaveLength(4);
    expect(names[1]).toBe('не назначено');
    expect(names[3]).toContain('просрочено');
  });
});

describe('the map', () => {
  test('shares fall into five steps, and no data into none', () => {
    expect([0, 0.2, 0.59, 0.8, 1].map((share) => stepOf(share, usualSteps))).toEqual([1, 2, 3, 5, 5]);
    expect(stepOf(null, usualSteps)).toBeNull();
  });

  test('longitude shrinks by the cosine of the latitude', () => {
    const drawing = draw({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', id: 'd', properties: {}, geometry: { type: 'Polygon', coordinates: [[[0, 59], [2, 59], [2, 61], [0, 61], [0, 59]]] } }],
    });
    expect(drawing.height / drawing.width).toBeCloseTo(2, 1);
    expect(drawing.shapes[0]?.centre.x).toBeCloseTo(500);
  });

  test('no tile covers another, wherever the districts were put', () => {
    const district = (id: string, row: number, column: number) => ({ id, title: id, share: null, trouble: 0, tile: { row, column } });
    const places = (all: ReturnType<typeof district>[]) => placedTiles(all).map((each) => `${each.district.id}${each.row}${each.column}`);
    expect(places([district('a', 0, 1), district('b', 2, 0), district('c', 0, 1)])).toEqual(['a01', 'b20', 'c30']);
    // Fresh districts all stand at the corner until somebody gives them places.
    expect(places(['a', 'b', 'c', 'd', 'e'].map((id) => district(id, 0, 0)))).toEqual(['a00', 'b01', 'c02', 'd10', 'e11']);
  });

  test('the list puts trouble first and what is unknown last', () => {
    const district = (id: string, share: number | null, trouble: number) => ({ id, title: id, share, trouble, tile: null });
    const all = [district('a', null, 0), district('b', 0.5, 1), district('c', 0.1, 4)];
    expect(ordered(all, 'trouble').map((each) => each.id)).toEqual(['c', 'b', 'a']);
    expect(ordered(all, 'share').map((each) => each.id)).toEqual(['c', 'b', 'a']);
  });
});
