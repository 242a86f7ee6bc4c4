import { registrationApi } from './api.ts';
import { registrationPages } from './page-routes.ts';

export const registrationRoutes = { ...registrationApi, ...registrationPages };
