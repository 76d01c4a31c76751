import { expect, test } from 'vitest';
import { counted } from './words';

test('a long day is counted in hours, everything else in pieces', () => {
  expect(counted({ kind: 'long_day' }, 790)).toBe('13 ч 10 мин');
  expect(counted({ kind: 'weekend' }, 300)).toBe('300');
});
