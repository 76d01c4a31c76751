import { expect, test } from 'vitest';
import { addressOf, askFacts, askOf, factsAddress, perThousandFits, preset, presets, readQuestion } from './question';

const today = '2026-11-23';
const queryOf = (address: string) => Object.fromEntries(new URLSearchParams(address.slice(address.indexOf('?'))));

test('an address without words asks for people by district over the last year', () => {
  expect(askOf(readQuestion({}, today))).toEqual({ rows: 'district', measure: 'people', from: '2025-11-24', to: today });
});

test('what an address says is read again the same', () => {
  const question = readQuestion({ rows: 'centre', columns: 'month', measure: 'minutes', from: '2026-01-01', to: '2026-03-31', as_of: '2026-04-07', reach: 'region', district: 'd', age: '75plus' }, today);
  expect(readQuestion(queryOf(addressOf(question)), today)).toEqual(question);
  expect(askOf(question)).toMatchObject({ as_of: '2026-04-07', reach: 'region', district: 'd', age: '75plus' });
});

test('words that nobody knows are not asked', () => {
  expect(askOf(readQuestion({ rows: 'colour', columns: 'district', measure: 'joy', from: '2026-02-31', age: '100', sex: 'x' }, today))).toEqual({ rows: 'district', measure: 'people', from: '2025-11-24', to: today });
});

test('the group without a key keeps its facts', () => {
  const question = readQuestion({ rows: 'practice' }, today);
  expect(askFacts(queryOf(factsAddress(question, { row: '' })), today).row).toBe('');
  expect(askFacts(queryOf(factsAddress(question, {})), today).row).toBeUndefined();
});

test('every preset can be asked', () => {
  for (const name of presets) {
    const question = preset(name, readQuestion({ practice: 'p' }, today));
    expect(question.filters).toEqual({});
    expect(question.measure !== 'per_thousand' || perThousandFits(question)).toBe(true);
    expect(question.columns).not.toBe(question.rows);
  }
});
