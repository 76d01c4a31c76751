import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/journal/month', load: () => import('./pages/MonthPage') },
  { path: '/journal/day', load: () => import('./pages/DayPage') },
  { path: '/journal/notices', load: () => import('./pages/NoticesPage') },
];
