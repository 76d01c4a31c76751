import { expect, test } from 'vitest';
import { inserted, lineRange, written } from './model';

const field = (code: string, type: 'text' | 'flag' | 'list') => ({ code, type, title: code, lists: [] });

test('a field is written with the caret where a filter would go on', () => {
  const { text, caret } = written(field('client', 'text'));
  expect(text).toBe('{{client}}');
  expect(text.slice(0, caret)).toBe('{{client');
});

test('a list and a flag are written with their end', () => {
  expect(written(field('services', 'list')).text).toBe('{{#each services}}\n\n{{/each}}\n');
  expect(written(field('free', 'flag'))).toEqual({ text: '{{#if free}}{{/if}}', caret: 12 });
});

test('a line is found by its number', () => {
  expect(lineRange('a\nbcd\ne', 2)).toEqual([2, 5]);
  expect(lineRange('a', 9)).toEqual([2, 2]);
});

test('a piece takes the place of what is selected', () => expect(inserted('abcd', 1, 3, '-')).toBe('a-d'));
