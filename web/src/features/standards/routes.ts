import { loadWords } from '../../lib/messages';
import type { RouteEntry } from '../../lib/routes';

/** Statements are worded as in the passport of a practice. */
const withPractices = (load: RouteEntry['load']): RouteEntry['load'] => async () => (await Promise.all([load(), loadWords('practices')]))[0];

export const routes: RouteEntry[] = [
  { path: '/standards', load: () => import('./pages/StandardsPage') },
  { path: '/standards/new', load: () => import('./pages/NewStandardPage') },
  { path: '/standards/versions/:version', load: withPractices(() => import('./pages/VersionPage')) },
  { path: '/standards/versions/:version/edit', load: withPractices(() => import('./pages/EditPage')) },
  { path: '/standards/versions/:version/difference', load: withPractices(() => import('./pages/DifferencePage')) },
  { path: '/standards/:standard', load: withPractices(() => import('./pages/StandardPage')) },
];
