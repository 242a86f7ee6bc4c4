import type { Operation } from '../_contract.ts';
import * as data from './data.ts';
import * as examples from './examples.ts';

const ofOne = {
  method: 'POST',
  answers: { 200: data.certificate },
  errors: 'problem',
  fidelity: 'ours',
} as const;

/** People's certificates, for programs: what a subscriber would ask a provider for. */
export const register = {
  certificates: {
    method: 'GET',
    path: '/api/people/:slug/certificates',
    title: { vi: 'Chứng thư số của một người', en: "A person's certificates" },
    query: data.wantedCertificates,
    answers: { 200: data.certificates },
    errors: 'problem',
    examples: examples.certificates,
    fidelity: 'ours',
    note: {
      vi: 'Có provider: chứng thư ở nơi đó, được cấp nếu chưa có. Không có: mọi chứng thư đã cấp',
      en: 'With provider: the certificate there, made where there is none. Without: all that were made',
    },
  },
  certificate: {
    method: 'GET',
    path: '/api/certificates/:serial',
    title: { vi: 'Một chứng thư số', en: 'One certificate' },
    answers: { 200: data.certificate },
    errors: 'problem',
    examples: examples.certificate,
    fidelity: 'ours',
  },
  suspend: {
    ...ofOne,
    path: '/api/certificates/:serial/suspend',
    title: { vi: 'Tạm dừng chứng thư số', en: 'Suspend a certificate' },
    json: data.suspension,
    examples: examples.suspend,
  },
  release: {
    ...ofOne,
    path: '/api/certificates/:serial/release',
    title: { vi: 'Mở lại chứng thư số bị tạm dừng', en: 'Release a suspended certificate' },
    json: data.release,
    examples: examples.release,
  },
  revoke: {
    ...ofOne,
    path: '/api/certificates/:serial/revoke',
    title: { vi: 'Thu hồi chứng thư số', en: 'Revoke a certificate' },
    json: data.revocation,
    examples: examples.revoke,
  },
  pkcs12: {
    method: 'POST',
    path: '/api/people/:slug/pkcs12',
    title: { vi: 'Khóa và chứng thư số trong tệp PKCS#12', en: 'Key and certificate as PKCS #12' },
    json: data.exporting,
    answers: { 200: 'bytes:application/x-pkcs12' },
    errors: 'problem',
    examples: examples.pkcs12,
    fidelity: 'ours',
    note: {
      vi: 'Cách duy nhất để khóa ra khỏi hộp cát: để nạp vào USB ký số thật hay SoftHSM',
      en: 'The only way in which a key leaves the sandbox: for import into a real token or SoftHSM',
    },
  },
} as const satisfies Readonly<Record<string, Operation>>;
