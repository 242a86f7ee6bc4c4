import type { Operation } from '../_contract.ts';
import { call, signFails, tokenFails } from './call.ts';
import { examples } from './examples-v1.ts';
import * as v1 from './v1.ts';

/** Version 1.0.4.0. */
export const firstOperations = {
  info: {
    ...call,
    path: '/v1/info',
    title: { vi: 'Thông tin dịch vụ', en: 'About the service' },
    json: v1.infoInput,
    answers: { 200: v1.infoOutput },
    examples: examples.info,
    fidelity: 'H',
  },
  login: {
    ...call,
    path: '/v1/auth/login',
    title: { vi: 'Đăng nhập bằng tên và mật khẩu', en: 'Sign in by user name and password' },
    json: v1.loginInput,
    answers: { 200: v1.loginOutput },
    fails: {
      'wrong-password': {
        title: { vi: 'Sai mật khẩu', en: 'A wrong password' },
        fault: 'authentication_error',
      },
    },
    examples: examples.login,
    fidelity: 'H',
  },
  revoke: {
    ...call,
    path: '/v1/auth/revoke',
    title: { vi: 'Hủy token', en: 'Revoke a token' },
    json: v1.revokeInput,
    answers: { 204: 'empty' },
    fails: tokenFails,
    examples: examples.revoke,
    fidelity: 'H',
  },
  list: {
    ...call,
    path: '/v1/credentials/list',
    title: { vi: 'Danh sách chứng thư', en: 'List credentials' },
    json: v1.listInput,
    answers: { 200: v1.listOutput },
    fails: tokenFails,
    examples: examples.list,
    fidelity: 'H',
  },
  credential: {
    ...call,
    path: '/v1/credentials/info',
    title: { vi: 'Thông tin một chứng thư', en: 'About a credential' },
    json: v1.infoOfCredentialInput,
    answers: { 200: v1.infoOfCredentialOutput },
    fails: tokenFails,
    examples: examples.credential,
    fidelity: 'H',
  },
  sendOtp: {
    ...call,
    path: '/v1/credentials/sendOTP',
    title: { vi: 'Gửi mã OTP qua SMS', en: 'Send the one-time code by SMS' },
    json: v1.sendOtpInput,
    answers: { 204: 'empty' },
    fails: tokenFails,
    examples: examples.sendOtp,
    fidelity: 'H',
  },
  authorize: {
    ...call,
    path: '/v1/credentials/authorize',
    title: { vi: 'Cho phép ký (lấy SAD)', en: 'Authorize signatures (get a SAD)' },
    json: v1.authorizeInput,
    answers: { 200: v1.sadOutput },
    fails: {
      ...tokenFails,
      'wrong-pin': { title: { vi: 'Sai PIN', en: 'A wrong PIN' }, fault: 'invalid_pin' },
      'wrong-otp': { title: { vi: 'Sai OTP', en: 'A wrong one-time code' }, fault: 'invalid_otp' },
      denied: { title: { vi: 'Người ký từ chối', en: 'The signer refuses' }, fault: 'access_denied' },
    },
    examples: examples.authorize,
    fidelity: 'H',
    note: {
      vi: 'Chế độ implicit: cuộc gọi chờ người ký tới csc.waitSeconds giây, sau đó trả 503 và gọi lại được; cách chờ này là của HopCat',
      en: 'Mode implicit: the call waits for the signer up to csc.waitSeconds, then answers 503 and may be repeated; waiting so is ours',
    },
  },
  extend: {
    ...call,
    path: '/v1/credentials/extendTransaction',
    title: { vi: 'Gia hạn giao dịch nhiều chữ ký', en: 'Extend a transaction of several signatures' },
    json: v1.extendInput,
    answers: { 200: v1.sadOutput },
    fails: signFails,
    examples: examples.extend,
    fidelity: 'H',
  },
  signHash: {
    ...call,
    path: '/v1/signatures/signHash',
    title: { vi: 'Ký giá trị băm', en: 'Sign hashes' },
    json: v1.signHashInput,
    answers: { 200: v1.signaturesOutput },
    fails: signFails,
    examples: examples.signHash,
    fidelity: 'H',
  },
  timestamp: {
    ...call,
    path: '/v1/signatures/timestamp',
    title: { vi: 'Dấu thời gian RFC 3161', en: 'Time stamp (RFC 3161)' },
    json: v1.timestampInput,
    answers: { 200: v1.timestampOutput },
    fails: {
      ...tokenFails,
      'authority-down': {
        title: {
          vi: 'Máy chủ dấu thời gian không trả lời',
          en: 'The time stamping authority does not answer',
        },
        fault: 'temporarily_unavailable',
      },
    },
    fidelity: 'H',
  },
} as const satisfies Record<string, Operation>;
