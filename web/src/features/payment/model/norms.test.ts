import { expect, test } from 'vitest';
import type { Norm } from '../api';
import { changesOf, typedOf } from './norms';

const norm = (amount_kopecks: number, area?: 'city' | 'village'): Norm => ({
  id: 'n', ground: 'g', valid_from: '2026-01-01', recorded_on: '2026-01-01', value: { kind: 'tariff', service: 's', amount_kopecks, ...(area ? { area } : {}) },
});
const set = (now: Parameters<typeof changesOf>[2], first: string, village: string) =>
  changesOf('s', 'tariff', now, { first, village }).map(({ area, amount_kopecks }) => `${area ?? 'everywhere'} ${amount_kopecks}`);

test('an empty second field means the same price in villages', () => {
  expect(set({}, '100', '')).toEqual(['everywhere 10000']);
  expect(set({ everywhere: norm(10_000) }, '100', '')).toEqual([]);
  expect(set({ city: norm(10_000, 'city'), village: norm(12_000, 'village') }, '100', '')).toEqual(['everywhere 10000']);
});

test('only the area that changed is set, unless one price stood for both', () => {
  const now = { city: norm(10_000, 'city'), village: norm(12_000, 'village') };
  expect(typedOf(now)).toEqual({ first: '100', village: '120' });
  expect(set(now, '100', '125')).toEqual(['village 12500']);
  expect(set({ everywhere: norm(10_000) }, '100', '125')).toEqual(['city 10000', 'village 12500']);
});

test('what is no sum or nothing sets nothing', () => {
  expect([set({}, '', '1'), set({}, 'сто', ''), set({}, '1', 'сто')]).toEqual([[], [], []]);
});
