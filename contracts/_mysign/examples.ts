import type { Example } from '../_contract.ts';
import { PROFILE } from './settings.ts';

const client = { client_id: 'demo-portal', client_secret: 'demo-portal-secret' };

const bearer = { authorization: 'Bearer {{access_token}}' };

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

const anIs = { ...client, profile_id: PROFILE, user_id: 'CMT_099090000001' };

const SHA256 = '2.16.840.1.101.3.4.2.1';

const signing = {
  ...client,
  credentialID: '{{credential_id}}',
  numSignatures: 1,
  description: base64('Ký đơn đăng ký thường trú'),
  documents: [{ document_id: 'don-01', document_name: base64('don-dang-ky.pdf') }],
  /** SHA-256 of `HopCat`. */
  hash: ['LKPp0GZRdZTUUDYzuSqhae6ZsgG/tqHnGu/pljGKheo='],
  hashAlgo: SHA256,
  signAlgo: '1.2.840.113549.1.1.11',
  async: 2,
};

/** One whole call for each operation, and those refusals that a portal meets first. */
export const examples = {
  login: [
    {
      title: { vi: 'Đăng nhập cho An', en: 'A token for An' },
      body: anIs,
      status: 200,
      takes: { access_token: '/access_token' },
    },
    {
      title: { vi: 'Đăng nhập cho công ty của Khánh', en: "A token for Khánh's company" },
      body: { ...anIs, user_id: 'MST_9900000129' },
      status: 200,
    },
    {
      title: { vi: 'Sai client_secret', en: 'A wrong client_secret' },
      body: { ...anIs, client_secret: 'sai-bi-mat' },
      status: 400,
      shows: '"58007"',
    },
    {
      title: { vi: 'Không có người dùng này', en: 'Nobody has this number' },
      body: { ...anIs, user_id: 'CMT_099099999999' },
      status: 400,
      shows: '"58008"',
    },
  ],
  certificates: [
    {
      title: { vi: 'Chứng thư của An, cả chuỗi', en: "An's certificate with those above it" },
      headers: bearer,
      body: { ...client, certificates: 'chain', certInfo: true, authInfo: true },
      status: 200,
      after: 'login',
      takes: { credential_id: '/0/credential_id' },
    },
    {
      title: { vi: 'Không có token', en: 'Without a token' },
      body: { ...client, certificates: 'chain', certInfo: true, authInfo: true },
      status: 401,
      shows: '"59033"',
    },
  ],
  signHash: [
    {
      title: { vi: 'Ký một giá trị băm, hỏi kết quả sau', en: 'One hash; the result is asked for later' },
      headers: bearer,
      body: signing,
      status: 200,
      after: 'certificates',
      takes: { transaction: '/transactionId' },
    },
    {
      title: { vi: 'Độ dài giá trị băm không hợp với hashAlgo', en: 'The hash is too short for hashAlgo' },
      headers: bearer,
      body: { ...signing, hash: [base64('ngắn')] },
      status: 400,
      after: 'certificates',
      shows: '"86002"',
    },
    {
      title: { vi: 'Chứng thư không có', en: 'There is no such credential' },
      headers: bearer,
      body: { ...signing, credentialID: '00' },
      status: 400,
      after: 'certificates',
      shows: '"86024"',
    },
  ],
  status: [
    {
      title: { vi: 'Đang chờ người ký', en: 'The signer has not decided yet' },
      headers: bearer,
      body: { transactionId: '{{transaction}}' },
      status: 200,
      after: 'signHash',
      shows: '"4000"',
    },
    {
      title: { vi: 'Không có giao dịch này', en: 'There is no such transaction' },
      headers: bearer,
      body: { transactionId: 'khong-co' },
      status: 400,
      after: 'login',
      shows: '"86002"',
    },
  ],
  decided: [
    {
      title: { vi: 'Người ký chưa quyết định: không gửi gì', en: 'Nothing is decided yet: nothing is sent' },
      params: { id: '{{transaction}}' },
      status: 204,
      after: 'signHash',
    },
  ],
} satisfies Record<string, readonly Example[]>;
