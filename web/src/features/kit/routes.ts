import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [{ path: '/_kit', load: () => import('./pages/KitPage'), frame: 'bare' }];
