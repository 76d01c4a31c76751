// The package's own words in the reader's language, and the words of its codes.
import { isLanguage, language, t, textOfCode } from '../../../lib/messages';
import { formatDay } from '../../../lib/dates';
import { formatMoney, formatNumber } from '../../../lib/numbers';
import type { Money, Package, Range, Words } from './types';

export function say(words: Words | null | undefined): string {
  return words?.[language()] || words?.ru || '';
}

/** Part of a practice may exist in Russian only: then its language has to be told to a screen reader. */
export function languageOf(words: Words | null | undefined): 'ru' | undefined {
  return language() !== 'ru' && words && !words[language()] ? 'ru' : undefined;
}

export type CodeTable = 'group' | 'need' | 'care_form' | 'unit' | 'room_kind' | 'qualification' | 'role';

/** A region may have codes of its own, which only its server knows in words. */
export function codeText(table: CodeTable, code: string): string {
  return textOfCode(`practices.code_${table}.${code}`, code);
}

export function wordOf(prefix: string, word: string): string {
  return textOfCode(`practices.${prefix}.${word}`, word);
}

/** A place within a section: ids as they are, fields and languages in words. */
export function placeText({ id, field }: { id: string; field: string }): string {
  const words = field.split('/').map((part) => (isLanguage(part) ? t(`practices.in.${part}`) : wordOf('f', part)));
  return [id, ...words].filter(Boolean).join(' › ');
}

export function moneyText(money: Money | null | undefined): string {
  if (money?.amount_kopecks === null || money?.amount_kopecks === undefined) return t('practices.set_by_region');
  const amount = formatMoney(money.amount_kopecks, 'RUB');
  return money.as_of ? t('practices.amount_as_of', { amount, day: formatDay(money.as_of) }) : amount;
}

/** What it costs to start at the least, where a line has no room for more. */
export function startShort({ start_kopecks: kopecks }: { start_kopecks?: number }, start: Money): string {
  if (start.amount_kopecks !== undefined || kopecks === undefined) return moneyText(start);
  return t('practices.start_from', { amount: formatMoney(kopecks, 'RUB') });
}

/** What it costs to start: the package's word, or its mandatory equipment at the region's prices. */
export function startText({ start_kopecks: kopecks }: { start_kopecks?: number }, start: Money): string {
  if (start.amount_kopecks !== undefined || kopecks === undefined) return moneyText(start);
  return t('practices.start_by_region', { amount: formatMoney(kopecks, 'RUB') });
}

/** The register of equipment names the kinds that it knows; others have the title of the practice that brought them. */
export function equipmentText({ kind, title }: { kind: string; title: Words }): string {
  return textOfCode(`network.equipment_kind.${kind}`, say(title));
}

export function rangeText(range: Range): string {
  return range.from === range.to ? formatNumber(range.from) : t('practices.range', { from: formatNumber(range.from), to: formatNumber(range.to) });
}

/** A role is a post of this practice or one of the reserved words. */
export function roleText(work: Pick<Package, 'needs'>, role: string): string {
  const staff = work.needs.staff?.find((each) => each.id === role);
  return staff ? say(staff.position) : codeText('role', role);
}

