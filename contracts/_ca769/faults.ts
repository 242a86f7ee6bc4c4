import type { FaultKind } from '../_contract.ts';
import { oidcFaults, onlyClientCredentials } from '../_oidc-faults.ts';

const { invalid_request, invalid_client, invalid_scope } = oidcFaults;

/** What an authority refuses; the wire's `code` is the status. */
export const ca769Faults = {
  invalid_request,
  invalid_client,
  invalid_scope,
  unsupported_grant_type: onlyClientCredentials,
  invalid_document: {
    status: 400,
    title: { vi: 'Dữ liệu cần ký không hợp lệ', en: 'What is to be signed is not valid' },
    cure: {
      vi: 'Mã băm: chuỗi hex của SHA-256, SHA-384 hoặc SHA-512; tệp: base64; mỗi doc_id một lần',
      en: 'A hash is the hex of a SHA-256, SHA-384 or SHA-512; a file is base64; each doc_id once',
    },
  },
  invalid_time_stamp: {
    status: 400,
    title: { vi: 'time_stamp không hợp lệ', en: 'time_stamp is not valid' },
    cure: {
      vi: 'Gửi giờ UTC hiện tại, viết yyyyMMddHHmmss rồi Z',
      en: 'Send the present time in UTC, written yyyyMMddHHmmss and then Z',
    },
  },
  duplicate_transaction: {
    status: 400,
    title: {
      vi: 'transaction_id này đã dùng cho yêu cầu khác',
      en: 'This transaction_id was used for another request',
    },
    cure: { vi: 'Mỗi yêu cầu ký một transaction_id', en: 'Give each request to sign its own transaction_id' },
  },
  unknown_transaction: {
    status: 400,
    title: { vi: 'Không có giao dịch này', en: 'There is no such transaction' },
    cure: {
      vi: 'Dùng transaction_id đã gửi tới /sign trong vòng một ngày',
      en: 'Use a transaction_id that went to /sign within a day',
    },
  },
  bad_credentials: {
    status: 401,
    title: { vi: 'sp_id hoặc sp_password không đúng', en: 'sp_id or sp_password is wrong' },
    cure: {
      vi: 'Dùng tài khoản trong settings ca769.accounts',
      en: 'Use an account of the settings ca769.accounts',
    },
  },
  bad_token: {
    status: 401,
    title: { vi: 'Token thiếu, sai hoặc đã hết hạn', en: 'The token is missing, wrong or expired' },
    cure: { vi: 'Lấy token ở /neac/token', en: 'Get a token at /neac/token' },
  },
  unknown_certificate: {
    status: 403,
    title: {
      vi: 'Thuê bao không có chứng thư số này',
      en: 'The subscriber has no such certificate',
    },
    cure: {
      vi: 'Lấy serial_number của chính thuê bao bằng /get_certificate của cùng tổ chức',
      en: "Take the subscriber's own serial_number from /get_certificate of the same authority",
    },
  },
  certificate_not_usable: {
    status: 403,
    title: {
      vi: 'Chứng thư số đã bị thu hồi, tạm dừng hoặc ngoài thời hạn',
      en: 'The certificate is revoked, suspended or out of its time',
    },
    cure: {
      vi: 'Thuê bao dùng chứng thư số khác hoặc liên hệ tổ chức chứng thực',
      en: 'The subscriber uses another certificate, or asks the authority',
    },
  },
  unknown_authority: {
    status: 404,
    title: { vi: 'Không có tổ chức chứng thực này', en: 'There is no such authority' },
    cure: {
      vi: 'Dùng một tên trong chi tiết',
      en: 'Use one of the names in the detail',
    },
  },
  system_error: {
    status: 500,
    title: { vi: 'Hệ thống của tổ chức chứng thực gặp lỗi', en: "The authority's system failed" },
    cure: { vi: 'Thử lại sau', en: 'Try again later' },
  },
} as const satisfies Record<string, FaultKind>;
