import { addDays, isDay, parseDay, type Day } from '../../../lib/dates';
import type { SpecialDay } from '../api';

/** "01.01–09.01, 23.02": days of a year as an order lists them; nothing while something cannot be read. */
export function daysOf(text: string, year: number): Day[] | null {
  const out: Day[] = [];
  for (const part of text.split(/[,;\n]+/).map((each) => each.trim()).filter(Boolean)) {
    const ends = part.split(/\s*[–—-]\s*/).map((each) => parseDay(/^\d{1,2}\.\d{1,2}\.?$/.test(each) ? `${each.replace(/\.$/, '')}.${year}` : each));
    const [first, last = first] = ends;
    if (ends.length > 2 || !first || !last || !isDay(first) || !isDay(last) || last < first || !first.startsWith(String(year)) || !last.startsWith(String(year))) return null;
    for (let day = first; day <= last; day = addDays(day, 1)) out.push(day);
  }
  return [...new Set(out)].sort();
}

const short = (day: Day) => `${day.slice(8, 10)}.${day.slice(5, 7)}`;

/** The same the other way: neighbours become ranges. */
export function textOf(days: readonly Day[]): string {
  const runs: [Day, Day][] = [];
  for (const day of [...days].sort()) {
    const last = runs[runs.length - 1];
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(([first, last]) => (first === last ? short(first) : `${short(first)}–${short(last)}`)).join(', ');
}

export const specialDays = (off: readonly Day[], working: readonly Day[]): SpecialDay[] => [...off.map((day) => ({ day, kind: 'off' as const })), ...working.map((day) => ({ day, kind: 'working' as const }))];
