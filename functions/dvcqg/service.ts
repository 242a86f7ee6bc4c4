import contract from '../../contracts/dvcqg.ts';
import { defineService } from '../_kit/implement.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { words } from './exchange/words.ts';
import { officerRoutes } from './officer/routes.ts';
import { profileRoutes } from './profile/routes.ts';
import { registrationRoutes } from './registration/routes.ts';
import './sent-code.ts';
import { servicesRoutes } from './services/routes.ts';

const routes = {
  ...exchangeRoutes,
  ...registrationRoutes,
  ...profileRoutes,
  ...officerRoutes,
  ...servicesRoutes,
};

export default defineService(contract, routes, words);
