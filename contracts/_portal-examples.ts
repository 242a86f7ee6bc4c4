import type { Example } from './_contract.ts';

/** What can be asked of the portal without a person's browser. */
export const examples = {
  home: [{ title: { vi: 'Trang đầu, chưa đăng nhập', en: 'The start page, signed out' }, status: 200 }],
  backchannelLogout: [
    {
      title: { vi: 'Logout token không hợp lệ', en: 'A logout token that is not valid' },
      body: { logout_token: 'khong-phai-jwt' },
      status: 400,
    },
  ],
} satisfies Record<string, readonly Example[]>;
