// What the scores of a person's forms have been, one line a score. Pure.
import type { Schemas } from '../../../lib/api';
import type { Point } from '../../../ui/form/line';

export type FilledForm = Schemas['FilledForm'];
type Score = Schemas['FormScore'];

export interface History {
  key: string;
  form: FilledForm['titles'];
  score: Score['titles'];
  points: Point[];
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
