import { get, post, put, type Ask, type Schemas } from '../../lib/api';
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
/** For a choice among them: page by page, by login. */
export async function getAllAccounts(): Promise<Account[]> {
  const all: Account[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof getAccounts>> = await getAccounts(cursor);
    all.push(...page.items);
    cursor = page.next ?? null;
  }
  return all.sort((a, b) => a.name.localeCompare(b.name));
}
export const getAccount = (account: string) => get('/accounts/{account}', { path: { account } });
export const createAccount = (body: AccountRequest, key: string) => post('/accounts', { body, key });
export const changeAccount = (account: string, body: AccountRequest, revision: number) =>
  put('/accounts/{account}', { path: { account }, body, etag: `"${revision}"` });
export const inviteAgain = (account: string, key: string) => post('/accounts/{account}/invitations', { path: { account }, key });
export const acceptInvitation = (token: string, password: string) => post('/invitations/accept', { body: { token, password } });
export const changePassword = (old_password: string, new_password: string) => post('/session/password', { body: { old_password, new_password } });
export const setPreferences = (language: Language) => post('/session/preferences', { body: { language } });
export const whoIsInvited = (token: string) => post('/invitations/show', { body: { token } });
export type AuditFilter = Ask<'get', '/audit'>['query'];
export const getAudit = (query: NonNullable<AuditFilter>) => get('/audit', { query: { ...query, limit: 50 } });
export const getAuditActions = async () => (await get('/audit/actions')).items;
