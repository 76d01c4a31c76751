import { expect, test } from 'vitest';
import type { Assessment } from '../api';
import { emptyMember, formAfter, hundredthsOf, inputOf, knownIncomes, monthsBefore, type AssessForm } from './form';

const form = (change: Partial<AssessForm> = {}): AssessForm => ({
  care_form: 'home', area: 'village', group: 'pensioner', applied_on: '2026-11-20', effective_on: '2026-12-01', reason: '',
  members: [{ who: ' Иванова ', document: '', incomes: Array<string>(12).fill('15 200,50') }],
  services: [{ service: 's', quantity: '2,5', care_package: false }],
  ...change,
});

test('the twelve months end before that of the application', () => {
  const months = monthsBefore('2026-01-31');
  expect([months.length, months[0], months[11]]).toEqual([12, '2025-01-01', '2025-12-01']);
});

test('a sound form is sent in kopecks and hundredths', () => {
  const { input } = inputOf(form());
  expect(input?.members[0]).toEqual({ who: 'Иванова', incomes: Array(12).fill(1_520_050) });
  expect(input?.services[0]?.quantity).toBe(250);
});

test('what is missing is named, and whoever has no income at all is not sent', () => {
  expect(inputOf(form({ area: '', applied_on: null, services: [] })).lacks).toEqual(['area', 'days', 'services']);
  expect(inputOf(form({ members: [{ who: 'Я', document: '', incomes: ['1', ...Array<string>(11).fill('')] }] })).lacks).toEqual(['incomes']);
  expect(inputOf(form({ members: [emptyMember('Я')] })).input?.members).toEqual([]);
});

test('units are read with a comma, and nothing is not a number of them', () => {
  expect([hundredthsOf('1'), hundredthsOf('0,25'), hundredthsOf('0'), hundredthsOf('много')]).toEqual([100, 25, null, null]);
});

test('a recalculation begins with the family and services of the last one, and with incomes of the same months', () => {
  const last = { input: { ...inputOf(form()).input, applied_on: '2026-09-02' } } as Assessment;
  const next = formAfter(last, '2026-11-23');
  expect([next.area, next.services[0]?.quantity, next.members[0]?.who, next.members[0]?.incomes[0]]).toEqual(['village', '2,5', 'Иванова', '']);
  const known = knownIncomes(last, 0, '2026-11-23');
  expect([known[0], known[9], known[10], known[11]]).toEqual(['15\u00a0200,5', '15\u00a0200,5', '', '']);
});
