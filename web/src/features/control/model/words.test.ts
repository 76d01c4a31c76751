import { expect, test } from 'vitest';
import type { Finding } from '../api';
import { firstOpen, termOf } from './words';

test('a check goes on at the first item without a mark', () => {
  expect(firstOpen([{ mark: 1 }, {}, { mark: 1 }, {}])).toBe(1);
  expect(firstOpen([{ mark: 1 }, { mark: 1 }])).toBe(0);
});

test('only an open finding can be late', () => {
  const finding = { state: 'open', days_left: -3, due: '2026-03-01' } as Finding;
  expect(termOf(finding).tone).toBe('danger');
  expect(termOf({ ...finding, state: 'done' }).tone).toBe('info');
  expect(termOf({ ...finding, days_left: 2 }).tone).toBe('warning');
  expect(termOf({ ...finding, days_left: 20 }).tone).toBe('neutral');
});
