import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/recipients/alike', load: () => import('./pages/QueuePage') },
  { path: '/recipients/:person/compare', load: () => import('./pages/FindOtherPage') },
  { path: '/recipients/:person/compare/:other', load: () => import('./pages/ComparePage') },
  { path: '/reference/duplicates', load: () => import('./pages/RunsPage') },
];
