import { address, get, getText, post, type Ask, type Schemas, type Sent } from '../../lib/api';
import { wordsOf } from '../../lib/words';

export type Fact = Schemas['Fact'];
export type Channel = Fact['channel'];
export type EntryContext = Schemas['EntryContext'];
export type OfferedService = Schemas['OfferedService'];
export type OfferedPractice = Schemas['OfferedPractice'];
export type FactRequest = Sent<Schemas['FactRequest']>;
export type GroupRequest = Sent<Schemas['GroupRequest']>;
export type FoundPerson = Schemas['PersonSummary'];
export type Import = Schemas['Import'];

export const channels = wordsOf<Channel>({ centre: true, home: true, remote: true, residential: true });

export const getContext = (organisation: string) => get('/facts/context', { query: { organisation } });
export const getFacts = (query: Ask<'get', '/facts'>['query']) => get('/facts', { query });
export const getTotals = (query: Ask<'get', '/facts/totals'>['query']) => get('/facts/totals', { query });
export const getFact = (id: string) => get('/facts/{id}', { path: { id } });
export const postFact = (body: FactRequest, key: string) => post('/facts', { body, key });
export const postGroup = (body: GroupRequest, key: string) => post('/facts/group', { body, key });
export const reverseFact = (id: string, body: Sent<Schemas['ReverseRequest']>, key: string) => post('/facts/{id}/reverse', { path: { id }, body, key });
export const searchPersons = (body: Schemas['PersonSearch'], signal?: AbortSignal) => post('/persons/search', { body, signal });

export const getRequestsOf = (person: string) => get('/persons/{person}/requests', { path: { person } });
export const getOfferedForms = (person: string, fact: string) => get('/persons/{person}/forms/offered', { path: { person }, query: { fact } });

export const beginImport = (file: File, query: Ask<'post', '/facts/import'>['query'], key: string) =>
  post('/facts/import', { query, file: new Blob([file], { type: 'text/csv' }), key, timeout: 300_000 });
export const getImport = (id: string) => get('/imports/{id}', { path: { id } });
export const cancelImport = (id: string) => post('/imports/{id}/cancel', { path: { id } });
export const importErrorsAddress = (id: string) => address('/imports/{id}/errors', { path: { id } });
export const getImportErrors = (id: string) => getText('/imports/{id}/errors', { path: { id } });
