import type { Example } from '../_contract.ts';

// Quỳnh represents a company: her second credential is its seal, which needs no code by SMS.
const asQuynh = { authorization: 'Basic MDk5MTg1MDAwMDY2OkFhQDEyMzQ1Ng==' };
export const bearer = { authorization: 'Bearer {{access_token}}' };

/** SHA-256 of `HopCat`. */
export const HASH = 'LKPp0GZRdZTUUDYzuSqhae6ZsgG/tqHnGu/pljGKheo=';
export const OTHER_HASH = 'va6L55+gZa1xOtYxs7dg5ysBnuBPuAywPReuSLTQCco=';
export const SHA256 = '2.16.840.1.101.3.4.2.1';
export const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';

const seal = { credentialID: '{{seal}}' };

export const loginExamples: readonly Example[] = [
  {
    title: { vi: 'Quỳnh đăng nhập', en: 'Quynh signs in' },
    headers: asQuynh,
    body: {},
    status: 200,
    takes: { access_token: '/access_token' },
  },
  {
    title: { vi: 'Kèm refresh_token cho lần sau', en: 'With a refresh token for the next time' },
    headers: asQuynh,
    body: { rememberMe: true },
    status: 200,
    shows: 'refresh_token',
  },
  {
    title: { vi: 'Sai mật khẩu', en: 'A wrong password' },
    headers: { authorization: 'Basic MDk5MTg1MDAwMDY2OnNhaS1tYXQta2hhdQ==' },
    body: {},
    status: 400,
    shows: 'authentication_error',
  },
];

/** One whole call for each operation of version 1. */
export const examples = {
  info: [{ title: { vi: 'Dịch vụ có gì', en: 'What there is' }, body: {}, status: 200, shows: '1.0.4.0' }],
  login: loginExamples,
  revoke: [
    {
      title: { vi: 'Hủy token vừa lấy', en: 'Revoke the token itself' },
      headers: bearer,
      body: { token: '{{access_token}}', token_type_hint: 'access_token' },
      status: 204,
      after: 'login',
    },
  ],
  list: [
    {
      title: { vi: 'Chứng thư của Quỳnh: cá nhân và doanh nghiệp', en: "Quynh's own, and her company's" },
      headers: bearer,
      body: {},
      status: 200,
      after: 'login',
      takes: { credential: '/credentialIDs/0', seal: '/credentialIDs/1' },
    },
    {
      title: { vi: 'Từng trang một', en: 'A page at a time' },
      headers: bearer,
      body: { maxResults: 1 },
      status: 200,
      after: 'login',
      shows: 'nextPageToken',
    },
    {
      title: { vi: 'Không được hỏi thay người khác', en: 'Nobody may ask for somebody else' },
      headers: bearer,
      body: { userID: '099090000001' },
      status: 400,
      after: 'login',
      shows: 'userID',
    },
  ],
  credential: [
    {
      title: { vi: 'Kèm chuỗi chứng thư và cách cho phép', en: 'With the chain, and how it is authorized' },
      headers: bearer,
      body: { ...seal, certificates: 'chain', certInfo: true, authInfo: true },
      status: 200,
      after: 'list',
      shows: 'subjectDN',
    },
    {
      title: { vi: 'Không có chứng thư này', en: 'There is no such credential' },
      headers: bearer,
      body: { credentialID: 'KHONG-CO' },
      status: 400,
      after: 'list',
      shows: 'credentialID',
    },
  ],
  sendOtp: [
    {
      title: { vi: 'Mã tới điện thoại của Quỳnh', en: "A code to Quynh's phone" },
      headers: bearer,
      body: { credentialID: '{{credential}}' },
      status: 204,
      after: 'list',
    },
  ],
  authorize: [
    {
      title: { vi: 'Con dấu của doanh nghiệp, bằng PIN', en: "The company's seal, by PIN" },
      headers: bearer,
      body: { ...seal, numSignatures: 2, hash: [HASH, OTHER_HASH], PIN: '123456', description: 'Ký hóa đơn' },
      status: 200,
      after: 'list',
      takes: { sad: '/SAD' },
    },
    {
      title: { vi: 'Sai PIN', en: 'A wrong PIN' },
      headers: bearer,
      body: { ...seal, numSignatures: 1, hash: [HASH], PIN: '000000' },
      status: 400,
      after: 'list',
      shows: 'invalid_pin',
    },
    {
      title: { vi: 'Chứng thư cá nhân, sai OTP', en: 'Her own credential, a wrong one-time code' },
      headers: bearer,
      body: { credentialID: '{{credential}}', numSignatures: 1, hash: [HASH], PIN: '123456', OTP: '000000' },
      status: 400,
      after: 'list',
      shows: 'invalid_otp',
    },
  ],
  extend: [
    {
      title: { vi: 'SAD mới cho giá trị băm mới', en: 'A new SAD for a new hash' },
      headers: bearer,
      body: { ...seal, SAD: '{{sad}}', hash: [OTHER_HASH] },
      status: 200,
      after: 'authorize',
    },
  ],
  signHash: [
    {
      title: { vi: 'Ký hai giá trị băm', en: 'Sign two hashes' },
      headers: bearer,
      body: {
        ...seal,
        SAD: '{{sad}}',
        hash: [HASH, OTHER_HASH],
        hashAlgo: SHA256,
        signAlgo: SHA256_WITH_RSA,
      },
      status: 200,
      after: 'authorize',
    },
    {
      title: { vi: 'Giá trị băm khác', en: 'Another hash than was authorized' },
      headers: bearer,
      body: {
        ...seal,
        SAD: '{{sad}}',
        hash: ['47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
        signAlgo: SHA256_WITH_RSA,
      },
      status: 400,
      after: 'authorize',
      shows: 'Hash is not authorized by the SAD',
    },
  ],
  timestamp: [
    {
      title: { vi: 'Dấu thời gian cho một giá trị băm', en: 'A time stamp for a hash' },
      headers: bearer,
      body: { hash: HASH, hashAlgo: SHA256, nonce: '0F1E2D3C4B5A6978' },
      status: 200,
      after: 'login',
    },
    {
      title: { vi: 'Sai độ dài', en: 'Too short for its algorithm' },
      headers: bearer,
      body: { hash: 'SG9wQ2F0', hashAlgo: SHA256 },
      status: 400,
      after: 'login',
      shows: 'Invalid digest value length',
    },
  ],
} satisfies Record<string, readonly Example[]>;
