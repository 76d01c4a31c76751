// One field finds a person by name, birth date or number, in either keyboard layout.
import { parseDay } from './dates';
import { otherLayout } from './fold';
import { digitsOf } from './person_numbers';

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
