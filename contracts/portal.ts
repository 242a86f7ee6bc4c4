import { defineContract } from './_contract.ts';
import { examples } from './_portal/examples.ts';
import { portalFaults } from './_portal/faults.ts';
import { apiOperations, keeps, pageOperations } from './_portal/pages.ts';
import { signInOperations } from './_portal/sign-in.ts';
import { signingApi, signingPages } from './_portal/signing.ts';
import { signingFaults } from './_portal/signing-faults.ts';

/** The portal of a province, which signs people in with VNeID or through the national portal. */
export default defineContract({
  name: 'portal',
  title: { vi: 'Cổng dịch vụ mẫu', en: 'Reference portal' },
  keeps,
  faults: { ...portalFaults, ...signingFaults },
  operations: {
    ...signInOperations,
    ...pageOperations,
    launch: { ...pageOperations.launch, examples: examples.launch('1.990001', '000.00.21.H99') },
    // What pages and API share is named after the API in OpenAPI documents: whoever is first.
    ...apiOperations,
    ...signingApi,
    ...signingPages,
  },
});
