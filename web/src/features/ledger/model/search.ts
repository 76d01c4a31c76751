// One field finds a person by name, birth date or number, in either keyboard layout.
import { parseDay } from '../../../lib/dates';
import { otherLayout } from '../../../lib/fold';
import { digitsOf, numberFields } from '../../../lib/person_numbers';
import { noPerson, sexByPatronymic, type PersonDraft } from '../../../ui/person/PersonFields';

export interface Asked {
  query?: string;
  birth?: string;
  snils?: string;
}

function isDate(word: string): boolean {
  return word.replace(/\D/g, '').length >= 6 && parseDay(word) !== null;
}

export function readSearch(text: string): Asked | null {
  const typed = text.trim();
  const digits = digitsOf(typed);
  if (digits && digits.length >= 11) return { snils: digits };
  const words = typed.split(/\s+/).filter(Boolean);
  const date = words.find(isDate);
  const birth = date ? (parseDay(date) ?? undefined) : undefined;
  const query = words.filter((word) => word !== date).join(' ');
  if (query.length >= 2) return birth ? { query, birth } : { query };
  return birth ? { birth } : null;
}

export function inOtherLayout(asked: Asked): Asked | null {
  return asked.query && !/\d/.test(asked.query) ? { ...asked, query: otherLayout(asked.query) } : null;
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

/** What was typed to find somebody begins the card of somebody new. */
export function beginPerson(text: string): PersonDraft {
  const asked = readSearch(text) ?? {};
  if (asked.snils) return { ...noPerson, number: Object.values(numberFields(asked.snils))[0] ?? '' };
  const [family_name = '', given_name = '', ...rest] = (asked.query ?? '').split(/\s+/).map(capital);
  const patronymic = rest.join(' ');
  return { ...noPerson, family_name, given_name, patronymic, birth: asked.birth ?? '', sex: sexByPatronymic(patronymic) };
}
