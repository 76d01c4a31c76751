import { get, post, type Ask, type Schemas, type Sent } from '../../lib/api';

export type Month = Schemas['JournalMonth'];
export type MonthRow = Schemas['JournalRow'];
export type MonthPerson = Schemas['JournalPerson'];
export type Changes = Sent<Schemas['JournalChanges']>;
export type Saved = Schemas['JournalSaved'];
export type Warning = Saved['cells'][number]['warnings'][number];
export type Channel = MonthRow['channel'];
export type DayList = Schemas['JournalDay'];
export type Visit = Schemas['JournalVisit'];
export type Absence = Schemas['Absence'];
export type Notice = Schemas['JournalNotice'];
export type EntryContext = Schemas['EntryContext'];
export type FoundPerson = Schemas['PersonSummary'];

export const getMonth = (query: Ask<'get', '/journal/month'>['query']) => get('/journal/month', { query, timeout: 120_000 });
export const getDay = (query: Ask<'get', '/journal/day'>['query']) => get('/journal/day', { query });
export const postCells = (body: Changes, key: string) => post('/journal/cells', { body, key });
export const getNotices = (query: Ask<'get', '/journal/notices'>['query']) => get('/journal/notices', { query });
export const getContext = (organisation: string) => get('/facts/context', { query: { organisation } });
export const getDepartments = async (organisation: string) => (await get('/organisations/{organisation}/departments', { path: { organisation } })).items;
export const searchPersons = async (body: Schemas['PersonSearch'], signal?: AbortSignal) => (await post('/persons/search', { body, signal })).items;

export const getAbsences = async (person: string) => (await get('/persons/{person}/absences', { path: { person } })).items;
export const postAbsence = (person: string, body: Sent<Schemas['NewAbsence']>, key: string) => post('/persons/{person}/absences', { path: { person }, body, key });
export const endAbsence = (absence: string, until: string, key: string) => post('/absences/{absence}/end', { path: { absence }, body: { until }, key });
export const withdrawAbsence = (absence: string, reason: string, key: string) => post('/absences/{absence}/withdraw', { path: { absence }, body: { reason }, key });
