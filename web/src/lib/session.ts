// Who is at the desk. Filled by the session feature; everyone else only reads it.
import { createStore, useStore } from './store';
import type { Language } from './messages';
import type { PersonName } from './names';

export type Role = 'administrator' | 'coordinator' | 'director' | 'specialist' | 'desk';

export interface Session {
  account: {
    id: string;
    login: string;
    name: string | PersonName;
    language: Language | null;
    /** Roles of the region have no organisation of their own. */
    roles: { role: Role; organisation?: { id: string; title: string } }[];
  };
  permissions: string[];
  region: string;
  today: string;
}

export const session = createStore<Session | null>(null);

export function useSession(): Session | null {
  return useStore(session);
}

/** The server decides; this only keeps buttons from the screen that it would refuse. */
export function can(permission: string): boolean {
  return session.get()?.permissions.includes(permission) ?? false;
}
