import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/recipients/:person/forms/new', load: () => import('./pages/FillPage') },
  { path: '/recipients/:person/forms/:form', load: () => import('./pages/FormPage') },
];
