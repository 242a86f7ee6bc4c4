import contract from '../../contracts/portal.ts';
import { defineService } from '../_kit/implement.ts';
import { openPortal } from '../_portal/routes.ts';
import { configuration } from './configuration.ts';

export default defineService(contract, openPortal(configuration).routes);
