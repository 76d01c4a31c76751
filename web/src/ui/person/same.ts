// Is somebody typed anew a person whom the centre serves already?
import { get, post, type Problem, type Schemas } from '../../lib/api';
import { digitsOf } from '../../lib/person_numbers';
import type { PersonDraft } from './PersonFields';

export type KnownPerson = Pick<Schemas['PersonSummary'], 'id' | 'name' | 'birth' | 'death'>;

export interface Same {
  person: KnownPerson;
  /** A number belongs to one person; a name and a birth date may belong to two. */
  by: 'number' | 'name';
}

/** Asked before somebody new is sent. A search that fails holds up no registration: the server checks the numbers itself. */
export async function findSame(draft: PersonDraft): Promise<Same | null> {
  const digits = digitsOf(draft.number) ?? '';
  if (digits.length < 11) return null;
  const [numbered] = await post('/persons/search', { body: { snils: digits, limit: 1 } }).then((page) => page.items, () => []);
  return numbered ? { person: numbered, by: 'number' } : null;
}

/** Whom the server takes somebody new for: it tells the card and where in the request the new one stands. */
export async function sameTold(problem: Problem): Promise<{ found: Same; pointer: string } | null> {
  const told = problem.errors.find((each) => each.code === 'people.namesake_known');
  const id = told?.arguments?.person;
  if (!told || !id) return null;
  const { person } = await get('/persons/{person}', { path: { person: id } });
  const name = [person.family_name, person.given_name, person.patronymic].filter(Boolean).join(' ');
  return { found: { person: { ...person, name }, by: 'name' }, pointer: told.pointer };
}
