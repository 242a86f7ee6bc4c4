import contract from '../../contracts/portal.ts';
import type { Configuration } from '../_portal/portal.ts';

/** The portal of a province. */
export const configuration: Configuration = {
  system: 'portal',
  name: contract.title,
  agency: '000.00.00.H99',
  clientId: 'reference-portal',
  clientSecret: 'reference-portal-secret',
  providers: ['vneid', 'exchange'],
  syncs: false,
  oldAccounts: [],
};
