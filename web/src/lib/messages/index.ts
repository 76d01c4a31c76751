// One language is loaded at a time; a change of language remounts the application.
import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageKeys } from './keys';
import type { Catalogue } from './merge';

export const languages = ['ru', 'kk', 'en'] as const;
export type Language = (typeof languages)[number];
export type MessageKey = keyof MessageKeys;
export type PlainKey = { [Key in MessageKey]: MessageKeys[Key] extends null ? Key : never }[MessageKey];

const loaders: Record<Language, () => Promise<{ default: Catalogue }>> = {
  ru: () => import('./ru'),
  kk: () => import('./kk'),
  en: () => import('./en'),
};

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
  const loaded = await loaders[next]();
  current = next;
  catalogue = loaded.default;
  formats = new Map();
  document.documentElement.lang = next;
}

function format(key: string, values?: Record<string, string | number>): string {
  const message = catalogue[key];
  if (message === undefined) return key;
  if (!message.includes('{') && !message.includes("'")) return message;
  let compiled = formats.get(key);
  if (!compiled) {
    compiled = new IntlMessageFormat(message, current);
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
