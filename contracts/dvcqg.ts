import { defineContract } from './_contract.ts';
import { exchangeFaults, exchangeOperations, exchangeParts } from './_dvcqg/exchange.ts';
import { accountFaults } from './_dvcqg/faults.ts';
import { officerFaults, officerOperations } from './_dvcqg/officer.ts';
import { profileFaults, profileOperations } from './_dvcqg/profile.ts';
import { registrationFaults, registrationOperations } from './_dvcqg/registration.ts';
import { servicesFaults, servicesOperations } from './_dvcqg/services.ts';
import { nationalPortal } from './_national-portal.ts';

/** The national portal (Cổng Dịch vụ công quốc gia): its accounts, and its identity exchange, VNConnect. */
export default defineContract({
  name: 'dvcqg',
  title: { vi: 'Cổng Dịch vụ công quốc gia', en: 'National public-service portal' },
  brand: { vi: 'Cổng Dịch vụ công quốc gia (mô phỏng)', en: 'National portal (simulated)' },
  origins: nationalPortal.origins,
  keeps: {
    account: 'calm',
    key: 'calm',
    client: 'calm',
    grant: 'hot',
    session: 'hot',
    consent: 'calm',
    pushed: 'hot',
    code: 'hot',
    registration: 'calm',
    registered: 'calm',
    signature: 'calm',
    assertion: 'hot',
    'sign-in': 'hot',
    hop: 'hot',
    tries: 'calm',
    'logout-token': 'hot',
    bridge: 'hot',
  },
  parts: exchangeParts,
  faults: {
    ...exchangeFaults,
    ...accountFaults,
    ...registrationFaults,
    ...profileFaults,
    ...officerFaults,
    ...servicesFaults,
  },
  operations: {
    ...exchangeOperations,
    ...registrationOperations,
    ...profileOperations,
    ...officerOperations,
    ...servicesOperations,
  },
});
