// What the standards screens ask of the server.
import { get, post, put, remove, type Schemas } from '../../lib/api';
import type { Day } from '../../lib/dates';

export type Standard = Schemas['Standard'];
export type Summary = Schemas['StandardVersionSummary'];
export type Stage = Summary['stage'];
export type Version = Schemas['StandardVersion'];
export type Content = Schemas['StandardContent'];
export type Clause = Schemas['StandardClause'];
export type Step = Schemas['StandardStep'];
export type Words = Schemas['PackageLine'];
export type Comment = Schemas['StandardComment'];
export type Waiver = Schemas['StandardWaiver'];
export type Change = Schemas['StandardChange'];
export type News = Schemas['StandardNews'];
export type Order = Schemas['StandardOrder'];
export type Decision = Schemas['StandardAnswerRequest']['decision'];

export const listStandards = (practice: string | null, cursor: string | null) => get('/standards', { query: { practice, cursor } });
export const getNews = async () => (await get('/standards/news')).items;
export const getStandard = (standard: string) => get('/standards/{standard}', { path: { standard } });
export const beginStandard = (body: Schemas['NewStandard'], key: string) => post('/standards', { body, key });
export const beginVersion = (standard: string, key: string) => post('/standards/{standard}/versions', { path: { standard }, key });
export const repeal = (standard: string, order: Order, from: Day, key: string) =>
  post('/standards/{standard}/repeal', { path: { standard }, body: { order, from }, key });
export const getAdoptions = async (standard: string) => (await get('/standards/{standard}/adoptions', { path: { standard } })).items;
export const getWaivers = (standard: string, cursor: string | null) => get('/standards/{standard}/waivers', { path: { standard }, query: { cursor } });
export const grantWaiver = (standard: string, body: Omit<Waiver, 'id' | 'organisation_title' | 'revoked'>, key: string) =>
  post('/standards/{standard}/waivers', { path: { standard }, body, key });
export const revokeWaiver = (waiver: string, day: Day, reason: string, key: string) =>
  post('/standards/waivers/{waiver}/revoke', { path: { waiver }, body: { day, reason }, key });

export const getVersion = (version: string) => get('/standards/versions/{version}', { path: { version } });
export const saveVersion = async (version: Version, content: Content) =>
  (await put('/standards/versions/{version}', { path: { version: version.id }, body: { content }, etag: `"${version.revision}"` })).body;
export const dropVersion = (version: string) => remove('/standards/versions/{version}', { path: { version } });
export const getDifference = (version: string, from: string | null) => get('/standards/versions/{version}/difference', { path: { version }, query: { from } });
export const send = (version: Version, until: Day, key: string) =>
  post('/standards/versions/{version}/send', { path: { version: version.id }, body: { until }, etag: `"${version.revision}"`, key });
export const endComments = (version: string, reason: string, key: string) =>
  post('/standards/versions/{version}/end-comments', { path: { version }, body: { reason }, key });
export const approve = (version: Version, order: Order, from: Day, key: string) =>
  post('/standards/versions/{version}/approve', { path: { version: version.id }, body: { order, from }, etag: `"${version.revision}"`, key });
export const planPilot = (version: string, body: { centres: string[]; criteria: string; starts_on: Day }, key: string) =>
  post('/standards/versions/{version}/pilot', { path: { version }, body, key });
export const finishPilot = (version: string, body: Schemas['PilotResult'], key: string) =>
  post('/standards/versions/{version}/pilot/result', { path: { version }, body, key });

export const getComments = (version: string, cursor: string | null) => get('/standards/versions/{version}/comments', { path: { version }, query: { cursor } });
export const comment = (version: string, body: Pick<Comment, 'organisation' | 'about' | 'part' | 'text'>, key: string) =>
  post('/standards/versions/{version}/comments', { path: { version }, body, key });
export const answer = (id: string, decision: Decision, words: string, key: string) =>
  post('/standards/comments/{comment}/answer', { path: { comment: id }, body: { decision, answer: words }, key });

/** The newest package of the practice: the names of services, forms and things that a statement speaks of. */
export async function getWork(practice: string): Promise<Schemas['Package'] | null> {
  const { versions } = await get('/practices/{practice}', { path: { practice } });
  const newest = versions[0];
  return newest ? (await get('/practices/{practice}/versions/{version}', { path: { practice, version: newest.version } })).package : null;
}
export const findPractices = async () => (await get('/practices', { query: { limit: 200 } })).items;
