import type { RouteEntry } from '../../lib/routes';

export const routes: RouteEntry[] = [
  { path: '/rollout', load: () => import('./pages/MatrixPage') },
  { path: '/rollout/campaigns', load: () => import('./pages/CampaignsPage') },
  { path: '/rollout/campaigns/:campaign', load: () => import('./pages/CampaignPage') },
  { path: '/rollout/import', load: () => import('./pages/ImportPage') },
  { path: '/rollout/practices/:practice', load: () => import('./pages/StartersPage') },
  { path: '/rollout/adoptions/:adoption', load: () => import('./pages/AdoptionPage') },
  { path: '/rollout/adoptions/:adoption/upgrade', load: () => import('./pages/MergePage') },
  { path: '/rollout/centres/:centre', load: () => import('./pages/CentrePage') },
];
