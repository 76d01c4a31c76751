import { expect, test } from 'vitest';
import { at, move, newId, put } from './document';

test('a change keeps what the forms do not know', () => {
  const before = { forms: [{ id: 'x' }], title: { ru: 'a' } };
  expect(put(before, ['title', 'kk'], 'b')).toEqual({ forms: [{ id: 'x' }], title: { ru: 'a', kk: 'b' } });
  expect(before.title).toEqual({ ru: 'a' });
});

test('an emptied map goes, an emptied element of a list stays', () => {
  expect(put({ a: 1, note: { ru: 'x' } }, ['note', 'ru'], undefined)).toEqual({ a: 1 });
  expect(put({ list: [{ id: 'a', t: { ru: 'x' } }] }, ['list', 0, 't', 'ru'], undefined)).toEqual({ list: [{ id: 'a' }] });
  expect(at(put({}, ['needs', 'staff', 0, 'id'], 's'), ['needs', 'staff', 0, 'id'])).toBe('s');
});

test('ids are free and rows move', () => {
  expect(newId('step', ['step_2'])).toBe('step_3');
  expect(newId('step', ['step_1', 'step_3'])).toBe('step_4');
  expect(move([1, 2, 3], 0, 2)).toEqual([2, 3, 1]);
});
