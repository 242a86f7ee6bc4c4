import { referencePortals } from '../../contracts/_reference-portals.ts';
import contract from '../../contracts/bocongan.ts';
import type { Configuration } from '../_portal/portal.ts';

const { spId, apId } = referencePortals.bocongan;
const clientSecret = 'bocongan-secret';

/** The police ministry's portal. */
export const configuration: Configuration = {
  system: 'bocongan',
  name: contract.brand,
  agency: '000.00.99.H99',
  clientId: 'bocongan',
  clientSecret,
  party: { spId, apId, secret: clientSecret },
  providers: ['vneid', 'exchange'],
  syncs: true,
  oldAccounts: [
    { username: 'thom.cutru', person: 'thom', password: 'Aa@123456', number: 'personal', status: 'active' },
    { username: 'yen.cutru', person: 'yen', password: 'Aa@123456', number: 'personal', status: 'locked' },
  ],
};
