// Versions, and lines of a history. Pure.
import type { Point } from '../../ui/form/line';
import type { FilledScale, Scale } from './api';

/** The version in force on the day, among versions newest first. */
export function versionOn(versions: Scale['versions'], day: string): number | undefined {
  return versions.find(({ valid_from }) => valid_from <= day)?.version;
}

export interface Line {
  id: string;
  titles: FilledScale['titles'];
  points: Point[];
}

/** One line a score that was measured more than once, oldest first. */
export function linesOf(filled: readonly FilledScale[]): Line[] {
  const lines = new Map<string, Line>();
  for (const each of [...filled].reverse())
    for (const { id, titles, value } of each.scores ?? []) {
      if (value === undefined) continue;
      const line = lines.get(id) ?? { id, titles, points: [] };
      lines.set(id, { ...line, points: [...line.points, { day: each.filled_on, value }] });
    }
  return [...lines.values()].filter(({ points }) => points.length > 1);
}

/** What a coordinator starts from. */
export const blankScale = (title: string, question: string, total: string): string => `id: "new-scale"
title:
  ru: "${title}"
kind: "scale"
filled_by: "specialist"
moments:
  - "each"
fields:
  - id: "q1"
    label:
      ru: "${question}"
    type: "integer"
    required: true
    min: 0
    max: 4
scores:
  - id: "total"
    title:
      ru: "${total}"
    method: "sum"
    inputs:
      - "q1"
    better: "lower"
`;
