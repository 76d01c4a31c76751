import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/journal', load: () => import('./pages/FactsPage') },
  { path: '/journal/new', load: () => import('./pages/EntryPage') },
  { path: '/journal/import', load: () => import('./pages/ImportPage') },
];
