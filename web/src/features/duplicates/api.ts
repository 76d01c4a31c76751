import { get, post, type Schemas } from '../../lib/api';

export type Pair = Schemas['DuplicatePair'];
export type Side = Schemas['DuplicateSide'];
export type Reason = Schemas['DuplicateReason'];
export type Elsewhere = Schemas['DuplicateElsewhere'];
export type Person = Schemas['Person'];

export const getPairs = (cursor: string) => get('/duplicates', { query: { cursor, limit: 50 } });
export const sayOther = (pair: string, reason: string, key: string) => post('/duplicates/{pair}/other', { path: { pair }, body: { reason }, key });
export const hearElsewhere = (pair: string) => post('/duplicates/{pair}/elsewhere', { path: { pair } });
export const takeOver = (lookup: string, organisation: string, reason: string, key: string) =>
  post('/persons/{lookup}/attach', { path: { lookup }, body: { organisation, reason }, key });
export const getRuns = async () => (await get('/duplicates/runs')).items;
export const lookThrough = (key: string) => post('/duplicates/runs', { key });
export const getCard = (person: string) => get('/persons/{person}', { path: { person } });
export const compare = (person: string, other: string) => get('/persons/{person}/comparison', { path: { person }, query: { other } });
export const merge = (person: string, other: string, reason: string) =>
  post('/persons/{person}/merges', { path: { person }, body: { other, ...(reason.trim() ? { reason } : {}) } });
