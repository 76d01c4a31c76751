import { describe, expect, it } from 'vitest';
import type { Clause } from '../api';
import { kindsFor } from './rules';
import { addClause, moveClause, removeClause, shiftClause, tidy } from './text';
import { wordDifference } from './words';

const tree = (text: string): Clause[] => text.split(' ').map((each) => ({ id: each.slice(1), address: '', level: Number(each[0]), text: { ru: each } }));
const flat = (clauses: readonly Clause[]) => clauses.map(({ id, level }) => `${level}${id}`).join(' ');

describe('clauses', () => {
  it('move with all that stands under them, past whole branches', () => {
    const clauses = tree('1a 2b 2c 1d 2e');
    expect(flat(moveClause(clauses, 3, -1))).toBe('1d 2e 1a 2b 2c');
    expect(flat(moveClause(clauses, 0, 1))).toBe('1d 2e 1a 2b 2c');
    expect(flat(moveClause(clauses, 2, -1))).toBe('1a 2c 2b 1d 2e');
    expect(flat(moveClause(clauses, 1, -1))).toBe(flat(clauses));
    expect(flat(moveClause(clauses, 4, 1))).toBe(flat(clauses));
  });
  it('go under the clause above, never deeper than it allows', () => {
    const clauses = tree('1a 2b 1d 2e');
    expect(flat(shiftClause(clauses, 2, 1))).toBe('1a 2b 2d 3e');
    expect(flat(shiftClause(clauses, 1, 1))).toBe(flat(clauses));
    expect(flat(shiftClause(clauses, 0, -1))).toBe(flat(clauses));
    expect(flat(shiftClause(clauses, 3, -1))).toBe('1a 2b 1d 1e');
  });
  it('leave with their branch, and arrive after one', () => {
    const clauses = tree('1a 2b 1d');
    expect(flat(removeClause(clauses, 0))).toBe('1d');
    expect(addClause(clauses, 0)[2]?.level).toBe(1);
    expect(addClause(clauses, -1)).toHaveLength(4);
  });
});

describe('kinds of measure', () => {
  it('that need a package are not offered for a listed service, but stay where one is taken', () => {
    expect(kindsFor(false, 'wait')).toHaveLength(9);
    expect(kindsFor(true, 'wait')).toEqual(['wait', 'minutes', 'group_size', 'frequency', 'qualified']);
    expect(kindsFor(true, 'presence')).toContain('presence');
  });
});

describe('a text that was emptied', () => {
  it('is absent, and so are the conditions of what is not allowed', () => {
    const content = tidy({
      title: { ru: 'С' }, kind: 'household', volume: { ru: ' ' }, conditions: { ru: 'Зал' }, algorithm: { preparation: [], performance: [], completion: [] },
      clauses: [], remote: { allowed: false, conditions: { ru: 'Связь' } }, statements: [],
    });
    expect(content).not.toHaveProperty('volume');
    expect(content.conditions).toEqual({ ru: 'Зал' });
    expect(content.remote).toEqual({ allowed: false });
  });
});

describe('words that differ', () => {
  it('are told apart, and both texts can be read from the pieces', () => {
    const pieces = wordDifference('не более 14 дней со дня обращения', 'не более 10 дней со дня звонка');
    expect(pieces.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(['14', 'обращения']);
    expect(pieces.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(['10', 'звонка']);
    expect(pieces.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('')).toBe('не более 14 дней со дня обращения');
  });
});
