import { describe, expect, it } from 'vitest';
import type { FilledScale } from './api';
import { linesOf, versionOn } from './model';

const version = (number: number, valid_from: string) => ({ version: number, valid_from, published_at: `${valid_from}T00:00:00Z` });
const filled = (filled_on: string, value: number | undefined): FilledScale => ({
  id: filled_on, organisation: '', scale: 's', titles: {}, version: 1, filled_on, recorded_on: filled_on, confidential: false, readable: true, corrected: false, times: 1,
  scores: value === undefined ? [] : [{ id: 'total', titles: { ru: 'Сумма' }, value }],
});

describe('a scale', () => {
  it('is filled by the version of the day', () => {
    const versions = [version(3, '2026-03-01'), version(2, '2026-02-01'), version(1, '2026-02-01')];
    expect(versionOn(versions, '2026-01-31')).toBeUndefined();
    expect(versionOn(versions, '2026-02-01')).toBe(2);
    expect(versionOn(versions, '2026-12-01')).toBe(3);
  });
  it('has a line where it was measured more than once', () => {
    expect(linesOf([filled('2026-03-01', 5)])).toEqual([]);
    expect(linesOf([filled('2026-03-01', 5), filled('2026-02-01', undefined), filled('2026-01-01', 3)])[0]?.points).toEqual([
      { day: '2026-01-01', value: 3 },
      { day: '2026-03-01', value: 5 },
    ]);
  });
});
