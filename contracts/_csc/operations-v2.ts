import type { Operation } from '../_contract.ts';
import { call, signFails, tokenFails } from './call.ts';
import { examples } from './examples-v2.ts';
import * as doc from './sign-doc.ts';
import * as v1 from './v1.ts';
import * as v2 from './v2.ts';

const second = {
  ...call,
  fidelity: 'standard',
  note: {
    vi: 'Theo văn bản chuẩn bản 2.0.0.2; chưa rõ nhà cung cấp nào ở Việt Nam có bản này',
    en: 'As the text of version 2.0.0.2 has it; no Vietnamese provider is known to offer it',
  },
} as const;

/** Version 2. */
export const secondOperations = {
  infoV2: {
    ...second,
    path: '/v2/info',
    title: { vi: 'Thông tin dịch vụ (bản 2)', en: 'About the service (version 2)' },
    json: v1.infoInput,
    answers: { 200: v2.infoOutputV2 },
    examples: examples.info,
  },
  loginV2: {
    ...second,
    path: '/v2/auth/login',
    title: {
      vi: 'Đăng nhập bằng tên và mật khẩu (bản 2)',
      en: 'Sign in by user name and password (version 2)',
    },
    json: v1.loginInput,
    answers: { 200: v1.loginOutput },
    examples: examples.login,
  },
  revokeV2: {
    ...second,
    path: '/v2/auth/revoke',
    title: { vi: 'Hủy token (bản 2)', en: 'Revoke a token (version 2)' },
    json: v1.revokeInput,
    answers: { 204: 'empty' },
    fails: tokenFails,
    examples: examples.revoke,
  },
  listV2: {
    ...second,
    path: '/v2/credentials/list',
    title: { vi: 'Danh sách chứng thư (bản 2)', en: 'List credentials (version 2)' },
    json: v2.listInputV2,
    answers: { 200: v2.listOutputV2 },
    fails: tokenFails,
    examples: examples.list,
  },
  credentialV2: {
    ...second,
    path: '/v2/credentials/info',
    title: { vi: 'Thông tin một chứng thư (bản 2)', en: 'About a credential (version 2)' },
    json: v2.infoOfCredentialInputV2,
    answers: { 200: v2.infoOfCredentialOutputV2 },
    fails: tokenFails,
    examples: examples.credential,
  },
  authorizeV2: {
    ...second,
    path: '/v2/credentials/authorize',
    title: { vi: 'Cho phép ký (bản 2)', en: 'Authorize signatures (version 2)' },
    json: v2.authorizeInputV2,
    /** PIN and code stand in a list, where no name tells that they are secret. */
    unkept: true,
    answers: { 200: v1.sadOutput, 202: v2.handleOutput },
    fails: {
      ...tokenFails,
      'wrong-factor': {
        title: { vi: 'Sai PIN hoặc OTP', en: 'A wrong PIN or one-time code' },
        fault: 'invalid_authentication_data',
      },
    },
    examples: examples.authorize,
  },
  authorizeCheck: {
    ...second,
    path: '/v2/credentials/authorizeCheck',
    title: { vi: 'Người ký đã cho phép chưa', en: 'Has the signer approved' },
    json: v2.checkInput,
    answers: { 200: v1.sadOutput, 202: v2.handleOutput },
    fails: tokenFails,
    examples: examples.check,
  },
  getChallenge: {
    ...second,
    path: '/v2/credentials/getChallenge',
    title: { vi: 'Gửi mã OTP qua SMS (bản 2)', en: 'Send the one-time code by SMS (version 2)' },
    json: v2.challengeInput,
    answers: { 204: 'empty' },
    fails: tokenFails,
    examples: examples.challenge,
  },
  extendV2: {
    ...second,
    path: '/v2/credentials/extendTransaction',
    title: { vi: 'Gia hạn giao dịch nhiều chữ ký (bản 2)', en: 'Extend a transaction (version 2)' },
    json: v2.extendInputV2,
    answers: { 200: v1.sadOutput },
    fails: signFails,
    examples: examples.extend,
  },
  signHashV2: {
    ...second,
    path: '/v2/signatures/signHash',
    title: { vi: 'Ký giá trị băm (bản 2)', en: 'Sign hashes (version 2)' },
    json: v2.signHashInputV2,
    answers: { 200: v2.signHashOutputV2 },
    fails: signFails,
    examples: examples.signHash,
  },
  signDoc: {
    ...second,
    path: '/v2/signatures/signDoc',
    title: { vi: 'Ký tài liệu (CAdES)', en: 'Sign documents (CAdES)' },
    json: doc.signDocInput,
    /** Documents are anybody's. */
    unkept: true,
    answers: { 200: doc.signDocOutput },
    fails: signFails,
    examples: examples.signDoc,
    note: {
      vi: 'CAdES (B-B, B-T) và chữ ký CMS để đặt vào PDF theo giá trị băm; chưa có XAdES, JAdES, PDF nguyên tệp, signed_props',
      en: 'CAdES (B-B, B-T), and the CMS signature that goes into a PDF, by digest; no XAdES, JAdES, whole PDFs, signed_props',
    },
  },
  signPolling: {
    ...second,
    path: '/v2/signatures/signPolling',
    title: { vi: 'Lấy kết quả ký không đồng bộ', en: 'Result of an asynchronous signature' },
    json: v2.pollingInput,
    answers: { 200: doc.pollingOutput, 202: v2.acceptedOutput },
    fails: {
      ...tokenFails,
      'still-processing': { title: { vi: 'Chưa ký xong', en: 'Not completed yet' } },
    },
    examples: examples.polling,
  },
  timestampV2: {
    ...second,
    path: '/v2/signatures/timestamp',
    title: { vi: 'Dấu thời gian RFC 3161 (bản 2)', en: 'Time stamp (version 2)' },
    json: v1.timestampInput,
    answers: { 200: v1.timestampOutput },
    fails: tokenFails,
    examples: examples.timestamp,
  },
} as const satisfies Record<string, Operation>;
