import { later } from '../../_kit/later.ts';

export const servicesRoutes = later(
  () => import('../on-demand.ts'),
  ...(['services', 'listServices', 'openService', 'launchService'] as const),
);
