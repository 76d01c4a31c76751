import { expect, test } from 'vitest';
import { readInline, readMarkdown, safeAddress } from './markdown';

test('blocks of a lesson are read', () => {
  const blocks = readMarkdown('# A\n\nOne\ntwo\n- x\n- y\n\n3. c\n4. d\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n> q\n');
  expect(blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'list', 'list', 'table', 'rule', 'quote']);
  expect(blocks[3]).toMatchObject({ ordered: true, start: 3 });
  expect(blocks[4]).toMatchObject({ rows: [[[{ text: '1' }], [{ text: '2' }]]] });
});

test('marks nest, and words with underscores stay words', () => {
  expect(readInline('**a *b* c**')).toMatchObject([{ kind: 'strong', parts: [{ kind: 'text' }, { kind: 'em' }, { kind: 'text' }] }]);
  expect(readInline('file_name_here')).toEqual([{ kind: 'text', text: 'file_name_here' }]);
});

test('markup and script addresses of a package are only text', () => {
  expect(readInline('<img src=x onerror=alert(1)>')).toEqual([{ kind: 'text', text: '<img src=x onerror=alert(1)>' }]);
  expect(readInline('[go](javascript:alert)')).toEqual([{ kind: 'text', text: 'go' }]);
  expect(safeAddress('data:text/html,x')).toBeNull();
  expect(safeAddress('https://example.org')).toBe('https://example.org');
});

test('every line is read once, whatever it looks like', () => {
  for (const odd of ['|', '| a |\n', '-\n- ', '```\nopen', '#', '####### x', '> ', '1)', '**', '*a', '[a](', '\n\n|---|']) expect(() => readMarkdown(odd)).not.toThrow();
});
