import { get, post } from '../../lib/api';
import type { Session } from '../../lib/session';

export async function signIn(login: string, password: string): Promise<Session> {
  await post<unknown>('/session', { login, password });
  return get<Session>('/session');
}
