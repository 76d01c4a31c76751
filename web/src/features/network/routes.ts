import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/organisations', load: () => import('./pages/OrganisationsPage') },
  // Before the page of an organisation, which would take the word for an id.
  { path: '/organisations/import/:table?', load: () => import('./pages/ImportPage') },
  { path: '/organisations/:organisation/:tab?', load: () => import('./pages/OrganisationPage') },
  { path: '/reference/map', load: () => import('./pages/MapPage') },
  { path: '/centre', load: () => import('./pages/OwnCentrePage') },
  { path: '/staff', load: () => import('./pages/StaffPage') },
  { path: '/reference', load: () => import('./pages/DistrictsPage') },
];
