import { formatDayLong, formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import type { Fact, Question } from '../api';

const minutesOfDay = 24 * 60;

export function formatMinutes(minutes: number): string {
  return t('questions.time', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }).trim();
}

/** The question itself, as one person would put it to another. */
export function sentence({ kind, day, value, limit }: Question): string {
  switch (kind) {
    case 'long_day':
      return value > minutesOfDay
        ? t('questions.text.impossible_day', { day: formatDayLong(day), time: formatMinutes(value) })
        : t('questions.text.long_day', { day: formatDayLong(day), time: formatMinutes(value), limit: formatMinutes(limit) });
    case 'two_places': return t('questions.text.two_places', { day: formatDayLong(day), count: value });
    case 'late_batch': return t('questions.text.late_batch', { day: formatDayLong(day), count: value, days: limit });
    case 'month_end': return t('questions.text.month_end', { month: formatMonthLong(day), count: value, days: limit });
    case 'same_minutes': return t('questions.text.same_minutes', { month: formatMonthLong(day), count: value });
    case 'after_death': return t('questions.text.after_death', { month: formatMonthLong(day), count: value });
    case 'weekend': return t('questions.text.weekend', { month: formatMonthLong(day), count: value });
  }
}

/** What a question counts, as it is read: the minutes of a long day as hours. */
export function counted({ kind }: Pick<Question, 'kind'>, value: number): string {
  return kind === 'long_day' ? formatMinutes(value) : formatNumber(value);
}

/** Whom the question is about; nothing when it is about the centre as a whole. */
export function whom({ worker, person }: Question): string | null {
  return worker ?? person?.name ?? (person ? t(`questions.sex.${person.sex}`) : null);
}

export function recipient({ person, unnamed_count }: Fact): string {
  if (!person) return t('questions.unnamed', { count: unnamed_count });
  return person.name ?? `${t(`questions.sex.${person.sex}`)}, ${t('questions.age', { age: person.age })}`;
}
