import type { Organisation } from '../api';

export interface Branch {
  organisation: Organisation;
  depth: number;
}

/** Parents before their children, the names in order; what stands under an unknown parent stands at the top. */
export function asTree(all: readonly Organisation[]): Branch[] {
  const known = new Set(all.map((each) => each.id));
  const below = (id: string | undefined) =>
    all.filter((each) => (each.parent && known.has(each.parent) ? each.parent : undefined) === id).sort((a, b) => a.short_title.localeCompare(b.short_title));
  const out: Branch[] = [];
  const add = (id: string | undefined, depth: number): void => {
    for (const organisation of below(id)) {
      out.push({ organisation, depth });
      add(organisation.id, depth + 1);
    }
  };
  add(undefined, 0);
  return out;
}
