// One language is loaded at a time, of each feature when its first page opens; a change of language remounts the application.
import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageKeys } from './keys';
import type { Catalogue } from './merge';

export const languages = ['ru', 'kk', 'en'] as const;
export type Language = (typeof languages)[number];
export type MessageKey = keyof MessageKeys;
export type PlainKey = { [Key in MessageKey]: MessageKeys[Key] extends null ? Key : never }[MessageKey];

/** The words of the shell and the components. */
const loaders: Record<Language, () => Promise<{ default: Catalogue }>> = {
  ru: () => import('./ru'),
  kk: () => import('./kk'),
  en: () => import('./en'),
};

const parts = import.meta.glob<Catalogue>('/src/features/*/strings/*.json', { import: 'default' });
/** Features whose words are in use. */
const used = new Set<string>();

let current: Language = 'ru';
let catalogue: Catalogue = {};
let formats = new Map<string, IntlMessageFormat>();

export function language(): Language {
  return current;
}

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((known) => known === text);
}

export async function loadLanguage(next: Language): Promise<void> {
  const shell = (await loaders[next]()).default;
  let words: Catalogue[] = [];
  // A page may open meanwhile.
  while (words.length < used.size) words = await Promise.all([...used].map((feature) => part(feature, next)));
  current = next;
  catalogue = Object.assign({}, shell, ...words);
  formats = new Map();
  document.documentElement.lang = next;
}

function part(feature: string, language: Language): Promise<Catalogue> {
  const load = parts[`/src/features/${feature}/strings/${language}.json`];
  if (!load) throw new Error(`${feature} has no words`);
  return load();
}

export async function loadWords(feature: string): Promise<void> {
  if (used.has(feature)) return;
  let words: Catalogue;
  let asked: Language;
  do {
    asked = current;
    words = await part(feature, asked);
  } while (asked !== current);
  used.add(feature);
  Object.assign(catalogue, words);
}

export async function loadAllWords(): Promise<void> {
  await Promise.all(Object.keys(parts).map((path) => loadWords(path.split('/')[3] ?? '')));
}

function format(key: string, values?: Record<string, string | number>): string {
  const message = catalogue[key];
  if (message === undefined) return key;
  if (!message.includes('{') && !message.includes("'")) return message;
  let compiled = formats.get(key);
  if (!compiled) {
    // Browsers that lack Kazakh count in English; Kazakh words do not change with the number, so that Russian counts as well.
    compiled = new IntlMessageFormat(message, current === 'kk' ? 'ru' : current);
    formats.set(key, compiled);
  }
  // No web font subset carries the narrow space that Intl puts between thousands in some locales.
  return String(compiled.format(values)).replace(/\u202f/g, '\u00a0');
}

export function t<Key extends MessageKey>(
  key: Key,
  ...values: MessageKeys[Key] extends null ? [] : [MessageKeys[Key]]
): string {
  return format(key, values[0] as Record<string, string | number> | undefined);
}

/** Text of a code that the server sent; codes are message keys, and an unknown one falls back to the server's words. */
export function textOfCode(code: string, fallback: string): string {
  return catalogue[code] === undefined ? fallback : format(code, {});
}
