// What the scores of a person's forms have been, one line a score. Pure.
import type { Schemas } from '../../../lib/api';

export type FilledForm = Schemas['FilledForm'];
type Score = Schemas['FormScore'];

export interface History {
  key: string;
  form: FilledForm['titles'];
  score: Score['titles'];
  points: { day: string; value: number }[];
}

/** Only what was measured more than once has a history. Forms come newest first. */
export function historyOf(forms: readonly FilledForm[]): History[] {
  const lines = new Map<string, History>();
  for (const form of [...forms].sort((a, b) => a.filled_on.localeCompare(b.filled_on)))
    for (const { id, value, titles } of form.scores ?? []) {
      if (value === undefined) continue;
      const key = `${form.practice} ${form.form} ${id}`;
      const line = lines.get(key) ?? { key, form: form.titles, score: titles, points: [] };
      lines.set(key, { ...line, points: [...line.points, { day: form.filled_on, value }] });
    }
  return [...lines.values()].filter(({ points }) => points.length > 1);
}

/** Points of a polyline in a box of 100 by 30; days keep their distances. */
export function lineOf(points: readonly { day: string; value: number }[]): [number, number][] {
  const days = points.map(({ day }) => Date.parse(day));
  const values = points.map(({ value }) => value);
  const spread = (all: readonly number[], value: number): number => {
    const least = Math.min(...all);
    const width = Math.max(...all) - least;
    return width === 0 ? 0.5 : (value - least) / width;
  };
  return points.map(({ value }, at) => [4 + 92 * spread(days, days[at] ?? 0), 26 - 22 * spread(values, value)]);
}
