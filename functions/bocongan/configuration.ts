import contract from '../../contracts/bocongan.ts';
import type { Configuration } from '../_portal/portal.ts';

/** The police ministry's portal. */
export const configuration: Configuration = {
  system: 'bocongan',
  name: contract.brand,
  agency: '000.00.99.H99',
  clientId: 'bocongan',
  clientSecret: 'bocongan-secret',
  providers: ['vneid', 'exchange'],
  syncs: true,
  oldAccounts: [
    { username: 'thom.cutru', person: 'thom', password: 'Aa@123456', number: 'personal', status: 'active' },
    { username: 'yen.cutru', person: 'yen', password: 'Aa@123456', number: 'personal', status: 'locked' },
  ],
};
