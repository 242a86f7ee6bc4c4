import { referencePortals } from '../../contracts/_reference-portals.ts';
import contract from '../../contracts/portal.ts';
import type { Configuration } from '../_portal/portal.ts';

const { spId, apId } = referencePortals.portal;
const clientSecret = 'reference-portal-secret';

/** The portal of a province. */
export const configuration: Configuration = {
  system: 'portal',
  name: contract.title,
  agency: '000.00.00.H99',
  clientId: 'reference-portal',
  clientSecret,
  party: { spId, apId, secret: clientSecret },
  providers: ['vneid', 'exchange'],
  syncs: false,
  oldAccounts: [
    { username: 'thom.daothi', person: 'thom', password: 'Aa@123456', number: 'personal', status: 'active' },
    { username: 'nghia.vohuu', person: 'nghia', password: 'Aa@123456', number: 'cmnd', status: 'active' },
    { username: 'yen.caothihai', person: 'yen', password: 'Aa@123456', number: 'personal', status: 'locked' },
  ],
};
