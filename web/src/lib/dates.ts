// Calendar days travel as YYYY-MM-DD and must never pass through a time zone.
import { language, t } from './messages';

export type Day = string;

// Debian's Chromium knows no Kazakh: it writes Kazakh numbers in English and days as «2026 M11 29». Numbers are written as in
// Russian, and the words of a day stand in the catalogue, so that every browser says the same.
const locales = { ru: 'ru-RU', kk: 'ru-RU', en: 'en-GB' } as const;

export function locale(): string {
  return locales[language()];
}

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function partsOf(day: Day) {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: Number(month), date: String(Number(date)) };
}

function unbroken(text: string): string {
  return text.replace(/ /g, '\u00a0');
}

/** From 1 to 12, as it stands alone. */
export function monthName(month: number): string {
  return t('ui.months').split(' ')[month - 1] ?? '';
}

function monthOfDay(month: number): string {
  return t('ui.months_of_days').split(' ')[month - 1] ?? '';
}

/** From Monday. */
export function weekdayNames(form: 'long' | 'short'): string[] {
  return t(form === 'long' ? 'ui.weekdays' : 'ui.weekdays_short').split(' ');
}

export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}.${month}.${year}`;
}

/** Short month of a deadline in a dense table: 04.26. */
export function formatMonth(day: Day): string {
  return `${day.slice(5, 7)}.${day.slice(2, 4)}`;
}

export function formatMonthLong(day: Day): string {
  const { year, month } = partsOf(day);
  return unbroken(t('ui.month_long', { month: monthName(month), year }));
}

export function formatDayLong(day: Day): string {
  const { year, month, date } = partsOf(day);
  return unbroken(t('ui.day_long', { date, month: monthOfDay(month), year }));
}

export function formatWeekday(day: Day): string {
  const { month, date } = partsOf(day);
  const weekday = weekdayNames('long')[(utc(day).getUTCDay() + 6) % 7] ?? '';
  return t('ui.day_of_week', { weekday, date, month: monthOfDay(month) });
}

export function addDays(day: Day, count: number): Day {
  return new Date(utc(day).getTime() + count * 86_400_000).toISOString().slice(0, 10);
}

/** Whole years of a life; who was born on 29 February grows older on 1 March. */
export function ageOn(birth: Day, day: Day): number {
  return Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
}

/** An instant in the zone of the reader's centre, or of the browser where none is given. */
export function formatInstant(instant: string, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone,
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('day')}.${part('month')}.${part('year')}, ${part('hour')}:${part('minute')}`;
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = utc(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

export function today(): Day {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Reads what people really type: 23.11.2026, 23/11/26, 23112026, 2026-11-23, and 23.11 of this year. */
export function parseDay(typed: string, now: Day = today()): Day | null {
  const text = typed.trim();
  if (isDay(text)) return text;
  const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  const parts = digits ?? /^(\d{1,2})[.,/\-\s]+(\d{1,2})(?:[.,/\-\s]+(\d{4}|\d{2}))?\.?$/.exec(text);
  if (!parts) return null;
  const [, date = '', month = '', year = now.slice(0, 4)] = parts;
  const day = `${fullYear(year, now)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

function fullYear(year: string, now: Day): string {
  if (year.length === 4) return year;
  const century = Number(now.slice(0, 2));
  const guess = century * 100 + Number(year);
  // Births are typed with two digits as often as terms: more than twenty years ahead means the last century.
  return String(guess > Number(now.slice(0, 4)) + 20 ? guess - 100 : guess);
}
