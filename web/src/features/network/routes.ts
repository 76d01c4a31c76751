import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/organisations', load: () => import('./pages/OrganisationsPage') },
  { path: '/organisations/:organisation/:tab?', load: () => import('./pages/OrganisationPage') },
  { path: '/network/import/:table?', load: () => import('./pages/ImportPage') },
  { path: '/network/map', load: () => import('./pages/MapPage') },
  { path: '/staff', load: () => import('./pages/StaffPage') },
  { path: '/reference', load: () => import('./pages/DistrictsPage') },
];
