// Writes the type of every message key and its arguments from the Russian catalogues, which are the source.
import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

export function catalogues(language, folder = source) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return catalogues(language, path);
    return folder.endsWith('strings') && entry.name === `${language}.json` ? [path] : [];
  });
}

export function messageArguments(message) {
  const found = new Map();
  const visit = (elements) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type === TYPE.tag) {
        visit(element.children);
        continue;
      }
      const numeric = element.type === TYPE.plural || element.type === TYPE.number;
      if (!found.has(element.value) || numeric) found.set(element.value, numeric ? 'number' : 'string | number');
      if (element.options) for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(parse(message));
  return found;
}

export function writeKeys() {
  const lines = catalogues('ru').flatMap((path) =>
    Object.entries(JSON.parse(readFileSync(path, 'utf8'))).map(([key, message]) => {
      const fields = [...messageArguments(message)].map(([name, type]) => `${name}: ${type}`);
      return `  '${key}': ${fields.length ? `{ ${fields.join('; ')} }` : 'null'};`;
    }),
  );
  const text = `// Written by tools/string_keys.mjs.\nexport interface MessageKeys {\n${lines.sort().join('\n')}\n}\n`;
  const target = join(source, 'lib', 'messages', 'keys.ts');
  mkdirSync(dirname(target), { recursive: true });
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeKeys();
