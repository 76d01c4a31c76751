import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [{ path: '/search', load: () => import('./pages/FindPage') }];
