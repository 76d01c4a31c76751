import { beforeAll, expect, test } from 'vitest';
import { loadWords } from '../../../lib/messages';
import { formulaOf, sumOf, titleOfStep } from './words';

const names = { service: () => 'Покупка продуктов', category: () => 'Ветеран' };
beforeAll(() => loadWords('payment'));

test('equal neighbours of a sum stand once', () => {
  expect(sumOf([1_520_000, 1_520_000, 1_600_050]).replace(/\u00a0/g, ' ')).toBe('15 200 ₽ × 2 + 16 000,50 ₽');
});

test('a line says what, with what and by which act', () => {
  const step = { kind: 'limit' as const, operands: [{ name: 'minimum' as const, value: 1_400_000 }, { name: 'percent' as const, value: 150 }], result: 2_100_000 };
  expect(formulaOf(step).replace(/\u00a0/g, ' ')).toBe('14 000 ₽ × 150 %');
  expect(titleOfStep({ ...step, kind: 'free_category', subject: 'veteran' }, names)).toContain('Ветеран');
  expect(titleOfStep({ ...step, kind: 'service', service: 'x' }, names)).toBe('Покупка продуктов');
});
