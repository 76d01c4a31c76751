import { post } from '../../lib/api';
import type { Session } from '../../lib/session';

export function signIn(login: string, password: string): Promise<Session> {
  return post<Session>('/session', { login, password });
}
