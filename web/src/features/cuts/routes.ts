import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/reports', load: () => import('./pages/CutsPage') },
  { path: '/reports/facts', load: () => import('./pages/CutFactsPage') },
];
