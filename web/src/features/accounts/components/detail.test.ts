import { expect, test } from 'vitest';
import { detailWords } from './detail';

test('a record of the log is told in words, and what is empty is left out', () => {
  expect(detailWords('{"by":["name","birth"],"persons":[]}')).toBe('поиск по: имени, дате рождения');
  expect(detailWords('{"persons":["0190d7a5-0000-7000-8000-000000000001"],"mine":true}')).toBe('получатели: 1 запись; только свои: да');
  expect(detailWords('{"kind":"cane","amount_kopecks":90000}')).toBe('вид: cane; цена: 900\u00a0₽');
});

test('what nobody has words for stays as it is', () => {
  expect(detailWords('{"strange":"thing"}')).toBe('strange: thing');
  expect(detailWords('no JSON')).toBe('no JSON');
  expect(detailWords('')).toBe('');
});
