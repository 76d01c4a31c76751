import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/practices', load: () => import('./pages/BankPage') },
  { path: '/practices/import', load: () => import('./pages/ImportPage') },
  { path: '/practices/keys', load: () => import('./pages/KeysPage') },
  { path: '/practices/prices', load: () => import('./pages/PricesPage') },
  { path: '/practices/side', load: () => import('./pages/SidePage') },
  { path: '/practices/drafts', load: () => import('./pages/DraftsPage') },
  { path: '/practices/drafts/:draft', load: () => import('./pages/DraftPage') },
  { path: '/practices/:practice', load: () => import('./pages/PracticePage') },
  { path: '/practices/:practice/compare', load: () => import('./pages/ComparePage') },
  { path: '/practices/:practice/versions/:version', load: () => import('./pages/PassportPage') },
];
