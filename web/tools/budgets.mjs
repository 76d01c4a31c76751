// Holds what a browser loads against the budgets: 60 KB gzip to start the desk, 60 KB more for any route. Fonts are not
// counted. A route is a page with all that it loads by itself; `--list` prints every sum.
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const limit = 60 * 1024;
/** Loaded when a reader opens it, so it is measured alone. */
const onDemand = ['src/ui/Calendar.tsx'];
/** Shows every component, to those who make them. */
const exempt = ['src/features/kit/pages/KitPage.tsx'];

const { output } = await build({ root, logLevel: 'silent', build: { write: false } });
const files = new Map(output.map((file) => [file.fileName, file]));
// A page that another one imports from has no facade of its own.
const moduleOf = (chunk) => chunk.facadeModuleId ?? chunk.moduleIds?.find((id) => basename(id).startsWith(`${chunk.name}.`));
const nameOf = (chunk) => relative(root, moduleOf(chunk)?.split('?')[0] ?? join(root, chunk.fileName));
const isPage = (name) => name.includes('/pages/') || name === 'src/app/HomePage.tsx';
const isWords = (name) => /\/strings\/|src\/lib\/messages\/[a-z]+\.ts$/.test(name);
const isAlone = (name) => isPage(name) || isWords(name) || onDemand.includes(name);

/** The file with all that it imports, and all that comes after it without being asked for. */
function closure(fileName, found = new Set()) {
  const file = files.get(fileName);
  if (!file || found.has(fileName)) return found;
  found.add(fileName);
  if (file.type !== 'chunk') return found;
  for (const each of [...file.imports, ...(file.viteMetadata?.importedCss ?? [])]) closure(each, found);
  for (const each of file.dynamicImports) if (!isAlone(nameOf(files.get(each)))) closure(each, found);
  return found;
}

const size = (fileName) => gzipSync(files.get(fileName).code ?? files.get(fileName).source, { level: 9 }).length;
const sum = (names) => [...names].reduce((total, each) => total + size(each), 0);
const chunks = output.filter((file) => file.type === 'chunk');
/** The longest of the three languages. */
const words = (of) => Math.max(0, ...chunks.filter((chunk) => of(nameOf(chunk))).map((chunk) => size(chunk.fileName)));

const start = closure(chunks.find((chunk) => chunk.isEntry).fileName);
const sums = [['start', sum(start) + words((name) => name.startsWith('src/lib/messages/') && isWords(name))]];
for (const chunk of chunks) {
  const name = nameOf(chunk);
  if (!(isPage(name) || onDemand.includes(name)) || exempt.includes(name)) continue;
  const own = [...closure(chunk.fileName)].filter((each) => !start.has(each));
  const feature = /features\/[^/]+\//.exec(name)?.[0];
  sums.push([name, sum(own) + (feature ? words((each) => each.includes(`${feature}strings/`)) : 0)]);
}

const over = sums.filter(([, bytes]) => bytes > limit);
for (const [name, bytes] of process.argv.includes('--list') ? sums.sort((a, b) => b[1] - a[1]) : over) console.log(`${(bytes / 1024).toFixed(1).padStart(6)} KB  ${name}`);
console.log(`${sums.length} sums, ${over.length} over ${limit / 1024} KB`);
process.exit(over.length === 0 ? 0 : 1);
