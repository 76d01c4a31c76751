import { readCookie, writeCookie } from './cookies';
import { isLanguage, loadLanguage, type Language } from './messages';
import { createStore } from './store';

export const shownLanguage = createStore<Language>('ru');

export async function showLanguage(next: Language): Promise<void> {
  await loadLanguage(next);
  shownLanguage.set(next);
}

export async function changeLanguage(next: Language): Promise<void> {
  writeCookie('ryadom_language', next);
  await showLanguage(next);
}

export function startLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('language');
  const kept = readCookie('ryadom_language');
  return showLanguage(isLanguage(asked) ? asked : isLanguage(kept) ? kept : 'ru');
}
