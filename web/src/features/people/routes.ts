import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/recipients', load: () => import('./pages/PersonsPage') },
  { path: '/reference/lists', load: () => import('./pages/ListsPage') },
  { path: '/reference/consents', load: () => import('./pages/ConsentTextsPage') },
  { path: '/recipients/new', load: () => import('./pages/RegisterPage') },
  { path: '/recipients/lookup', load: () => import('./pages/LookupPage') },
  { path: '/recipients/:person', load: () => import('./pages/PersonPage') },
  { path: '/recipients/:person/edit', load: () => import('./pages/EditPage') },
  { path: '/recipients/:person/file', load: () => import('./pages/FilePage') },
  { path: '/recipients/:person/story', load: () => import('./pages/StoryPage') },
];
