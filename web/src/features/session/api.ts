import { get, post } from '../../lib/api';
import type { Session } from '../../lib/session';

export async function signIn(login: string, password: string): Promise<Session> {
  await post('/session', { body: { login, password } });
  return get('/session');
}
