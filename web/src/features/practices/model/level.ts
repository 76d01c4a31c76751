// What the council of the region judged of a practice: the module of evidence says it for all practices at once.
import { useQuery } from '@tanstack/preact-query';
import { can } from '../../../lib/session';
import { readLevels, type PracticeLevel } from '../api';

export const axesOfEvidence = 4;
/** What the bank can be narrowed to: at least so much, or what nobody judged. */
export const levelFilters = ['1', '2', '3', 'none'] as const;
export type LevelFilter = (typeof levelFilters)[number];

export function isLevelFilter(text: string): text is LevelFilter {
  return levelFilters.some((each) => each === text);
}

export function fits(filter: LevelFilter, judged: PracticeLevel | undefined): boolean {
  return filter === 'none' ? judged === undefined : judged !== undefined && judged.level >= Number(filter);
}

/** By practice; one that is not there was never judged. Undefined while that is not known. */
export function useLevels(): { levels: ReadonlyMap<string, PracticeLevel> | undefined; error: unknown } {
  const found = useQuery({ queryKey: ['evidence-levels'], queryFn: readLevels, enabled: can('evidence.see'), select: (items) => new Map(items.map((each) => [each.practice, each])) });
  return { levels: found.data, error: found.error };
}
