// What the desk is asked before a fact is recorded: is somebody new really new, and is the same work not recorded already?
import type { Problem } from '../../../lib/api';
import { findSame, placeOfSame, sameTold, type Same } from '../../../ui/person/same';
import type { PersonDraft } from '../../../ui/person/PersonFields';
import { getFacts, type Fact } from '../api';
import type { EntryDraft } from './entry';

export interface Doubts {
  /** The first of those typed anew who is known; `member` is the place in a group. */
  same: { found: Same; member: number | null } | null;
  repeated: Fact[];
}

export const noDoubts: Doubts = { same: null, repeated: [] };

async function firstSame(draft: EntryDraft): Promise<Doubts['same']> {
  const typed = draft.mode === 'group' ? draft.members.map(({ fresh }, member) => ({ fresh, member })) : [{ fresh: draft.fresh, member: null }];
  const answers = await Promise.all(typed.map(async ({ fresh, member }) => ({ found: fresh ? await findSame(fresh) : null, member })));
  const first = answers.find((each) => each.found);
  return first?.found ? { found: first.found, member: first.member } : null;
}

/** Who was typed anew: the only one, or the member of the group at the place. */
export function freshOf(draft: EntryDraft, member: number | null): PersonDraft | null {
  return member === null ? draft.fresh : (draft.members[member]?.fresh ?? null);
}

/** Whom the server takes somebody new for. */
export async function doubtTold(problem: Problem, draft: EntryDraft): Promise<Doubts['same']> {
  const place = placeOfSame(problem);
  if (place === null) return null;
  const member = place.match(/^\/participants\/(\d+)\//)?.[1] ?? null;
  const fresh = freshOf(draft, member === null ? null : Number(member));
  const found = fresh && (await sameTold(problem, fresh));
  return found ? { found, member: member === null ? null : Number(member) } : null;
}

/** All facts of the day: of the person, or for a group those of the centre, page by page. */
async function factsOfDay(draft: EntryDraft, organisation: string): Promise<Fact[]> {
  const day = { from: draft.performed_on, to: draft.performed_on, limit: 200 };
  const whose = draft.mode === 'group' ? { organisation } : { person: draft.person?.id ?? '' };
  const out: Fact[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof getFacts>> = await getFacts({ ...day, ...whose, cursor });
    out.push(...page.items);
    cursor = page.next ?? null;
  }
  return out;
}

async function repeatedOf(draft: EntryDraft, organisation: string): Promise<Fact[]> {
  const persons = new Set((draft.mode === 'group' ? draft.members.map(({ person }) => person) : [draft.person]).flatMap((person) => (person ? [person.id] : [])));
  if (persons.size === 0) return [];
  // The question is a courtesy: a list that does not answer must not keep anybody from recording.
  const facts = await factsOfDay(draft, organisation).catch(() => []);
  return facts.filter(({ service, person, reverses, reversed_by }) => service === draft.service && person?.id && persons.has(person.id) && !reverses && !reversed_by);
}

export async function doubtsOf(draft: EntryDraft, organisation: string): Promise<Doubts> {
  const [same, repeated] = await Promise.all([firstSame(draft), repeatedOf(draft, organisation)]);
  return { same, repeated };
}
