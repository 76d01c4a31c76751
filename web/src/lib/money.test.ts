import { expect, test } from 'vitest';
import { kopecksOf, roublesOf } from './money';

test('sums are read as people type them', () => {
  expect(kopecksOf('16 500')).toBe(1_650_000);
  expect(kopecksOf('9,80')).toBe(980);
  expect(kopecksOf('0.35')).toBe(35);
  expect(kopecksOf('0')).toBe(0);
  expect(kopecksOf(' ')).toBeUndefined();
  expect(kopecksOf('12,345')).toBeNull();
  expect(kopecksOf('-5')).toBeNull();
  expect(kopecksOf('дорого')).toBeNull();
});

test('a sum that was written is read again', () => {
  for (const kopecks of [1, 35, 980, 1_650_000]) expect(kopecksOf(roublesOf(kopecks))).toBe(kopecks);
  expect(roublesOf(1_650_050)).toBe('16\u00a0500,5');
  expect(roublesOf(undefined)).toBe('');
});
