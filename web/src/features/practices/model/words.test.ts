import { expect, test } from 'vitest';
import { placeText } from './words';

test('a place of a comparison is told in words, and what has none as it is', () => {
  expect(placeText({ id: 'walk', field: 'title/ru' })).toBe('walk › Название › по-русски');
  expect(placeText({ id: '', field: 'own_field' })).toBe('own_field');
});
