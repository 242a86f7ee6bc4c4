import type { Failure } from './_contract.ts';

export const tokenFails = {
  'expired-credential': {
    title: { vi: 'Bí mật của ứng dụng đã hết hạn', en: "The client's secret has expired" },
    fault: 'invalid_client',
  },
} as const satisfies Record<string, Failure>;

export const userinfoFails = {
  empty: { title: { vi: 'Chỉ có sub, không có gì khác', en: 'Nothing but sub' } },
  'wrong-person': {
    title: {
      vi: 'Dữ liệu của người khác: sub khác với ID token, cổng phải từ chối',
      en: "Somebody else's data: sub differs from the ID token, and a portal must refuse",
    },
  },
  'expired-credential': {
    title: { vi: 'Access token đã hết hạn', en: 'The access token has expired' },
    fault: 'invalid_token',
  },
} as const satisfies Record<string, Failure>;
