// What may be said of a change: its direction only where the interval leaves no doubt, and better or worse only where the
// package says which way is better.
import type { ScaleOutcome } from '../api';

export type Meaning = 'unclear' | 'better' | 'worse' | 'higher' | 'lower';

export function meaningOf({ from, to }: { from: number; to: number }, better: ScaleOutcome['better']): Meaning {
  if (from <= 0 && to >= 0) return 'unclear';
  const way = from > 0 ? 'higher' : 'lower';
  if (!better) return way;
  return way === better ? 'better' : 'worse';
}
