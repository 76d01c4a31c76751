import { expect, test } from 'vitest';
import { daysOf, textOf } from './calendar';

test('days of an order are read as they are printed, and written back', () => {
  expect(daysOf('01.01–03.01, 23.02\n09.03', 2026)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03', '2026-02-23', '2026-03-09']);
  expect(textOf(['2026-02-23', '2026-01-01', '2026-01-02', '2026-01-03'])).toBe('01.01–03.01, 23.02');
  expect(daysOf('', 2026)).toEqual([]);
});

test('what is no day of the year is not read', () => {
  for (const text of ['31.02', '01.01.2027', '03.01–01.01', 'январь', '01.01–02.01–03.01']) expect(daysOf(text, 2026)).toBeNull();
});
