import { get, post, put, type List } from '../../lib/api';
import type { Language } from '../../lib/messages';
import type { Role } from '../../lib/session';

export interface Account {
  id: string;
  login: string;
  name: string;
  language: Language;
  active: boolean;
  has_password: boolean;
  roles: { role: Role; organisation?: { id: string; title: string } }[];
  revision: number;
}

export interface AccountRequest {
  login: string;
  name: string;
  language: Language;
  active: boolean;
  roles: { role: Role; organisation?: string | undefined }[];
}

export interface Invitation {
  account: string;
  token: string;
  expires: string;
}

export interface AuditEntry {
  position: number;
  at: string;
  account: string;
  action: string;
  object?: string;
  person?: string;
  detail: string;
}

export interface AuditFilter {
  [name: string]: string | number | undefined;
  person?: string;
  object?: string;
  cursor?: string;
  limit?: number;
}

export const roles: readonly Role[] = ['administrator', 'coordinator', 'director', 'specialist', 'desk'];

/** Roles of the region work without an organisation of their own. */
export function isRegional(role: Role): boolean {
  return role === 'administrator' || role === 'coordinator';
}

export const getAccounts = (cursor: string) => get<List<Account>>('/accounts', { cursor, limit: 100 });
export const getAccount = (id: string) => get<Account>(`/accounts/${id}`);
export const createAccount = (ask: AccountRequest, key: string) => post<Invitation>('/accounts', ask, key);
export const changeAccount = (id: string, ask: AccountRequest, revision: number) => put<Account>(`/accounts/${id}`, ask, `"${revision}"`);
export const inviteAgain = (id: string, key: string) => post<Invitation>(`/accounts/${id}/invitations`, undefined, key);
export const acceptInvitation = (token: string, password: string) => post<void>('/invitations/accept', { token, password });
export const changePassword = (old_password: string, new_password: string) => post<void>('/session/password', { old_password, new_password });
export const setPreferences = (language: Language) => post<void>('/session/preferences', { language });
export const getAudit = (filter: AuditFilter) => get<List<AuditEntry>>('/audit', filter);
