import { address, get, getWithTag, post, put, type Schemas, type Sent } from '../../lib/api';
import { addDays } from '../../lib/dates';
import type { Asked } from '../../lib/person_search';
import type { PersonBody } from '../../ui/person/PersonFields';

export type Person = Schemas['Person'];
export type Card = Schemas['Card'];
export type Summary = Schemas['PersonSummary'];
export type LookupAnswer = Schemas['PersonLookupAnswer'];

export const searchPersons = (asked: Asked | null, cursor: string, signal: AbortSignal) =>
  asked ? post('/persons/search', { body: { ...asked, ...(cursor ? { cursor } : {}), limit: 50 }, signal }) : get('/persons', { query: { cursor, limit: 50 }, signal });
export const registerPerson = (body: Sent<Schemas['PersonRegistration']>, key: string) => post('/persons', { body, key });
export const getCard = (person: string) => getWithTag('/persons/{person}', { path: { person } });
export const putPerson = (person: string, body: PersonBody, etag: string | null, renamedOn?: string) =>
  put('/persons/{person}', { path: { person }, query: renamedOn ? { renamed_on: renamedOn } : {}, body, etag });
export const getFile = (person: string) => getWithTag('/persons/{person}/file', { path: { person } });
export const putFile = (person: string, body: Schemas['PersonalFile'], etag: string | null) => put('/persons/{person}/file', { path: { person }, body, etag });
export const getLists = () => get('/person-lists');
export const lookUp = (body: Schemas['PersonLookup']) => post('/persons/lookup', { body });
export const attach = (lookup: string, organisation: string, reason: string, key: string) =>
  post('/persons/{lookup}/attach', { path: { lookup }, body: { organisation, reason }, key });
export const detach = (person: string, organisation: string, reason: string, key: string) =>
  post('/persons/{person}/detach', { path: { person }, body: { organisation, reason }, key });
export const getReads = (person: string, cursor: string) => get('/persons/{person}/reads', { path: { person }, query: { cursor, limit: 20 } });
export type Fact = Schemas['Fact'];
/** What was recorded for days after this one and stands. */
export const factsAfter = async (person: string, day: string) =>
  (await get('/facts', { query: { person, from: addDays(day, 1), limit: 200 } })).items.filter((each) => !each.reverses && !each.reversed_by);
export const getForms = (person: string) => get('/persons/{person}/forms', { path: { person }, query: { limit: 50 } });
export const getOffered = (person: string) => get('/persons/{person}/forms/offered', { path: { person } });
export const getFacts = (person: string) => get('/facts', { query: { person, limit: 10 } });
export type FilledScale = Schemas['FilledScale'];
/** The last of each scale. */
export const getScales = (person: string) => get('/persons/{person}/scales', { path: { person }, query: { latest: true, limit: 200 } });
export const listScales = async () => (await get('/scales')).items;
export const getAssessments = (person: string) => get('/persons/{person}/assessments', { path: { person }, query: { limit: 20 } });

export type ConsentText = Schemas['ConsentText'];
export type Consent = Schemas['PersonConsent'];
export type ListedWord = Schemas['PersonListedWord'];
export const getConsentTexts = async () => (await get('/consent-texts')).items;
export const writeConsentText = (body: Sent<ConsentText>, key: string) => post('/consent-texts', { body, key });
export const getConsents = async (person: string) => (await get('/persons/{person}/consents', { path: { person } })).items;
export const recordConsent = (person: string, body: Schemas['ConsentGiven'], key: string) => post('/persons/{person}/consents', { path: { person }, body, key });
export const withdrawConsent = (person: string, consent: string, body: Schemas['ConsentWithdrawal'], key: string) =>
  post('/persons/{person}/consents/{consent}/withdraw', { path: { person, consent }, body, key });
export const consentPaper = (person: string, text: string, representative?: number) =>
  address('/persons/{person}/consent-papers/{text}', { path: { person, text }, query: representative === undefined ? {} : { representative } });
export const addWord = (body: Sent<ListedWord>, key: string) => post('/person-lists', { body, key });
export const changeWord = ({ kind, code, revision }: Pick<ListedWord, 'kind' | 'code' | 'revision'>, body: Schemas['PersonListedWordChange']) =>
  put('/person-lists/{list}/{code}', { path: { list: kind, code }, body, etag: `"${revision}"` });

export type StoryEvent = Schemas['StoryEvent'];
export type StoryKind = StoryEvent['kind'];
export const getStory = (person: string, kind: StoryKind | undefined, cursor: string) =>
  get('/persons/{person}/story', { path: { person }, query: { ...(kind ? { kind } : {}), cursor, limit: 50 } });

export const getProgrammesOf = (person: string) => get('/persons/{person}/programmes', { path: { person } });
