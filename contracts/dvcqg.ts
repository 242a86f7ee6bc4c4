import { defineContract } from './_contract.ts';
import { exchangeFaults, exchangeOperations } from './_dvcqg/exchange.ts';
import { accountFaults } from './_dvcqg/faults.ts';
import { profileFaults, profileOperations } from './_dvcqg/profile.ts';
import { registrationFaults, registrationOperations } from './_dvcqg/registration.ts';

/** The national portal (Cổng Dịch vụ công quốc gia): its accounts, and its identity exchange, VNConnect. */
export default defineContract({
  name: 'dvcqg',
  title: { vi: 'Cổng Dịch vụ công quốc gia', en: 'National public-service portal' },
  origins: ['https://xacthuc.dichvucong.gov.vn', 'https://dichvucong.gov.vn'],
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
    signature: 'calm',
    assertion: 'hot',
  },
  faults: { ...exchangeFaults, ...accountFaults, ...registrationFaults, ...profileFaults },
  operations: { ...exchangeOperations, ...registrationOperations, ...profileOperations },
});
