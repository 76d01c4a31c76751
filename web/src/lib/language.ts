import { readCookie, writeCookie } from './cookies';
import { isLanguage, loadLanguage, type Language } from './messages';
import { session, type Session } from './session';
import { createStore } from './store';

export const shownLanguage = createStore<Language>('ru');

function inAddress(): string | null {
  return new URLSearchParams(location.search).get('language');
}

export async function showLanguage(next: Language): Promise<void> {
  await loadLanguage(next);
  shownLanguage.set(next);
}

export async function changeLanguage(next: Language): Promise<void> {
  writeCookie('ryadom_language', next);
  await showLanguage(next);
}

export function startLanguage(): Promise<void> {
  const asked = inAddress();
  const kept = readCookie('ryadom_language');
  return showLanguage(isLanguage(asked) ? asked : isLanguage(kept) ? kept : 'ru');
}

/** Whoever signs in reads their own language, whatever the last reader of this computer read. Nothing is shown in between. */
export async function openSession(found: Session): Promise<void> {
  const own = isLanguage(inAddress()) ? shownLanguage.get() : found.account.language;
  if (own === shownLanguage.get()) return session.set(found);
  writeCookie('ryadom_language', own);
  await loadLanguage(own);
  session.set(found);
  shownLanguage.set(own);
}
