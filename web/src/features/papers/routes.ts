import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/reference/papers', load: () => import('./pages/KindsPage') },
  { path: '/reference/papers/:kind', load: () => import('./pages/TemplatePage') },
  { path: '/papers', load: () => import('./pages/RegisterPage') },
];
