// A branch delivers, and what it delivers is judged in the centre that it is a part of.
import type { Organisation, OrganisationKind } from '../../../lib/directory';
import { wordsOf } from '../../../lib/words';

const delivering = wordsOf<'centre' | 'branch' | 'residential' | 'remote_centre'>({ centre: true, branch: true, residential: true, remote_centre: true });
const delivers = (kind: OrganisationKind) => delivering.some((each) => each === kind);

/** The centre whose services those of this one count as; nothing for a centre that stands for itself. */
export function countedIn(all: readonly Organisation[], id: string): Organisation | undefined {
  const above = (one: Organisation | undefined) => all.find((each) => each.id === one?.parent && delivers(each.kind));
  let found = above(all.find((each) => each.id === id && delivers(each.kind)));
  for (let next = above(found); next; next = above(next)) found = next;
  return found;
}
