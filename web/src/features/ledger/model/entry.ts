// What is typed at the desk, and the request it becomes. Pure.
import { namesakeField, personBody, type PersonDraft } from '../../../ui/person/PersonFields';
import type { Channel, Fact, FactRequest, GroupRequest, OfferedPractice, OfferedService } from '../api';

export interface Chosen {
  id: string;
  title: string;
  note?: string;
}

/** One of a group: found in the register, or typed. */
export interface Member {
  key: string;
  person: Chosen | null;
  fresh: PersonDraft | null;
}

export interface EntryDraft {
  mode: 'one' | 'group';
  person: Chosen | null;
  fresh: PersonDraft | null;
  members: Member[];
  unnamed: string;
  service: string;
  channel: Channel;
  minutes: string;
  quantity: string;
  performed_on: string;
  request_on: string;
  worker: string;
  performer: string;
  practice: string;
}

export function emptyDraft(): EntryDraft {
  return {
    mode: 'one', person: null, fresh: null, members: [], unnamed: '', service: '', channel: 'centre', minutes: '',
    quantity: '', performed_on: '', request_on: '', worker: '', performer: '', practice: '',
  };
}

function norm(service: OfferedService | undefined): string {
  return service?.norm_minutes ? String(service.norm_minutes) : '';
}

/** The next recipient of the same service: what belongs to the person goes, what belongs to the work stays. Minutes that were
 * typed belong to the one service they were typed for. */
export function nextDraft(draft: EntryDraft, service: OfferedService | undefined): EntryDraft {
  return { ...draft, person: null, fresh: null, members: [], unnamed: '', request_on: '', quantity: '', minutes: norm(service) };
}

/** The channel that was used last, unless the centre's practices of the service are delivered by others only. */
function channelFor(service: OfferedService | undefined, last: Channel): Channel {
  const [first, ...others] = service?.practices.flatMap(({ channels }) => channels) ?? [];
  return first === undefined || others.includes(last) ? last : first;
}

/** What another service brings. Minutes are those of its norm, unless they were typed before any service was chosen. */
export function withService(draft: EntryDraft, service: OfferedService | undefined): Partial<EntryDraft> {
  const typed = service && !draft.service && draft.minutes.trim() !== '';
  if (service?.id === draft.service) return {};
  return { service: service?.id ?? '', practice: '', channel: channelFor(service, draft.channel), minutes: typed ? draft.minutes : norm(service) };
}

/** Somebody typed anew is a known person after all; `member` is the place in a group. */
export function takenFor(draft: EntryDraft, member: number | null, person: Chosen): EntryDraft {
  if (member === null) return { ...draft, person, fresh: null };
  const others = draft.members.filter((each, at) => at !== member && each.person?.id !== person.id);
  return { ...draft, members: [...others, { key: person.id, person, fresh: null }] };
}

/** Somebody typed anew is not the known person of the same name, and why. */
export function namesakeOf(draft: EntryDraft, member: number | null, namesake: string): EntryDraft {
  if (member === null) return { ...draft, fresh: draft.fresh && { ...draft.fresh, namesake } };
  return { ...draft, members: draft.members.map((each, at) => (at === member && each.fresh ? { ...each, fresh: { ...each.fresh, namesake } } : each)) };
}

/** Practices that a fact of this service and channel may count for. */
export function fitting(service: OfferedService | undefined, channel: Channel): OfferedPractice[] {
  return (service?.practices ?? []).filter((practice) => practice.channels.includes(channel));
}

export function takenPractice(fits: readonly OfferedPractice[], named: string): OfferedPractice | undefined {
  return fits.length === 1 ? fits[0] : fits.find((practice) => practice.id === named);
}

/** "1,5" in hundredths of a unit; not a number stays one, so that the server names the field. */
export function hundredths(written: string): number | undefined {
  const text = written.trim().replace(',', '.');
  return text === '' ? undefined : Math.round(Number(text) * 100);
}

function whole(written: string): number | undefined {
  const text = written.trim();
  return text === '' ? undefined : Number(text);
}

function shared(draft: EntryDraft, organisation: string, fits: readonly OfferedPractice[]) {
  return {
    organisation,
    performer: draft.performer && draft.performer !== organisation ? draft.performer : undefined,
    service: draft.service,
    performed_on: draft.performed_on,
    minutes: whole(draft.minutes) ?? 0,
    quantity: hundredths(draft.quantity),
    channel: draft.channel,
    worker: draft.worker || undefined,
    practice: fits.length > 1 && fits.some((each) => each.id === draft.practice) ? draft.practice : undefined,
  };
}

export function factRequest(draft: EntryDraft, organisation: string, fits: readonly OfferedPractice[]): FactRequest {
  const recipient = draft.person
    ? { person: draft.person.id }
    : draft.fresh
      ? { new_person: personBody(draft.fresh), ...namesakeField(draft.fresh) }
      : { unnamed_count: whole(draft.unnamed) };
  return { ...shared(draft, organisation, fits), request_on: draft.request_on || undefined, ...recipient };
}

export function groupRequest(draft: EntryDraft, organisation: string, fits: readonly OfferedPractice[]): GroupRequest {
  return {
    ...shared(draft, organisation, fits),
    participants: draft.members.map(({ person, fresh }) => (person ? { person: person.id } : fresh ? { new_person: personBody(fresh), ...namesakeField(fresh) } : {})),
    unnamed_count: whole(draft.unnamed),
  };
}

/** The form as it would have been for a recorded fact. */
export function draftOf(fact: Fact, title: string): EntryDraft {
  return {
    ...emptyDraft(),
    person: fact.person?.id ? { id: fact.person.id, title } : null,
    unnamed: fact.unnamed_count > 0 ? String(fact.unnamed_count) : '',
    service: fact.service,
    channel: fact.channel,
    minutes: String(fact.minutes),
    quantity: fact.quantity === 100 ? '' : String(fact.quantity / 100).replace('.', ','),
    performed_on: fact.performed_on,
    request_on: fact.request_on ?? '',
    worker: fact.worker ?? '',
    performer: fact.performer === fact.organisation ? '' : fact.performer,
    practice: fact.practice ?? '',
  };
}

export interface Missing {
  pointer: string;
  code: 'ledger.missing.person' | 'ledger.missing.members' | 'ledger.missing.service' | 'ledger.missing.day' | 'ledger.missing.minutes' | 'ledger.missing.number' | 'ledger.missing.practice' | 'ledger.missing.required';
}

function missingOf(fresh: PersonDraft, at: string): Missing[] {
  const needed = ['family_name', 'given_name', 'birth', 'sex'] as const;
  return needed.filter((name) => !fresh[name].trim()).map((name) => ({ pointer: `/${at}${name}`, code: 'ledger.missing.required' }));
}

/** What the desk forgot, said before the server is asked. */
export function missing(draft: EntryDraft, fits: readonly OfferedPractice[]): Missing[] {
  const out: Missing[] = [];
  const add = (pointer: string, code: Missing['code']) => out.push({ pointer, code });
  if (draft.mode === 'group') {
    if (draft.members.length === 0 && !draft.unnamed.trim()) add('/participants', 'ledger.missing.members');
    draft.members.forEach(({ fresh }, index) => fresh && out.push(...missingOf(fresh, `participants/${index}/new_person/`)));
  } else if (draft.fresh) out.push(...missingOf(draft.fresh, 'new_person/'));
  else if (!draft.person && !draft.unnamed.trim()) add('/person', 'ledger.missing.person');
  if (!draft.service) add('/service', 'ledger.missing.service');
  if (fits.length > 1 && !takenPractice(fits, draft.practice)) add('/practice', 'ledger.missing.practice');
  if (!/^\d+$/.test(draft.minutes.trim())) add('/minutes', 'ledger.missing.minutes');
  if (!draft.performed_on) add('/performed_on', 'ledger.missing.day');
  if (draft.unnamed.trim() && !/^\d+$/.test(draft.unnamed.trim())) add('/unnamed_count', 'ledger.missing.number');
  if (Number.isNaN(hundredths(draft.quantity) ?? 0)) add('/quantity', 'ledger.missing.number');
  return out;
}
