import contract from '../../contracts/bocongan.ts';
import { defineService } from '../_kit/implement.ts';
import { sync } from '../_portal/linking/sync.ts';
import { bound, openPortal } from '../_portal/routes.ts';
import { configuration } from './configuration.ts';

const { portal, routes } = openPortal(configuration);

export default defineService(contract, { ...routes, ...bound(portal, { sync }) });
