import type { Configuration } from '../_portal/portal.ts';

/** The police ministry's portal. */
export const configuration: Configuration = {
  system: 'bocongan',
  name: {
    vi: 'Cổng dịch vụ công Bộ Công an (mô phỏng)',
    en: "The police ministry's portal (simulated)",
  },
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
