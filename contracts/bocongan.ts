import { defineContract } from './_contract.ts';
import { policePortal } from './_national-portal.ts';
import { examples } from './_portal/examples.ts';
import { portalFaults } from './_portal/faults.ts';
import { apiOperations, keeps, pageOperations } from './_portal/pages.ts';
import { signInOperations } from './_portal/sign-in.ts';
import { signingApi, signingPages } from './_portal/signing.ts';
import { signingFaults } from './_portal/signing-faults.ts';
import { syncFaults, syncOperations } from './_portal/sync.ts';

/** The police ministry's portal: one code with the province's, and the synchronisation of old accounts. */
export default defineContract({
  name: 'bocongan',
  title: { vi: 'Cổng dịch vụ công Bộ Công an', en: "The police ministry's portal" },
  brand: { vi: 'Cổng dịch vụ công Bộ Công an (mô phỏng)', en: "The police ministry's portal (simulated)" },
  origins: policePortal.origins,
  keeps,
  faults: { ...portalFaults, ...syncFaults, ...signingFaults },
  operations: {
    ...signInOperations,
    ...pageOperations,
    launch: { ...pageOperations.launch, examples: examples.launch('1.990101', '000.00.99.H99') },
    // What pages and API share is named after the API in OpenAPI documents: whoever is first.
    ...apiOperations,
    ...signingApi,
    ...signingPages,
    ...syncOperations,
  },
});
