import { useQuery } from '@tanstack/preact-query';
import { titleOf, useOrganisations, type Organisation, type OrganisationKind } from '../../../lib/directory';
import { getPractices } from '../api';

export interface KnownPractice {
  id: string;
  title: string;
}

export function usePractices() {
  return useQuery({
    queryKey: ['rollout', 'practices'],
    queryFn: getPractices,
    staleTime: 60_000,
    select: (cards): KnownPractice[] =>
      cards
        .map((card) => ({ id: card.id, title: titleOf(card.title) }))
        .sort((a, b) => a.title.localeCompare(b.title)),
  });
}

const delivering: readonly OrganisationKind[] = ['centre', 'residential', 'remote_centre'];

/** Organisations that deliver services: the rows of the matrix. */
export function useCentres(): Organisation[] {
  const all = useOrganisations().data ?? [];
  return all.filter((each) => delivering.includes(each.kind) && !each.closed_on).sort((a, b) => a.short_title.localeCompare(b.short_title));
}
