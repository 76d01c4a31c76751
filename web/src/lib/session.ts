// Who is at the desk. Filled by the session feature; everyone else only reads it.
import { today, type Day } from './dates';
import { createStore, useStore } from './store';
import type { Schemas } from './api';

export type Session = Schemas['Session'];
export type Permission = Schemas['Permission'];
/** Roles of the region have no organisation of their own. */
export type Role = Schemas['RoleView']['role'];

export const session = createStore<Session | null>(null);

/** The session ended under the reader's hands; `unsaved`: just as something was sent. */
export const lost = createStore<'unsaved' | 'read' | null>(null);

export function useSession(): Session | null {
  return useStore(session);
}

/** The server decides; this only keeps buttons from the screen that it would refuse. */
export function can(permission: Permission): boolean {
  return session.get()?.permissions.includes(permission) ?? false;
}

/** The day of the reader's region or centre, which the browser's clock may not know. */
export function regionDay(): Day {
  return session.get()?.today ?? today();
}
