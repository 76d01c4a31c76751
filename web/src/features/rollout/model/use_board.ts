import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import type { Day } from '../../../lib/dates';
import { getMatrix } from '../api';
import { boardOf } from './board';

/** The matrix as of a day; while another day is loaded, the last picture stays. */
export function useBoard(day: Day | null, enabled = true) {
  const query = useQuery({
    queryKey: ['rollout', 'matrix', day],
    queryFn: ({ signal }) => getMatrix(day, signal),
    placeholderData: (before) => before,
    // Today's matrix follows the facts while it is looked at; a past day does not change.
    refetchInterval: day ? false : 5_000,
    enabled,
  });
  const board = useMemo(() => (query.data ? boardOf(query.data) : null), [query.data]);
  return { ...query, board };
}
