import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/questions', load: () => import('./pages/QuestionsPage') },
  { path: '/questions/thresholds', load: () => import('./pages/ThresholdsPage') },
];
