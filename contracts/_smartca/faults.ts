import type { FaultKind } from '../_contract.ts';

const account = {
  vi: 'Dùng tài khoản trong settings smartca.accounts',
  en: 'Use an account of the settings smartca.accounts',
};

/** What sp769 refuses; `status_code` on the wire is the status. See `functions/smartca/words.ts`. */
export const sp769Faults = {
  sp_credential_invalid: {
    status: 401,
    title: { vi: 'sp_id hoặc sp_password không đúng', en: 'sp_id or sp_password is wrong' },
    cure: account,
  },
  user_invalid: {
    status: 401,
    title: { vi: 'Không có thuê bao này', en: 'There is no such subscriber' },
    cure: {
      vi: 'Gửi số CCCD, CMND, hộ chiếu hoặc mã số thuế của người trong hộp cát',
      en: 'Send the number of a card or passport, or the tax code, of somebody in the sandbox',
    },
  },
  user_password_invalid: {
    status: 401,
    title: { vi: 'Sai mật khẩu của thuê bao', en: "The subscriber's password is wrong" },
    cure: {
      vi: 'Mật khẩu là mật khẩu chung của người trong hộp cát',
      en: "The password is that of the sandbox's people",
    },
  },
  user_locked: {
    status: 401,
    title: { vi: 'Tài khoản tạm khóa vì nhập sai nhiều lần', en: 'The account is locked after wrong tries' },
    cure: {
      vi: 'Thử lại sau 5 phút theo đồng hồ của hộp cát',
      en: "Try again after 5 minutes of the sandbox's clock",
    },
  },
  otp_invalid: {
    status: 401,
    title: { vi: 'Mã OTP sai, hết hạn hoặc đã dùng', en: 'The one-time password is wrong, old or used' },
    cure: { vi: 'Lấy mã mới ở /app/otp/{người}', en: 'Get a new one at /app/otp/{person}' },
  },
  sad_invalid: {
    status: 401,
    title: { vi: 'SAD không đúng, đã hết hạn hoặc đã dùng', en: 'The SAD is wrong, expired or used' },
    cure: {
      vi: 'Gọi lại v2/signatures/sign với transaction_id mới',
      en: 'Call v2/signatures/sign again with a new transaction_id',
    },
  },
  credential_status_invalid: {
    status: 403,
    title: { vi: 'Chứng thư số không dùng được', en: 'The certificate cannot be used' },
    cure: {
      vi: 'Dùng serial_number còn hiệu lực của chính thuê bao',
      en: "Use a serial_number of the subscriber's own that is good",
    },
  },
  transaction_invalid: {
    status: 400,
    title: { vi: 'transaction_id không dùng được', en: 'The transaction_id cannot be used' },
    cure: { vi: 'Mỗi giao dịch một transaction_id', en: 'Each transaction has its own transaction_id' },
  },
  sign_files_invalid: {
    status: 400,
    title: { vi: 'Dữ liệu cần ký không hợp lệ', en: 'What is to be signed is not valid' },
    cure: {
      vi: 'Gửi mã băm dạng hex của SHA-256, SHA-384 hoặc SHA-512; mỗi doc_id một lần',
      en: 'Send hex of a SHA-256, SHA-384 or SHA-512; each doc_id once',
    },
  },
  server_error: {
    status: 500,
    title: { vi: 'Hệ thống SmartCA gặp lỗi', en: 'SmartCA failed' },
    cure: { vi: 'Thử lại sau', en: 'Try again later' },
  },
} as const satisfies Record<string, FaultKind>;
