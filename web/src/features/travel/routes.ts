import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [{ path: '/practices/feeds', load: () => import('./pages/FeedsPage') }];
