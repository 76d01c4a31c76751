import { get, post, put, type Schemas } from '../../lib/api';
import type { Language } from '../../lib/messages';
import type { Role } from '../../lib/session';
import { wordsOf } from '../../lib/words';

export type Account = Schemas['Account'];
export type AccountRequest = Schemas['AccountRequest'];
export type Invitation = Schemas['Invitation'];

export const roles = wordsOf<Role>({ administrator: true, coordinator: true, director: true, specialist: true, desk: true });

/** Roles of the region work without an organisation of their own. */
export function isRegional(role: Role): boolean {
  return role === 'administrator' || role === 'coordinator';
}

export const getAccounts = (cursor: string) => get('/accounts', { query: { cursor, limit: 100 } });
export const getAccount = (account: string) => get('/accounts/{account}', { path: { account } });
export const createAccount = (body: AccountRequest, key: string) => post('/accounts', { body, key });
export const changeAccount = (account: string, body: AccountRequest, revision: number) =>
  put('/accounts/{account}', { path: { account }, body, etag: `"${revision}"` });
export const inviteAgain = (account: string, key: string) => post('/accounts/{account}/invitations', { path: { account }, key });
export const acceptInvitation = (token: string, password: string) => post('/invitations/accept', { body: { token, password } });
export const changePassword = (old_password: string, new_password: string) => post('/session/password', { body: { old_password, new_password } });
export const setPreferences = (language: Language) => post('/session/preferences', { body: { language } });
export const getAudit = (query: { person?: string; object?: string; cursor: string }) => get('/audit', { query: { ...query, limit: 50 } });
