// Every text is in the catalogues, and the three catalogues say the same things.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { catalogues, messageArguments } from '../../../tools/string_keys.mjs';

type Texts = Record<string, string>;
const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8'));

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.|keys\.ts$|fold\.ts$|\.d\.ts$/.test(entry.name) ? [path] : [];
  });
}

const visible = new Set(['title', 'label', 'hint', 'alt', 'placeholder', 'name', 'detail', 'caption', 'aria-label', 'aria-description', 'lead', 'empty']);
// `name` is a visible name on a button and a field's pointer elsewhere.
const isPointer = (element: string) => !/^Button/.test(element);

function literalTexts(path: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const visit = (node: ts.Node): void => {
    const line = () => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText().trim().slice(0, 60)}`;
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(line());
    if (ts.isStringLiteralLike(node) && /[\u0400-\u04ff]/.test(node.text)) found.push(line());
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const name = node.name.getText();
      const element = node.parent.parent.tagName.getText();
      const text = node.initializer.text;
      if (visible.has(name) && /\p{L}/u.test(text) && !(name === 'name' && isPointer(element)) && element !== 'Icon') found.push(line());
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test('no text that a reader sees is written in the code', () => {
  expect(sources('src').flatMap(literalTexts)).toEqual([]);
}, 60_000);

test('Kazakh and English have the keys and arguments of Russian', () => {
  const faults: string[] = [];
  for (const path of catalogues('ru')) {
    const russian = read(path);
    for (const language of ['kk', 'en']) {
      const other = read(path.replace(/ru\.json$/, `${language}.json`));
      for (const key of new Set([...Object.keys(russian), ...Object.keys(other)])) {
        const [a, b] = [russian[key], other[key]];
        if (a === undefined || b === undefined) faults.push(`${language}: ${key} is only in ${a === undefined ? language : 'ru'}`);
        else if (String([...messageArguments(a)].sort()) !== String([...messageArguments(b)].sort())) faults.push(`${language}: ${key} has other arguments`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('a key belongs to one file', () => {
  const keys = catalogues('ru').flatMap((path) => Object.keys(read(path)));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
