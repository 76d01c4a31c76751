import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import type { Tone } from '../../../ui/Tag';
import type { Clock, Line, Person, Reason } from '../api';

export const nameOf = ({ family_name, given_name, patronymic }: Person): string => [family_name, given_name, patronymic].filter(Boolean).join(' ');

const tones: Record<Clock['urgency'], Tone> = { overdue: 'danger', today: 'warning', week: 'info', later: 'neutral', standing: 'neutral', unknown: 'neutral' };
export const toneOf = ({ urgency }: Clock): Tone => tones[urgency];

/** "сегодня", "через 2 рабочих дня", "просрочено на 3 рабочих дня", "срок стоит, осталось 3 рабочих дня". */
export function clockWords({ urgency, left }: Clock): string {
  const days = t('programmes.working_days', { count: left });
  switch (urgency) {
    case 'overdue': return left === 0 ? t('programmes.clock.overdue_now') : t('programmes.clock.overdue', { days });
    case 'today': return t('programmes.clock.today');
    case 'week':
    case 'later': return left === 0 ? t('programmes.clock.soon') : t('programmes.clock.later', { days });
    case 'standing': return t('programmes.clock.standing', { days });
    case 'unknown': return t('programmes.clock.unknown');
  }
}

export function dueWords(clock: Clock): string {
  return clock.due ? t('programmes.clock.due', { day: formatDay(clock.due) }) : '';
}

/** Hundredths of a unit, as people write them. */
export const amountWords = (hundredths: number): string => formatNumber(hundredths / 100, 2);

export function hundredthsOf(text: string): number | null {
  const found = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(text.replace(/\s/g, ''));
  if (!found) return null;
  const value = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return value > 0 ? value : null;
}

/** "2 раза в неделю по 1". */
export function volumeWords(line: Line): string {
  const often = t(`programmes.often.${line.every}`, { count: line.times });
  return line.quantity === 100 ? often : t('programmes.often_by', { often, amount: amountWords(line.quantity) });
}

export function reasonWords(reasons: readonly Reason[] | undefined, kind: Reason['kind'], code: string | undefined): string {
  const found = reasons?.find((each) => each.kind === kind && each.code === code);
  return found ? titleOf(found.titles) : (code ?? '');
}
