import { expect, test } from 'vitest';
import type { Month } from '../api';
import { at, copied, edited, everywhere, filledDown, filledRight, listOf, moved, pasted, rangeOf, repeatedWeek, stillChanged, unstepped, weekOf, type Edited } from './edit';
import { moveOf } from './keys';
import { flagsOf, plannedPersons } from './plan';
import { sendEdits } from './send';
import { keyOf, noEdits, readQuantity, sheetOf, totalOf, valueAt, withRow, withSaved, writeQuantity, type Sheet } from './sheet';
import { scrollTo, windowOf } from './window';
import { ApiError, problemOf } from '../../../lib/api';

const month = (): Month => ({
  organisation: 'o', first: '2026-11-01', last: '2026-11-30', today: '2026-11-23', services: ['shop', 'clean'], elsewhere: 0,
  people: [
    { id: 'anna', name: 'Антонова А.', absences: [{ id: 'x', kind: 'hospital', from: '2026-11-09', until: '2026-11-10' }] },
    { id: 'boris', name: 'Борисов Б.', absences: [], death: '2026-11-20' },
  ],
  rows: [
    { person: 0, service: 0, days: [2, 4], quantities: [100, 150], origin: 'delivered', channel: 'home', minutes: 30, planned: 300, planned_from: '2026-11-01', planned_until: '2026-11-15' },
    { person: 0, service: 1, days: [], quantities: [], origin: 'last_month', channel: 'home', minutes: 45 },
    { person: 1, service: 0, days: [], quantities: [], origin: 'last_month', channel: 'centre', minutes: 20 },
  ],
});
const sheet = (): Sheet => sheetOf(month(), (id) => id);
const range = (top: number, left: number, bottom = top, right = left) => ({ top, bottom, left, right });
const row = (one: Sheet, done: Edited, place: number) => Array.from({ length: 30 }, (_, column) => valueAt(one, done.edits, place, column));

test('a month becomes rows of days; the name stands in the first row of a person', () => {
  const { rows, days } = sheet();
  expect(days).toHaveLength(30);
  expect(rows.map(({ leads }) => leads)).toEqual([true, false, true]);
  expect(valueAt(sheet(), noEdits, 0, 3)).toBe(150);
  expect(totalOf(rows[0]!, undefined, days)).toBe(250);
});

test.each([['1', 100], ['1,5', 150], ['.5', 50], ['', 0], ['0', 0], ['1000', 100_000]])('%s is read as %s hundredths', (text, quantity) => expect(readQuantity(text)).toBe(quantity));
test.each(['x', '1,555', ',', '1001', '-1', '1e3'])('%s is no quantity', (text) => expect(readQuantity(text)).toBeNull());
test('hundredths are written as people do', () => expect([0, 100, 150, 25].map(writeQuantity)).toEqual(['', '1', '1,5', '0,25']));

test('a change back to what the ledger has is none', () => {
  const one = edited(sheet(), noEdits, [{ row: 0, column: 1, quantity: 200 }], 'w');
  expect(listOf(one.edits)).toEqual([{ person: 'anna', service: 'shop', day: '2026-11-02', quantity: 200, before: 100, channel: 'home', minutes: 30, practice: undefined, worker: 'w' }]);
  expect(edited(sheet(), one.edits, [{ row: 0, column: 1, quantity: 100 }]).edits.size).toBe(0);
});

test('days that have not come, and those after a death, are skipped', () => {
  const done = edited(sheet(), noEdits, everywhere(range(0, 18, 2, 24), 100));
  expect(done.skipped).toBe(3 * 2 + 3);
  expect(listOf(done.edits).every(({ day }) => day <= '2026-11-23')).toBe(true);
  expect(listOf(done.edits).filter(({ person }) => person === 'boris').map(({ day }) => day)).toEqual(['2026-11-19', '2026-11-20']);
});

test('filling right and down repeats the edge of the selection; one cell takes its neighbour', () => {
  const right = edited(sheet(), noEdits, filledRight(sheet(), noEdits, range(0, 3, 0, 6)));
  expect(row(sheet(), right, 0).slice(3, 8)).toEqual([150, 150, 150, 150, 0]);
  expect(filledRight(sheet(), noEdits, range(0, 4))).toEqual([{ row: 0, column: 4, quantity: 150 }]);
  expect(filledRight(sheet(), noEdits, range(0, 0))).toEqual([]);
  const down = edited(sheet(), noEdits, filledDown(sheet(), noEdits, range(0, 1, 2, 1)));
  expect([0, 1, 2].map((place) => valueAt(sheet(), down.edits, place, 1))).toEqual([100, 100, 100]);
});

test('a week is repeated on the next one, day by day, and an empty day empties', () => {
  expect(weekOf(sheet(), 3)).toEqual({ first: 1, last: 7 });
  expect(weekOf(sheet(), 0)).toEqual({ first: 0, last: 0 });
  const before = edited(sheet(), noEdits, [{ row: 0, column: 10, quantity: 300 }]).edits;
  const done = edited(sheet(), before, repeatedWeek(sheet(), before, at({ row: 0, column: 3 })));
  expect(row(sheet(), done, 0).slice(8, 15)).toEqual([100, 0, 150, 0, 0, 0, 0]);
  const last = edited(sheet(), noEdits, repeatedWeek(sheet(), noEdits, at({ row: 0, column: 29 })));
  expect(last.step.cells).toEqual([]);
});

test('copied cells are those of a spreadsheet, and come back as they were', () => {
  const text = copied(sheet(), noEdits, range(0, 1, 1, 3));
  expect(text).toBe('1\t\t1,5\n\t\t');
  const { wanted } = pasted(sheet(), range(1, 8), text);
  const done = edited(sheet(), noEdits, wanted);
  expect(row(sheet(), done, 1).slice(8, 11)).toEqual([100, 0, 150]);
  expect(pasted(sheet(), range(0, 0, 0, 1), '2').wanted).toHaveLength(2);
  expect(pasted(sheet(), range(0, 0), 'н\t1')).toEqual({ wanted: [{ row: 0, column: 1, quantity: 100 }], unread: 1 });
  expect(pasted(sheet(), range(2, 29), '1\t1\n1\t1').wanted).toHaveLength(1);
});

test('undo and redo know their cells by name: before a save, after it, and among other rows', () => {
  const done = edited(sheet(), noEdits, [{ row: 0, column: 1, quantity: 200 }]);
  expect(edited(sheet(), done.edits, unstepped(sheet(), done.step, 'from')).edits.size).toBe(0);
  const saved = withSaved(sheet(), listOf(done.edits));
  expect(saved.rows[0]!.saved[1]).toBe(200);
  const back = edited(saved, noEdits, unstepped(saved, done.step, 'from'));
  expect(listOf(back.edits)[0]).toMatchObject({ quantity: 100, before: 200 });
  const more = withRow(sheet(), { ...sheet().rows[0]!, key: keyOf('aaron', 'shop'), person: { id: 'aaron', name: 'Ааронов', absences: [] } });
  expect(more.rows[0]!.person.name).toBe('Ааронов');
  expect(unstepped(more, done.step, 'to')).toEqual([{ row: 1, column: 1, quantity: 200 }]);
});

test('what the ledger took, though its answer was lost, is no change any longer; what it has otherwise stays one', () => {
  const edits = listOf(edited(sheet(), noEdits, [{ row: 0, column: 1, quantity: 200 }, { row: 1, column: 1, quantity: 100 }]).edits);
  const later = withSaved(sheet(), [edits[0]!]);
  expect(listOf(stillChanged(later, edits))).toEqual([edits[1]]);
  const other = withSaved(sheet(), [{ ...edits[0]!, quantity: 300 }]);
  expect(listOf(stillChanged(other, edits))[0]).toMatchObject({ quantity: 200, before: 300 });
});

test('selection grows from where it began and stays in the sheet', () => {
  const begun = moved(sheet(), at({ row: 0, column: 0 }), { row: 1, column: 5 });
  const grown = moved(sheet(), begun, { row: 99, column: -3 }, true);
  expect(rangeOf(grown)).toEqual({ top: 1, bottom: 2, left: 0, right: 5 });
});

test('keys move as in a spreadsheet', () => {
  const go = (key: string, control = false, from = { row: 0, column: 0 }) => moveOf(key, control, sheet(), noEdits, from, 10);
  expect(go('ArrowRight', true)).toEqual({ row: 0, column: 1 });
  expect(go('ArrowRight', true, { row: 0, column: 1 })).toEqual({ row: 0, column: 3 });
  expect(go('ArrowRight', true, { row: 0, column: 3 })).toEqual({ row: 0, column: 29 });
  expect(go('End', true)).toEqual({ row: 2, column: 29 });
  expect(go('PageDown')).toEqual({ row: 10, column: 0 });
  expect(go('x')).toBeNull();
});

test('warnings follow what is typed', () => {
  const { rows } = sheet();
  const planned = plannedPersons(rows);
  expect([...planned]).toEqual(['anna']);
  expect(flagsOf(rows[0]!, '2026-11-02', 300, 100, true)).toEqual([]);
  expect(flagsOf(rows[0]!, '2026-11-16', 400, 100, true)).toEqual(['over_volume', 'outside_programme']);
  expect(flagsOf(rows[0]!, '2026-11-09', 0, 0, true)).toEqual(['hospital']);
  expect(flagsOf(rows[1]!, '2026-11-02', 100, 100, true)).toEqual(['outside_programme']);
  expect(flagsOf(rows[2]!, '2026-11-21', 100, 100, false)).toEqual(['after_death']);
});

test('of ten thousand rows some dozens are drawn, and a small scroll draws nothing anew', () => {
  const shown = windowOf(32_000, 600, 32, 10_000, 12);
  expect(shown.first).toBeLessThanOrEqual(994);
  expect(shown.end).toBeGreaterThanOrEqual(1019);
  expect(shown.end - shown.first).toBeLessThan(50);
  expect(windowOf(32_010, 600, 32, 10_000, 12)).toEqual(shown);
  expect(windowOf(0, 600, 32, 3, 12)).toEqual({ first: 0, end: 3 });
  expect([scrollTo(0, 100, 50, 80), scrollTo(0, 100, 120, 150), scrollTo(60, 100, 30, 60)]).toEqual([0, 50, 30]);
});

test('a batch goes again without its wrong cells, and a lost network keeps the rest', async () => {
  const edits = listOf(edited(sheet(), noEdits, everywhere(range(0, 5, 1, 6), 100)).edits);
  const sent: number[] = [];
  const refuse = async () => new ApiError(await problemOf(new Response(JSON.stringify({ code: 'core.invalid', errors: [{ pointer: '/cells/1/minutes', code: 'journal.minutes_unknown', detail: 'нет минут' }] }), { status: 422, headers: { 'Content-Type': 'application/problem+json' } })));
  const outcome = await sendEdits(async (body) => {
    sent.push(body.cells.length);
    if (sent.length === 1) throw await refuse();
    return { cells: body.cells.map(({ quantity }) => ({ quantity, warnings: [] })) };
  }, 'o', '', edits, () => undefined);
  expect(sent).toEqual([4, 3]);
  expect(outcome.wrong).toMatchObject([{ edit: edits[1], text: 'нет минут' }]);
  expect(outcome.taken.map(({ edit }) => edit)).toEqual([edits[0], edits[2], edits[3]]);
  const away = await sendEdits(() => Promise.reject(new TypeError('away')), 'o', '', edits, () => undefined);
  expect(away.stopped?.status).toBe(0);
  expect(away.taken).toEqual([]);
});
