import { describe, expect, test } from 'vitest';
import { formatDay, formatDayLong, formatMonth, formatMonthLong, formatWeekday, parseDay } from './dates';
import { matches } from './fold';
import { loadLanguage, textOfCode, t } from './messages';
import { formatMoney, formatNumber, formatPercent } from './numbers';
import { isSingleKey, keysOf } from './shortcuts';
import { fieldName } from './api';
import { readView } from './view';

describe('days', () => {
  test.each([
    ['23.11.2026', '2026-11-23'], ['23.11.26', '2026-11-23'], ['231126', '2026-11-23'], ['1/2/1950', '1950-02-01'],
    ['01.02.48', '1948-02-01'], ['5.3', '2026-03-05'], ['2026-11-23', '2026-11-23'],
  ])('%s is read as %s', (typed, day) => expect(parseDay(typed, '2026-11-23')).toBe(day));

  test.each(['31.02.2026', '29.02.2025', 'tomorrow', '', '1.2.3.4'])('%s is no day', (typed) => expect(parseDay(typed)).toBeNull());

  test('a day is shown without a time zone', () => {
    expect(formatDay('2026-01-05')).toBe('05.01.2026');
    expect(formatMonth('2026-04-30')).toBe('04.26');
  });
});

describe.each([['ru', 'ru-RU'], ['kk', 'kk-KZ'], ['en', 'en-GB']] as const)('a day in words in %s', (language, tag) => {
  const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-09`);
  const intl = (day: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

  test('is what a browser says that knows the language', async () => {
    await loadLanguage(language);
    for (const day of days) {
      expect(formatDayLong(day)).toBe(intl(day, { dateStyle: 'long' }).replace(/\s/g, '\u00a0'));
      expect(formatMonthLong(day)).toBe(intl(day, { month: 'long', year: 'numeric' }).replace(/ г\.$/, '').replace(/\s/g, '\u00a0'));
      expect(formatWeekday(day)).toContain(intl(day, { weekday: 'long' }));
    }
    await loadLanguage('ru');
  });
});

test('a day of the week stands where its language puts it', async () => {
  expect(formatWeekday('2026-11-29')).toBe('воскресенье, 29 ноября');
  await loadLanguage('kk');
  expect(formatWeekday('2026-11-29')).toBe('29 қараша, жексенбі');
  await loadLanguage('ru');
});

test('numbers, money and shares use the ordinary no-break space', () => {
  expect(formatNumber(10000)).toBe('10\u00a0000');
  expect(formatMoney(64000, 'RUB')).toBe('640\u00a0₽');
  expect(formatMoney(123450, 'KZT')).toBe('1\u00a0234,50\u00a0₸');
  expect(formatPercent(0.45)).toBe('45\u00a0%');
});

test('Kazakh numbers have a space and a comma whatever the browser knows of Kazakh', async () => {
  await loadLanguage('kk');
  expect(formatNumber(3926.5, 1)).toBe('3\u00a0926,5');
  expect(t('ui.shown', { count: 3926 })).toBe('3\u00a0926 жол көрсетілді');
  await loadLanguage('ru');
});

test('search forgives Kazakh letters and the other keyboard layout', () => {
  expect(matches('Қызметтер', 'кызмет')).toBe(true);
  expect(matches('Иванова', 'bdfyjd')).toBe(true);
  expect(matches('Иванова', 'петр')).toBe(false);
});

test('Russian plurals follow one, few and many', () => {
  expect([1, 3, 11, 21].map((count) => t('ui.found', { count }))).toEqual([
    'Найден 1 вариант', 'Найдено 3 варианта', 'Найдено 11 вариантов', 'Найден 21 вариант',
  ]);
});

test('a code without a message falls back to the words of the server', () => {
  expect(textOfCode('no.such.code', 'words of the server')).toBe('words of the server');
});

test('shortcuts follow the physical key', () => {
  expect(keysOf(new KeyboardEvent('keydown', { code: 'KeyK', key: 'л', ctrlKey: true }))).toBe('Control+KeyK');
  expect(isSingleKey('Slash')).toBe(true);
  expect(isSingleKey('F2')).toBe(false);
});

test('a pointer names a field', () => expect(fieldName('/lines/0/unit')).toBe('lines/0/unit'));

test('an unknown view falls back to the usual one', () => {
  expect(readView('size=900&scheme=dark')).toEqual({ size: '100', scheme: 'dark', spacing: 'normal', letters: 'on' });
});
