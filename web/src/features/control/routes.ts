import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/control', load: () => import('./pages/ControlPage') },
  { path: '/control/inspections', load: () => import('./pages/ControlPage') },
  { path: '/control/inspections/:inspection', load: () => import('./pages/InspectionPage') },
  { path: '/control/findings/:finding', load: () => import('./pages/FindingPage') },
  { path: '/control/centres/:centre', load: () => import('./pages/CentrePage') },
  { path: '/control/centres/:centre/:version', load: () => import('./pages/ComparisonPage') },
];
