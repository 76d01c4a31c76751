import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/accounts', load: () => import('./pages/AccountsPage') },
  { path: '/audit', load: () => import('./pages/AuditPage') },
  { path: '/account', load: () => import('./pages/OwnAccountPage') },
  { path: '/invitation', load: () => import('./pages/InvitationPage'), frame: 'bare' },
];
