import { get, post, type Schemas, type Sent } from '../../lib/api';

export type Request = Schemas['Request'];
export type Reason = Schemas['WithdrawalReason'];

export const getWaiting = (organisation: string, cursor: string) => get('/requests', { query: { organisation, cursor, limit: 50 } });
export const getReasons = () => get('/requests/reasons', {});
export const postRequest = (body: Sent<Schemas['NewRequest']>, key: string) => post('/requests', { body, key });
export const withdraw = (request: string, body: Sent<Schemas['WithdrawRequest']>, key: string) => post('/requests/{request}/withdraw', { path: { request }, body, key });
export const searchPersons = (body: Schemas['PersonSearch'], signal?: AbortSignal) => post('/persons/search', { body, signal });
