import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/practices/:practice/evidence', load: () => import('./pages/EvidencePage') },
  { path: '/practices/:practice/evidence/:tab', load: () => import('./pages/EvidencePage') },
];
