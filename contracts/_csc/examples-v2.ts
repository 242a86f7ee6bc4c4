import type { Example } from '../_contract.ts';
import {
  bearer,
  HASH,
  loginExamples,
  OTHER_HASH,
  SHA256,
  SHA256_WITH_RSA,
  examples as v1,
} from './examples-v1.ts';

const [signedIn, ...otherLogins] = loginExamples;
const seal = { credentialID: '{{seal}}' };
const hashes = { hashes: [HASH, OTHER_HASH], hashAlgorithmOID: SHA256 };

const sign = (more: Record<string, string>) => ({
  ...seal,
  SAD: '{{sad}}',
  ...hashes,
  signAlgo: SHA256_WITH_RSA,
  ...more,
});

/** One whole call for each operation of version 2. */
export const examples = {
  info: [{ title: { vi: 'Dịch vụ có gì', en: 'What there is' }, body: {}, status: 200, shows: '2.0.0.2' }],
  login: [signedIn as Example, ...otherLogins],
  revoke: v1.revoke.map((example) => ({ ...example, after: 'loginV2' })),
  list: [
    {
      title: { vi: 'Chứng thư dùng được, kèm thông tin', en: 'What can sign, with all about it' },
      headers: bearer,
      body: { credentialInfo: true, certificates: 'single', certInfo: true, authInfo: true, onlyValid: true },
      status: 200,
      after: 'loginV2',
      takes: { credential: '/credentialIDs/0', seal: '/credentialIDs/1' },
    },
  ],
  credential: [
    {
      title: { vi: 'Kèm chuỗi chứng thư', en: 'With the chain' },
      headers: bearer,
      body: { ...seal, certificates: 'chain', certInfo: true, authInfo: true },
      status: 200,
      after: 'listV2',
      shows: '"mode":"explicit"',
    },
  ],
  authorize: [
    {
      title: { vi: 'Con dấu của doanh nghiệp, bằng PIN', en: "The company's seal, by PIN" },
      headers: bearer,
      body: { ...seal, numSignatures: 2, ...hashes, authData: [{ id: 'PIN', value: '123456' }] },
      status: 200,
      after: 'listV2',
      takes: { sad: '/SAD' },
    },
    {
      title: { vi: 'Sai PIN', en: 'A wrong PIN' },
      headers: bearer,
      body: { ...seal, numSignatures: 2, ...hashes, authData: [{ id: 'PIN', value: '000000' }] },
      status: 400,
      after: 'listV2',
      shows: 'invalid_authentication_data',
    },
  ],
  check: [
    {
      title: { vi: 'Mã giao dịch lạ', en: 'A handle that nobody gave' },
      headers: bearer,
      body: { handle: 'khong-co' },
      status: 400,
      after: 'loginV2',
      shows: 'Invalid parameter handle',
    },
  ],
  challenge: [
    {
      title: { vi: 'Mã tới điện thoại của Quỳnh', en: "A code to Quynh's phone" },
      headers: bearer,
      body: { credentialID: '{{credential}}', authObjectID: 'OTP' },
      status: 204,
      after: 'listV2',
    },
  ],
  extend: [
    {
      title: { vi: 'SAD mới cho giá trị băm mới', en: 'A new SAD for a new hash' },
      headers: bearer,
      body: { ...seal, SAD: '{{sad}}', hashes: [OTHER_HASH], hashAlgorithmOID: SHA256 },
      status: 200,
      after: 'authorizeV2',
    },
  ],
  signHash: [
    {
      title: { vi: 'Không đồng bộ: lấy kết quả sau', en: 'Asynchronously: the result is asked for later' },
      headers: bearer,
      body: sign({ operationMode: 'A' }),
      status: 200,
      after: 'authorizeV2',
      takes: { response_id: '/responseID' },
    },
    {
      title: { vi: 'Ký ngay', en: 'At once' },
      headers: bearer,
      body: sign({}),
      status: 200,
      after: 'authorizeV2',
      shows: 'signatures',
    },
  ],
  signDoc: [
    {
      title: { vi: 'CAdES tách rời, theo giá trị băm', en: 'Detached CAdES, by digest' },
      headers: bearer,
      body: {
        ...seal,
        SAD: '{{sad}}',
        documentDigests: [{ ...hashes, signature_format: 'C', signAlgo: SHA256_WITH_RSA }],
      },
      status: 200,
      after: 'authorizeV2',
      shows: 'SignatureObject',
    },
  ],
  polling: [
    {
      title: { vi: 'Kết quả của lần ký vừa rồi', en: 'The result of the last call' },
      headers: bearer,
      body: { requestID: '{{response_id}}' },
      status: 200,
      after: 'signHashV2',
      shows: 'signatures',
    },
  ],
  timestamp: v1.timestamp.map((example) => ({ ...example, after: 'loginV2' })),
} satisfies Record<string, readonly Example[]>;
