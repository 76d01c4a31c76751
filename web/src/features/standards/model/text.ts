// The text of a standard while it is written: clauses as a tree in the order of reading, and ids of new parts.
import type { Clause, Content } from '../api';

export const deepest = 4;

/** An id that no part of the list has; never that of a removed one, so that a comparison stays true. */
export function freshId(prefix: string, taken: readonly string[]): string {
  const random = () => `${prefix}_${Math.random().toString(36).slice(2, 10)}`;
  let id = random();
  while (taken.includes(id)) id = random();
  return id;
}

/** The clause with all that stand under it. */
export function branchEnd(clauses: readonly Clause[], index: number): number {
  const level = clauses[index]?.level ?? 1;
  let end = index + 1;
  while (end < clauses.length && (clauses[end]?.level ?? 1) > level) end += 1;
  return end;
}

/** Changes places with the neighbour of the same level, branches and all; without one nothing moves. */
export function moveClause(clauses: readonly Clause[], index: number, direction: -1 | 1): Clause[] {
  const end = branchEnd(clauses, index);
  const level = clauses[index]?.level;
  if (direction === 1) {
    if (clauses[end]?.level !== level) return [...clauses];
    return moveClause(clauses, end, -1);
  }
  let before = index - 1;
  while (before >= 0 && (clauses[before]?.level ?? 1) > (level ?? 1)) before -= 1;
  if (before < 0 || clauses[before]?.level !== level) return [...clauses];
  return [...clauses.slice(0, before), ...clauses.slice(index, end), ...clauses.slice(before, index), ...clauses.slice(end)];
}

/** Puts the branch under the clause above it, or beside the one that it stood under. */
export function shiftClause(clauses: readonly Clause[], index: number, direction: -1 | 1): Clause[] {
  const end = branchEnd(clauses, index);
  const branch = clauses.slice(index, end);
  const level = (branch[0]?.level ?? 1) + direction;
  const above = clauses[index - 1]?.level ?? 0;
  if (level < 1 || level > above + 1 || branch.some((each) => each.level + direction > deepest)) return [...clauses];
  return clauses.map((each, at) => (at >= index && at < end ? { ...each, level: each.level + direction } : each));
}

export function removeClause(clauses: readonly Clause[], index: number): Clause[] {
  return [...clauses.slice(0, index), ...clauses.slice(branchEnd(clauses, index))];
}

/** After the branch, at its level. */
export function addClause(clauses: readonly Clause[], index: number): Clause[] {
  const fresh: Clause = { id: freshId('clause', clauses.map(({ id }) => id)), address: '', level: clauses[index]?.level ?? 1, text: { ru: '' } };
  const end = index < 0 ? clauses.length : branchEnd(clauses, index);
  return [...clauses.slice(0, end), fresh, ...clauses.slice(end)];
}

/** Texts that were emptied are absent, as the server wants them. */
export function tidy(content: Content): Content {
  const filled = (words: { ru: string } | undefined) => (words?.ru.trim() ? words : undefined);
  const out = { ...content };
  for (const name of ['target_group', 'description', 'conditions', 'volume', 'accessibility'] as const) {
    const words = filled(out[name]);
    if (words) out[name] = words;
    else delete out[name];
  }
  const conditions = out.remote.allowed ? filled(out.remote.conditions) : undefined;
  out.remote = { allowed: out.remote.allowed, ...(conditions ? { conditions } : {}) };
  return out;
}
