import type { FaultKind } from '../_contract.ts';
import { oidcFaults, onlyClientCredentials } from '../_oidc-faults.ts';

const { invalid_request, invalid_client, invalid_scope } = oidcFaults;

/** What the carriers refuse. On the wire the code is CAMARA's; see `functions/telecom/words.ts`. */
export const telecomFaults = {
  invalid_request,
  invalid_client,
  invalid_scope,
  unsupported_grant_type: onlyClientCredentials,
  unauthenticated: {
    status: 401,
    title: {
      vi: 'Thiếu token truy cập, token sai hoặc đã hết hạn',
      en: 'The access token is missing, wrong or expired',
    },
    cure: {
      vi: 'Lấy token mới ở /oauth2/token rồi gửi Authorization: Bearer <token>',
      en: 'Get a new token at /oauth2/token and send Authorization: Bearer <token>',
    },
  },
  permission_denied: {
    status: 403,
    title: { vi: 'Tài khoản không có quyền gọi thao tác này', en: 'The account may not call this' },
    cure: {
      vi: 'Xin token với phạm vi (scope) mà thao tác cần; phạm vi của tài khoản ở settings telecom.accounts',
      en: 'Ask for a token with the scope that is needed; the account has its scopes in settings telecom.accounts',
    },
  },
  id_document_required: {
    status: 403,
    title: {
      vi: 'Nhà mạng cần số giấy tờ trước khi đối chiếu',
      en: "The carrier needs the paper's number before it compares",
    },
    cure: { vi: 'Gửi kèm idDocument', en: 'Send idDocument too' },
  },
  id_document_mismatch: {
    status: 403,
    title: {
      vi: 'Số giấy tờ không khớp với thuê bao, nên không đối chiếu tiếp',
      en: "The paper's number is not the subscriber's, so nothing else is compared",
    },
    cure: {
      vi: 'Kiểm tra lại số giấy tờ của chủ thuê bao',
      en: "Check the number of the subscriber's paper",
    },
  },
  invalid_param_combination: {
    status: 400,
    title: { vi: 'Không có gì để đối chiếu', en: 'There is nothing to compare' },
    cure: {
      vi: 'Ngoài số điện thoại, gửi ít nhất một trường khác',
      en: 'Send at least one field besides the phone number',
    },
  },
  missing_identifier: {
    status: 422,
    title: { vi: 'Thiếu số điện thoại', en: 'The phone number is missing' },
    cure: {
      vi: 'Gửi phoneNumber dạng +84… hoặc msisdn dạng 0…',
      en: 'Send phoneNumber like +84…, or msisdn like 0…',
    },
  },
  identifier_not_found: {
    status: 404,
    title: { vi: 'Không có thuê bao nào dùng số này', en: 'No subscriber has this number' },
    cure: { vi: 'Kiểm tra lại số điện thoại', en: 'Check the phone number' },
  },
  service_not_applicable: {
    status: 422,
    title: {
      vi: 'Số này không thuộc nhà mạng nào mà tài khoản được kết nối',
      en: 'The number belongs to no carrier that the account is connected to',
    },
    cure: {
      vi: 'Kiểm tra đầu số; danh sách nhà mạng của tài khoản ở settings telecom.accounts',
      en: "Check the number; the account's carriers are in settings telecom.accounts",
    },
  },
  quota_exceeded: {
    status: 429,
    title: { vi: 'Đã hết hạn mức gọi', en: 'The quota is used up' },
    cure: { vi: 'Thử lại sau', en: 'Try again later' },
  },
  sim_blocked: {
    status: 403,
    title: { vi: 'SIM này không gửi được tin nhắn', en: 'This SIM cannot send messages' },
    cure: {
      vi: 'Thuê bao đang bị khóa hoặc đã hủy; dùng SIM khác hoặc liên hệ nhà mạng',
      en: 'The subscription is suspended or cancelled; use another SIM, or see the carrier',
    },
  },
} as const satisfies Record<string, FaultKind>;
