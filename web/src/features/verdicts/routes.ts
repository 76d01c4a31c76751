import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/verdicts', load: () => import('./pages/RegionPage') },
  { path: '/verdicts/:practice/:centre', load: () => import('./pages/CentrePage') },
  { path: '/verdicts/services/:service/:centre', load: () => import('./pages/CentrePage') },
];
