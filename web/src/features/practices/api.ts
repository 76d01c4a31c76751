import { address, get, getWithTag, post, put, remove, type Ask, type Reply, type Schemas } from '../../lib/api';
import type { Json } from './model/document';

export type PracticeCard = Schemas['PracticeCard'];
export type PracticeLevel = Schemas['PracticeLevel'];
export type Passport = Schemas['PracticePassport'];
export type VersionSummary = Schemas['PracticeVersion'];
export type WordedDifference = Schemas['WordedDifference'];
export type PackageProblem = Schemas['PackageProblem'];
export type ImportReport = Schemas['ImportReport'];
export type ImportChoices = NonNullable<Ask<'post', '/practices/import'>['query']>;
export type PublisherKey = Schemas['PublisherKey'];
export type PricedKind = Schemas['PricedKind'];
export type DraftSummary = Schemas['PracticeDraftSummary'];
export type DraftCheck = Schemas['PracticeDraftCheck'];
/** The document may be any JSON. */
export type Draft = Schemas['PracticeDraft'] & { document: Json };
export type BankFilter = Pick<NonNullable<Ask<'get', '/practices'>['query']>, 'query' | 'audience' | 'kind' | 'channel' | 'cost'>;

export const findPractices = (filter: BankFilter, cursor: string | null, signal?: AbortSignal) =>
  get('/practices', { query: { ...filter, cursor, limit: 50 }, signal });
export const readPractice = (practice: string) => get('/practices/{practice}', { path: { practice } });
export const readLevels = async () => (await get('/evidence-levels')).items;
export const readPassport = (practice: string, version: string) => get('/practices/{practice}/versions/{version}', { path: { practice, version } });
export const compareVersions = (practice: string, from: string, to: string) => get('/practices/{practice}/compare', { path: { practice }, query: { from, to } });
export const withdrawVersion = (practice: string, version: string, reason: string, key: string) =>
  post('/practices/{practice}/versions/{version}/withdraw', { path: { practice, version }, body: { reason }, key });

export const fileAddress = (practice: string, version: string, path: string) =>
  address('/practices/{practice}/versions/{version}/files', { path: { practice, version }, query: { path } });
export const cardAddress = (practice: string, version: string) => address('/practices/{practice}/versions/{version}/card', { path: { practice, version } });
export const packageAddress = (practice: string, version: string) => address('/practices/{practice}/versions/{version}/package', { path: { practice, version } });

/** A lesson is a text file of the package; everything else there is downloaded, not shown. */
export async function readText(address: string): Promise<string> {
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

export const importPackage = (file: File, choices: ImportChoices, key: string) =>
  post('/practices/import', { file: new Blob([file], { type: 'application/zip' }), query: choices, key, timeout: 300_000 });

export const readKeys = async () => (await get('/practices/keys')).items;
export const trustKey = (title: string, key: string, once: string) => post('/practices/keys', { body: { title, key }, key: once });
export const forgetKey = (key: string) => remove('/practices/keys/{key}', { path: { key } });

export const readPrices = async () => (await get('/equipment-prices')).items;
export const setPrices = (asOf: string, prices: Schemas['NewEquipmentPrice'][], key: string) => post('/equipment-prices', { body: { as_of: asOf, prices }, key });

export const readDrafts = (cursor: string | null) => get('/practices/drafts', { query: { cursor, limit: 50 } });
export const beginDraft = (from: string | null, key: string) => post('/practices/drafts', { body: from ? { from } : {}, key });
export const readDraft = (draft: string) => getWithTag('/practices/drafts/{draft}', { path: { draft } }) as Promise<Reply<Draft>>;
export const saveDraft = (draft: string, document: Json, etag: string | null) =>
  put('/practices/drafts/{draft}', { path: { draft }, body: { document }, etag }) as Promise<Reply<Draft>>;
export const dropDraft = (draft: string) => remove('/practices/drafts/{draft}', { path: { draft } });
export const checkDraft = (draft: string) => post('/practices/drafts/{draft}/check', { path: { draft } });
export const publishDraft = (draft: string, etag: string | null, key: string) => post('/practices/drafts/{draft}/publish', { path: { draft }, etag, key });
export const draftFileAddress = (draft: string, path: string) => address('/practices/drafts/{draft}/files', { path: { draft }, query: { path } });
export const putDraftFile = (draft: string, path: string, file: File, etag: string | null) =>
  put('/practices/drafts/{draft}/files', { path: { draft }, query: { path }, file, etag });
export const removeDraftFile = (draft: string, path: string) => remove('/practices/drafts/{draft}/files', { path: { draft }, query: { path } });

export const readServiceKinds = async () => (await get('/service-kinds')).items;
export const adoptionsOf = async (practice: string) => (await get('/adoptions', { query: { practice } })).items;
export const adopt = (organisation: string, practice: string, version: string, key: string) => post('/adoptions', { body: { organisation, practice, version }, key });
/** How many centres of other regions run it, as their servers told. */
export const adoptedAbroad = (code: string) => get('/travel/adopted', { query: { code } });
