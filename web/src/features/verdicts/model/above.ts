// A branch delivers, and what it delivers is judged in the centre that it is a part of.
import { delivers, type Organisation } from '../../../lib/directory';

/** The centre whose services those of this one count as; nothing for a centre that stands for itself. */
export function countedIn(all: readonly Organisation[], id: string): Organisation | undefined {
  const above = (one: Organisation | undefined) => all.find((each) => each.id === one?.parent && delivers(each));
  let found = above(all.find((each) => each.id === id && delivers(each)));
  for (let next = above(found); next; next = above(next)) found = next;
  return found;
}
