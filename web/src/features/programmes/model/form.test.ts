import { expect, test } from 'vitest';
import { begin, contentOf, formOf, packageMinutes, yearFrom } from './form';
import { hundredthsOf } from './words';

test('a year ends the day before it would begin anew', () => {
  expect(yearFrom('2026-11-23')).toBe('2027-11-22');
  expect(yearFrom('2028-02-29')).toBe('2029-02-28');
  expect(yearFrom('2026-01-01')).toBe('2026-12-31');
});

test('a programme starts from what was wanted, and reads back as it was written', () => {
  const form = begin('2026-11-23', { form: 'semi_residential', services: ['a', 'b'] }, 'КЦСОН', 1);
  expect(form.lines.map(({ service }) => service)).toEqual(['a', 'b']);
  form.lines[0] = { ...form.lines[0]!, quantity: '1,5', times: '3', minutes: '210' };
  const content = contentOf(form);
  expect(content).toMatchObject({ form: 'semi_residential', care_level: 1, until: '2027-11-22', providers: ['КЦСОН'] });
  expect(content?.lines[0]).toEqual({ service: 'a', quantity: 150, times: 3, every: 'week', weekly_minutes: 210 });
  expect(contentOf(formOf(content!, ''))).toEqual(content);
});

test('nothing is sent while something cannot be read', () => {
  const form = begin('2026-11-23', null, '', undefined);
  expect(contentOf(form)).toBeNull();
  expect(contentOf({ ...form, lines: [{ ...form.lines[0]!, service: 'a', times: 'часто' }] })).toBeNull();
  expect(packageMinutes([{ ...form.lines[0]!, minutes: '70' }, { ...form.lines[0]!, minutes: 'x' }])).toBe(70);
});

test('amounts are read in hundredths', () => {
  expect(['1', '2,5', '0.25', '0', '', 'x', '1,234'].map(hundredthsOf)).toEqual([100, 250, 25, null, null, null, null]);
});
