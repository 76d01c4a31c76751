import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/acts', load: () => import('./pages/MonthsPage') },
  { path: '/acts/preview/:organisation/:month', load: () => import('./pages/PreviewPage') },
  { path: '/acts/months/:closing', load: () => import('./pages/ClosedPage') },
  { path: '/acts/one/:act', load: () => import('./pages/ActPage') },
  { path: '/recipients/:person/bills', load: () => import('./pages/BillsPage') },
];
