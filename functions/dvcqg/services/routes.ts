import { later } from '../../_kit/later.ts';

export const servicesRoutes = later(
  () => import('./services.ts'),
  ...(['services', 'listServices', 'openService', 'launchService'] as const),
);
