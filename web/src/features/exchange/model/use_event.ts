import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { getEvent, getPractices } from '../api';
import type { EventView } from './types';

export const useEvent = (id: string) => useQuery({ queryKey: ['exchange', 'event', id], queryFn: () => getEvent(id) });

/** What a change answered is shown at once; what is computed from it is asked for anew. */
export function useKeep(): (view: EventView) => void {
  const client = useQueryClient();
  return (view) => {
    client.setQueryData(['exchange', 'event', view.event.id], view);
    for (const each of ['result', 'events', 'figures']) void client.invalidateQueries({ queryKey: ['exchange', each] });
  };
}

export function useAskAgain(id: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['exchange', 'event', id] });
}

export const usePractices = () => useQuery({ queryKey: ['exchange', 'practices'], queryFn: getPractices, staleTime: 5 * 60_000 });
