import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/programmes', load: () => import('./pages/JournalPage') },
  { path: '/programmes/closed', load: () => import('./pages/ClosedPage') },
  { path: '/programmes/plans', load: () => import('./pages/PlansPage') },
  { path: '/programmes/contracts', load: () => import('./pages/ContractsPage') },
  { path: '/programmes/applications/:application', load: () => import('./pages/ApplicationPage') },
  { path: '/programmes/applications/:application/edit', load: () => import('./pages/EditApplicationPage') },
  { path: '/programmes/contracts/:contract', load: () => import('./pages/ContractPage') },
  { path: '/programmes/plans/:programme', load: () => import('./pages/ProgrammePage') },
  { path: '/programmes/plans/:programme/draft', load: () => import('./pages/DraftPage') },
  { path: '/recipients/:person/applications/new', load: () => import('./pages/RegisterPage') },
  { path: '/recipients/:person/programmes/new', load: () => import('./pages/NewProgrammePage') },
  { path: '/reference/programmes', load: () => import('./pages/NormsPage') },
];
