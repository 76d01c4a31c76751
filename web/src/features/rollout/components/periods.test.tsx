import { describe, expect, test } from 'vitest';
import type { Period, ShownCount } from '../model/types';
import { judged, shown } from './PeriodBars';

const period = (delivered: ShownCount, change: Partial<Period> = {}): Period => ({
  first: '2026-03-01', last: '2026-03-31', delivered, floor: 9, judgement: 'settled', ...change,
});

describe('what another centre is told', () => {
  test('a rounded number is the least that there are', () => {
    expect(shown({ count: 25, rounded: true }, 'recipients')).toBe('не менее 25');
    expect(shown({ count: 27, rounded: false }, 'recipients')).toBe('27');
  });

  test('a hidden number of services does not say that they were few', () => {
    expect(shown({ rounded: false }, 'recipients')).toBe('меньше пяти');
    expect(shown({ rounded: false }, 'facts')).toBe('не показано (мало людей)');
  });

  test('no verdict is given that the number does not show', () => {
    expect(judged(period({ count: 5, rounded: true }), 'recipients')).toBe('untold');
    expect(judged(period({ count: 5, rounded: true }, { floor: 10 }), 'recipients')).toBe('unmet');
    expect(judged(period({ rounded: false }), 'recipients')).toBe('unmet');
    expect(judged(period({ rounded: false }), 'facts')).toBe('untold');
    expect(judged(period({ count: 8, rounded: false }), 'facts')).toBe('unmet');
    expect(judged(period({ count: 10, rounded: true }, { reached_on: '2026-03-20' }), 'recipients')).toBe('met');
  });
});
