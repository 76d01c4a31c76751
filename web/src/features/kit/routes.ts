import { loadAllWords } from '../../lib/messages';
import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [{ path: '/_kit', load: () => loadAllWords().then(() => import('./pages/KitPage')), frame: 'bare' }];
