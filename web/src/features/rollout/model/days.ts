import type { Day } from '../../../lib/dates';

export function shifted(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The last days of the months before `day`, the oldest first, and `day` itself. */
export function monthEnds(day: Day, months: number): Day[] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const ends = Array.from({ length: months }, (_, index) => new Date(Date.UTC(year, month - 1 - index, 0)).toISOString().slice(0, 10));
  return [...ends.reverse(), day];
}
