// Is somebody typed anew a person who is served already, here or elsewhere?
import { newKey, post, type Problem, type Schemas } from '../../lib/api';
import { digitsOf, numberFields } from '../../lib/person_numbers';
import type { Asked } from '../../lib/person_search';
import type { PersonDraft } from './PersonFields';

export type KnownPerson = Pick<Schemas['PersonSummary'], 'id' | 'name' | 'birth' | 'death'>;
export type AlikePerson = Schemas['PersonAlike'];

/** Whom another institution serves; the lookup is good for taking the person over. */
export interface ServedElsewhere {
  lookup: string;
  initials: string;
  birthYear: string;
  organisation: string;
}

export interface Same {
  here: readonly AlikePerson[];
  elsewhere: readonly ServedElsewhere[];
}

type Typed = Schemas['PersonAlikeRequest'];

/** As the server takes it: what is empty is absent. */
export function typedOf(draft: PersonDraft): Typed {
  const text = (value: string) => value.trim() || undefined;
  return {
    family_name: text(draft.family_name),
    given_name: text(draft.given_name),
    patronymic: text(draft.patronymic),
    birth: text(draft.birth),
    sex: draft.sex || undefined,
    ...(digitsOf(draft.number) ? numberFields(draft.number) : {}),
    phone: text(draft.phone),
  };
}

/** Whether so much is typed that somebody could be told by it. */
export function tells({ family_name: family, given_name: given, birth, snils, iin }: Typed): boolean {
  return Boolean((family && family.length > 1 && (given || birth)) || (snils?.length ?? 0) >= 11 || iin);
}

export const findAlike = async (typed: Typed, signal?: AbortSignal): Promise<AlikePerson[]> => (await post('/persons/alike', { body: typed, signal })).items;

/** Whom a search may have meant that finds nobody as it is written: by a slip, a short name, a wrong digit of the date. */
export const findMeant = async ({ query, birth }: Asked, signal?: AbortSignal): Promise<AlikePerson[]> =>
  query ? (await post('/persons/meant', { body: { query, ...(birth ? { birth } : {}) }, signal })).items : [];

/** Asked before somebody new is sent. A search that fails holds up no registration: the server checks by itself. */
export async function findSame(draft: PersonDraft): Promise<Same | null> {
  if ((digitsOf(draft.number) ?? '').length < 11) return null;
  const alike = await findAlike(typedOf(draft)).catch(() => []);
  const here = alike.filter((each) => each.same_number);
  return here.length > 0 ? { here, elsewhere: [] } : null;
}

/** Where in the request somebody new stands for whom the server asks a decision; nothing when it asks none. */
export function placeOfSame(problem: Problem): string | null {
  if (problem.code === 'people.same_elsewhere') return problem.errors[0]?.pointer ?? '';
  return problem.errors.find((each) => each.code === 'people.same_person_known')?.pointer ?? null;
}

function elsewhereIn(problem: Problem): ServedElsewhere[] {
  return problem.errors.flatMap(({ code, arguments: words }) =>
    code === 'people.same_elsewhere_known' && words?.lookup
      ? [{ lookup: words.lookup, initials: words.initials ?? '', birthYear: words.birth_year ?? '', organisation: words.organisation ?? '' }]
      : [],
  );
}

/** Whom the server takes somebody new for, with what speaks for it. */
export async function sameTold(problem: Problem, draft: PersonDraft): Promise<Same | null> {
  if (placeOfSame(problem) === null) return null;
  const told = new Set(problem.errors.flatMap(({ arguments: words }) => (words?.person ? [words.person] : [])));
  const alike = told.size > 0 ? await findAlike(typedOf(draft)) : [];
  return { here: alike.filter((each) => told.has(each.id)), elsewhere: elsewhereIn(problem) };
}

/** Kept as a decision. The desk goes on with the card whether or not that can be written. */
export function recognise(person: string, draft: PersonDraft): void {
  post('/persons/{person}/recognise', { path: { person }, body: typedOf(draft), key: newKey() }).catch(() => undefined);
}

export const takeOver = (lookup: string, organisation: string, reason: string) =>
  post('/persons/{lookup}/attach', { path: { lookup }, body: { organisation, reason } });
