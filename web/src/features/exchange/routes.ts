import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/exchange', load: () => import('./pages/EventsPage') },
  { path: '/exchange/new', load: () => import('./pages/NewEventPage') },
  { path: '/exchange/planner', load: () => import('./pages/PlannerPage') },
  { path: '/exchange/figures', load: () => import('./pages/FiguresPage') },
  { path: '/exchange/events/:event', load: () => import('./pages/EventPage') },
  { path: '/exchange/events/:event/:tab', load: () => import('./pages/EventPage') },
  { path: '/answer', load: () => import('./pages/AnswerPage'), frame: 'bare' },
];
