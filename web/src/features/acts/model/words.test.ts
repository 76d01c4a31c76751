import { beforeAll, expect, test } from 'vitest';
import { loadLanguage, loadWords } from '../../../lib/messages';
import { causes, difference, payment, paymentOf, quantity } from './words';

beforeAll(async () => {
  await loadLanguage('ru');
  await loadWords('acts');
});

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

test('what is not known is not shown as nothing', () => {
  expect(payment(undefined)).toBe('не определена');
  expect(plain(payment(0))).toBe('0 ₽');
});

test('a difference says which way', () => {
  expect(plain(difference(13_000))).toBe('+130 ₽');
  expect(plain(difference(-5_050))).toBe('−50,50 ₽');
});

test('a quantity has as many places as it needs', () => {
  expect(quantity(200)).toBe('2');
  expect(quantity(150)).toBe('1,5');
});

test('causes are told one by one', () => {
  expect(causes({ late: 2, taken_back: 1, merged: 0, assessment: true, tariff: false })).toBe('внесено 2 поздних факта; отменён 1 факт; оплата пересчитана');
});

test('a part of a month says by which assessment is paid', () => {
  expect(plain(paymentOf({ assessment: 'a', effective_on: '2026-01-01', ceiling_kopecks: 150_000, sum_kopecks: 230_000, payable_kopecks: 150_000 }))).toBe('Услуг на 2 300 ₽, платит не больше 1 500 ₽ в месяц по расчёту с 01.01.2026: 1 500 ₽');
  expect(plain(paymentOf({ sum_kopecks: 230_000 }))).toBe('Услуг на 2 300 ₽ в дни, на которые оплата не рассчитана');
});
