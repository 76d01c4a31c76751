// Before somebody new is registered: does the reader's own list hold this person?
import { post, type Schemas } from '../../lib/api';
import { fold } from '../../lib/fold';
import { digitsOf } from '../../lib/person_numbers';
import type { PersonDraft } from './PersonFields';

export type KnownPerson = Schemas['PersonSummary'];

export interface Same {
  person: KnownPerson;
  /** A number belongs to one person; a name and a birth date may belong to two. */
  by: 'number' | 'name';
}

/** A search that fails holds up no registration: the server checks the numbers itself. */
async function found(query: { query?: string; birth?: string; snils?: string }): Promise<KnownPerson[]> {
  return post('/persons/search', { body: { ...query, limit: 20 } }).then((page) => page.items, () => []);
}

export async function findSame(draft: PersonDraft): Promise<Same | null> {
  const digits = digitsOf(draft.number) ?? '';
  const [numbered] = digits.length >= 11 ? await found({ snils: digits }) : [];
  if (numbered) return { person: numbered, by: 'number' };
  const name = [draft.family_name, draft.given_name, draft.patronymic].map((each) => each.trim()).filter(Boolean).join(' ');
  const namesake = (await found({ query: name, birth: draft.birth })).find((each) => each.birth === draft.birth && fold(each.name) === fold(name));
  return namesake ? { person: namesake, by: 'name' } : null;
}
