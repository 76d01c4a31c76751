import { expect, test } from 'vitest';
import { addressOf, askOf, filtersOf } from './filters';

test('the address holds what the journal is narrowed by, and nothing else', () => {
  const filters = filtersOf({ person: 'p', service: 's', from: '2026-11-01', to: '', other: 'x' });
  expect(addressOf(filters)).toBe('/journal?from=2026-11-01&service=s&person=p');
  expect(addressOf({ ...filters, from: '', service: '', person: '' })).toBe('/journal');
});

test('half a day is not asked for', () => {
  expect(askOf({ from: '2026-11', to: '2026-11-30', mine: '1' })).toEqual({ to: '2026-11-30', mine: true });
});
