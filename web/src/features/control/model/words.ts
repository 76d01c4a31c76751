// Terms, marks and items in words.
import type { Tone } from '../../../ui/Tag';
import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import type { Finding, Inspection, Item, Mark } from '../api';

/** In how many days something may be put right. */
export const terms = [10, 30, 90] as const;

export const toneOfMark: Record<Mark['mark'], Tone> = { met: 'good', partly: 'warning', not_met: 'danger', confirmed: 'good', not_confirmed: 'danger' };

export function whereOf({ part, address }: Item): string {
  return part === 'clause' ? t('control.clause', { address }) : t('control.statement');
}

export function nameOf({ kind, quarter }: Inspection): string {
  if (kind === 'visit' || !quarter) return t('control.kind.visit');
  return t('control.self_check_of', { quarter: Math.ceil(Number(quarter.slice(5, 7)) / 3), year: quarter.slice(0, 4) });
}

export function standardOf({ code, ordinal, title }: Inspection): string {
  return t('control.standard_of', { code, number: ordinal, title: titleOf(title) });
}

export function termOf({ state, days_left: left, due }: Finding): { words: string; tone: Tone } {
  if (state === 'accepted') return { words: t('control.state.accepted'), tone: 'good' };
  if (state === 'done') return { words: t('control.state.done'), tone: 'info' };
  if (left < 0) return { words: t('control.days_late', { days: -left }), tone: 'danger' };
  return { words: `${formatDay(due)}, ${t('control.days_left', { days: left })}`, tone: left <= 5 ? 'warning' : 'neutral' };
}

/** Where to go on: the first item without a mark, or the beginning. */
export function firstOpen(items: readonly { mark?: unknown }[]): number {
  return Math.max(0, items.findIndex(({ mark }) => !mark));
}
