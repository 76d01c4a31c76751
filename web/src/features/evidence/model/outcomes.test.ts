import { expect, test } from 'vitest';
import { meaningOf } from './outcomes';

test('an interval that holds zero says nothing of a direction', () => {
  expect(meaningOf({ from: -1, to: 2 }, 'higher')).toBe('unclear');
  expect(meaningOf({ from: 0, to: 2 }, 'higher')).toBe('unclear');
});

test('the same change is better on one scale and worse on another', () => {
  expect(meaningOf({ from: -5, to: -1 }, 'lower')).toBe('better');
  expect(meaningOf({ from: -5, to: -1 }, 'higher')).toBe('worse');
  expect(meaningOf({ from: 1, to: 5 }, 'higher')).toBe('better');
});

test('nothing is judged where the package does not say which way is better', () => {
  expect(meaningOf({ from: 1, to: 5 }, undefined)).toBe('higher');
  expect(meaningOf({ from: -5, to: -1 }, undefined)).toBe('lower');
});
