import type { FaultKind } from '../_contract.ts';
import { oidcFaults, onlyClientCredentials } from '../_oidc-faults.ts';

const { invalid_request, invalid_client, invalid_scope } = oidcFaults;

/** What VNPost refuses. */
export const postFaults = {
  invalid_request,
  invalid_client,
  invalid_scope,
  unsupported_grant_type: onlyClientCredentials,
  unauthenticated: {
    status: 401,
    title: {
      vi: 'Thiếu access_token, token sai hoặc đã hết hạn',
      en: 'The access token is missing, wrong or expired',
    },
    cure: {
      vi: 'Lấy token mới ở /token rồi gửi trong header access_token',
      en: 'Get a new token at /token and send it in the header access_token',
    },
  },
  foreign_customer_code: {
    status: 403,
    title: {
      vi: 'CustomerCode không phải của tài khoản này',
      en: "CustomerCode is not this account's",
    },
    cure: {
      vi: 'Dùng customerCode ghi ở settings post.accounts',
      en: 'Use the customerCode of settings post.accounts',
    },
  },
  duplicate_order: {
    status: 409,
    title: { vi: 'Mã đơn hàng này đã được gửi', en: 'This order number was sent before' },
    cure: {
      vi: 'Mỗi hồ sơ dùng một OrderNumber riêng',
      en: 'Use an OrderNumber of its own for every dossier',
    },
  },
  quota_exceeded: {
    status: 429,
    title: { vi: 'Đã hết hạn mức gọi', en: 'The quota is used up' },
    cure: { vi: 'Thử lại sau', en: 'Try again later' },
  },
} as const satisfies Record<string, FaultKind>;
