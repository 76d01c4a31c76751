import { expect, test } from 'vitest';
import { fits } from './level';

const judged = (level: number) => ({ practice: 'a', level, axes: 4 });

test('a practice that nobody judged is of no level', () => {
  expect(fits('none', undefined)).toBe(true);
  expect(fits('1', undefined)).toBe(false);
});

test('a level asks for that or more', () => {
  expect([0, 1, 2, 3].filter((level) => fits('2', judged(level)))).toEqual([2, 3]);
  expect(fits('none', judged(0))).toBe(false);
});
