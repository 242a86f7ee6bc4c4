import { later } from '../../_kit/later.ts';

export const officerRoutes = later(
  () => import('../on-demand.ts'),
  'officer',
  'officerCreates',
  'officerAccounts',
);
