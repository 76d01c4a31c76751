import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [{ path: '/sign-in', load: () => import('./pages/SignInPage'), frame: 'bare' }];
