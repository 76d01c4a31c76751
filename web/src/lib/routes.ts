import type { ComponentType } from 'preact';

export interface RouteEntry {
  /** In the pattern language of preact-iso: `/centres/:id`. */
  path: string;
  load(): Promise<{ default: ComponentType }>;
  /** Bare pages stand without the shell and without a session. */
  frame?: 'shell' | 'bare';
}
