import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [{ path: '/requests', load: () => import('./pages/RequestsPage') }];
