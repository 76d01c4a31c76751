import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/organisations', load: () => import('./pages/OrganisationsPage') },
  { path: '/organisations/:organisation/:tab?', load: () => import('./pages/OrganisationPage') },
  { path: '/staff', load: () => import('./pages/StaffPage') },
  { path: '/reference', load: () => import('./pages/DistrictsPage') },
];
