import type { Failure } from '../_contract.ts';

export const tokenFails = {
  'expired-credential': {
    title: { vi: 'Bí mật của ứng dụng đã hết hạn', en: "The client's secret has expired" },
    fault: 'invalid_client',
  },
  'expired-code': {
    title: { vi: 'Mã đã hết hạn', en: 'The code has expired' },
    fault: 'invalid_grant',
  },
} as const satisfies Readonly<Record<string, Failure>>;

export const userinfoFails = {
  empty: { title: { vi: 'Chỉ có sub, không có gì khác', en: 'Nothing but sub' } },
  'wrong-person': {
    title: {
      vi: 'Dữ liệu của người khác: sub khác với ID token, cổng phải từ chối',
      en: "Somebody else's data: sub differs from the ID token, and a portal must refuse",
    },
  },
  'stale-data': {
    title: {
      vi: 'Dữ liệu cũ: tên trước khi đổi, địa chỉ ba cấp trước 01/07/2025',
      en: 'Old data: the name before it was changed, addresses in the three levels before 1 July 2025',
    },
  },
  'no-tech-id': {
    title: {
      vi: 'Thiếu TechID: cổng không có khóa để liên kết',
      en: 'TechID is missing: a portal has no key to link by',
    },
  },
  'no-number': {
    title: {
      vi: 'Không có cả SoDinhDanh lẫn SoCMND',
      en: 'Neither SoDinhDanh nor SoCMND',
    },
  },
  'expired-credential': {
    title: { vi: 'Access token đã hết hạn', en: 'The access token has expired' },
    fault: 'invalid_token',
  },
} as const satisfies Readonly<Record<string, Failure>>;
