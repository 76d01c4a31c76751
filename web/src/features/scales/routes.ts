import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/scales', load: () => import('./pages/LibraryPage') },
  // Before the page of a scale, which would take the word for an id.
  { path: '/scales/new', load: () => import('./pages/EditScalePage') },
  { path: '/scales/:scale', load: () => import('./pages/ScalePage') },
  { path: '/scales/:scale/edit', load: () => import('./pages/EditScalePage') },
  { path: '/recipients/:person/scales/new', load: () => import('./pages/FillScalePage') },
  { path: '/recipients/:person/scales/of/:scale', load: () => import('./pages/HistoryPage') },
  { path: '/recipients/:person/scales/:filled', load: () => import('./pages/FilledScalePage') },
  { path: '/recipients/:person/assessments/new', load: () => import('./pages/AssessPage') },
  { path: '/recipients/:person/assessments/:assessment', load: () => import('./pages/AssessmentPage') },
];
