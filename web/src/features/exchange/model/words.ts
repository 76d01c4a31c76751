import { formatDay } from '../../../lib/dates';
import { t, type PlainKey } from '../../../lib/messages';
import { wordsOf } from '../../../lib/words';
import type { Tone } from '../../../ui/Tag';
import type { Decision, Delegation, Event, EventState } from './types';

export const kinds = wordsOf<Event['kind']>({ study_trip: true, zonal_meeting: true, round_table: true, webinar: true });

export const stateTones: Record<EventState, Tone> = { proposed: 'neutral', announced: 'info', held: 'good', closed: 'good', cancelled: 'danger' };
export const delegationTones: Record<Delegation['state'], Tone> = { proposed: 'neutral', approved: 'good', waiting: 'warning', unconfirmed: 'warning', withdrawn: 'neutral' };
export const decisionTones: Record<Decision['state'], Tone> = { open: 'info', done: 'good', overdue: 'danger', dropped: 'neutral' };

export const kindWord = (kind: Event['kind']) => t(`exchange.kind.${kind}` satisfies PlainKey);
export const stateWord = (state: EventState) => t(`exchange.state.${state}` satisfies PlainKey);

/** "10.03.2026, 09:30–16:00", with both days where there are two. */
export function whenText({ starts_on, starts_time, ends_on, ends_time }: Event): string {
  if (starts_on === ends_on) return `${formatDay(starts_on)}, ${starts_time}–${ends_time}`;
  return `${formatDay(starts_on)}, ${starts_time} – ${formatDay(ends_on)}, ${ends_time}`;
}
