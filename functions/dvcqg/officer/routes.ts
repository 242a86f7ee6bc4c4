import { later } from '../../_kit/later.ts';

export const officerRoutes = later(() => import('./desk.ts'), 'officer', 'officerCreates', 'officerAccounts');
