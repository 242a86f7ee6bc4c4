import type { Operation } from '../_contract.ts';
import * as data from './sp769-data.ts';
import { examples } from './sp769-examples.ts';

const failures = {
  'expired-credential': {
    title: { vi: 'Tài khoản của đơn vị tích hợp hết hạn', en: "The service provider's account has expired" },
    fault: 'sp_credential_invalid',
  },
  'system-error': {
    title: { vi: 'Hệ thống SmartCA gặp lỗi', en: 'SmartCA fails' },
    fault: 'server_error',
  },
} as const;

const revoked = {
  title: { vi: 'Chứng thư số đã bị thu hồi', en: 'The certificate is revoked' },
  fault: 'credential_status_invalid',
} as const;

const { 'system-error': systemError } = failures;

/** sp769: Decision 769's design as VNPT has it. v1: the signer's phone. v2: password and one-time password. */
export const sp769 = {
  getCertificate: {
    method: 'POST',
    path: '/sca/sp769/v1/credentials/get_certificate',
    title: { vi: 'sp769: chứng thư số của thuê bao', en: "sp769: a subscriber's certificates" },
    json: data.certificateRequest,
    answers: { 200: data.certificateAnswer },
    errors: 'own',
    fails: failures,
    examples: examples.getCertificate,
    fidelity: 'H',
  },
  sign: {
    method: 'POST',
    path: '/sca/sp769/v1/signatures/sign',
    title: { vi: 'sp769 v1: yêu cầu thuê bao ký', en: 'sp769 v1: ask a subscriber to sign' },
    json: data.signRequest,
    answers: { 200: data.signAnswer },
    errors: 'own',
    fails: { ...failures, revoked },
    examples: examples.sign,
    fidelity: 'H',
    note: {
      vi: 'Chỉ ký mã băm, như tài liệu nói',
      en: 'Hashes only, as the document says',
    },
  },
  status: {
    method: 'POST',
    path: '/sca/sp769/v1/signatures/sign/:tranId/status',
    title: { vi: 'sp769 v1: giao dịch đã tới đâu', en: 'sp769 v1: where a transaction stands' },
    answers: { 200: data.statusAnswer },
    errors: 'own',
    fails: { 'system-error': systemError },
    examples: examples.status,
    fidelity: 'H',
    note: {
      vi: 'tranId: transaction_id, như mã mẫu dùng, hoặc tran_code. Không cần sp_password, như tài liệu nói; vì vậy mỗi transaction_id chỉ dùng được một lần trong không gian làm việc, dù của đơn vị tích hợp nào. message khi bị từ chối hoặc lỗi là của HopCat',
      en: 'tranId: the transaction_id, as the samples use it, or the tran_code. No sp_password is asked for, as in the document; so each transaction_id works once in a workspace, whichever service provider it is of. What message says of refusals and failures is ours',
    },
  },
  activate: {
    method: 'POST',
    path: '/sca/sp769/v2/signatures/sign',
    title: {
      vi: 'sp769 v2 (SmartCA TH): mật khẩu và OTP đổi lấy SAD',
      en: 'sp769 v2 (SmartCA TH): password and one-time password for a SAD',
    },
    json: data.activateRequest,
    answers: { 200: data.activateAnswer },
    errors: 'own',
    fails: { ...failures, revoked },
    examples: examples.activate,
    fidelity: 'H',
    note: {
      vi: 'Mọi người trong hộp cát đều có gói tích hợp (TH)',
      en: "Everybody in the sandbox has the package 'TH'",
    },
  },
  confirm: {
    method: 'POST',
    path: '/sca/sp769/v2/signatures/confirm',
    title: {
      vi: 'sp769 v2 (SmartCA TH): SAD đổi lấy chữ ký',
      en: 'sp769 v2 (SmartCA TH): signatures for a SAD',
    },
    json: data.confirmRequest,
    answers: { 200: data.confirmAnswer },
    errors: 'own',
    fails: { ...failures, revoked },
    examples: examples.confirm,
    fidelity: 'H',
  },
  otp: {
    method: 'GET',
    path: '/app/otp/:person',
    title: {
      vi: 'Mã OTP của một người, như ứng dụng hiện',
      en: "Somebody's one-time password, as their app shows it",
    },
    answers: { 200: data.otpAnswer },
    errors: 'problem',
    examples: examples.otp,
    quiet: true,
    fidelity: 'ours',
    note: {
      vi: 'Trong ứng dụng thật người dùng xem hoặc sao chép khóa TOTP; ở đây CI đọc được',
      en: 'In the real app the user sees the code or copies the key; here CI can read both',
    },
  },
  decided: {
    method: 'POST',
    path: '/app/decided/:id',
    title: {
      vi: 'Người ký đã quyết định: báo cho đơn vị tích hợp',
      en: 'The signer has decided: tell who asked',
    },
    answers: { 204: 'empty' },
    errors: 'problem',
    examples: examples.decided,
    fidelity: 'ours',
    note: {
      vi: 'Ứng dụng ký của hộp cát gọi; mỗi giao dịch chỉ báo một lần',
      en: "Called by the sandbox's signing apps; each transaction is told once",
    },
  },
} as const satisfies Record<string, Operation>;
