import contract from '../../contracts/dvcqg.ts';
import { defineService } from '../_kit/implement.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { officerRoutes } from './officer/routes.ts';
import { profileRoutes } from './profile/routes.ts';
import { registrationRoutes } from './registration/routes.ts';
import { servicesRoutes } from './services/routes.ts';

export default defineService(contract, {
  ...exchangeRoutes,
  ...registrationRoutes,
  ...profileRoutes,
  ...officerRoutes,
  ...servicesRoutes,
});
