import { defineContract } from './_contract.ts';
import { pkiFaults } from './_pki/faults.ts';
import { pages } from './_pki/pages.ts';
import { published } from './_pki/published.ts';
import { register } from './_pki/register.ts';
import { verify } from './_pki/verify.ts';

/** The test PKI: its authorities, what they publish, and people's certificates. */
export default defineContract({
  name: 'pki',
  title: { vi: 'Chứng thực chữ ký số (thử nghiệm)', en: 'Certification authorities (sandbox)' },
  keeps: {
    'sign/certificate': 'secret',
    'sign/holding': 'secret',
    'sign/owned': 'secret',
    'sign/status': 'secret',
  },
  faults: pkiFaults,
  operations: { ...pages, ...published, ...register, ...verify },
});
