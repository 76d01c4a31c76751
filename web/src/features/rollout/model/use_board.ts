import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import type { Day } from '../../../lib/dates';
import { getMatrix, getVerdictMatrix } from '../api';
import { boardOf, keptBoard, type Board } from './board';

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

/** The grid by how the standard is kept, once the board itself is there; no question to the server while another view is open. */
export function useKept(board: Board | null, day: Day | null, enabled: boolean) {
  const query = useQuery({
    queryKey: ['rollout', 'kept', day],
    queryFn: ({ signal }) => getVerdictMatrix(day, signal),
    placeholderData: (before) => before,
    refetchInterval: day ? false : 10_000,
    enabled,
  });
  const kept = useMemo(() => (board && query.data ? keptBoard(board, query.data) : null), [board, query.data]);
  return { ...query, kept };
}
