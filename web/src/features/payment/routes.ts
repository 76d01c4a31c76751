import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/recipients/payment', load: () => import('./pages/OutdatedPage') },
  { path: '/recipients/:person/payment', load: () => import('./pages/PaymentPage') },
  { path: '/recipients/:person/payment/new', load: () => import('./pages/AssessPage') },
  { path: '/recipients/:person/payment/:assessment', load: () => import('./pages/AssessmentPage') },
  { path: '/reference/payment', load: () => import('./pages/NormsPage') },
  { path: '/reference/payment/tariffs', load: () => import('./pages/TariffsPage') },
];
