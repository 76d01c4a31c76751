import type { RouteEntry } from '../lib/routes';

export const routes: RouteEntry[] = [{ path: '/', load: () => import('./HomePage') }];
