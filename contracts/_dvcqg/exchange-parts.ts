import type { Contract } from '../_contract.ts';

/** Parts of the exchange's wire that are known more or less well than the operation that they belong to. */
export const exchangeParts = {
  claims: {
    fidelity: 'H',
    note: {
      vi: 'Tên và kiểu của các trường userinfo: từ mã nguồn của nhiều cổng',
      en: 'Names and types of the userinfo claims: from the code of several portals',
    },
  },
  TechID: {
    fidelity: 'H',
    note: {
      vi: 'Khóa liên kết, không đổi; dạng GUID là của HopCat',
      en: 'The linking key, which never changes; that it is a GUID is our own',
    },
  },
  SoCMND: {
    fidelity: 'M',
    note: {
      vi: 'Có cả khi chưa ai xác thực: không kèm SoDinhDanh thì chỉ là số chủ tài khoản tự khai, cổng không được tự liên kết theo số này (quy tắc unverified-card)',
      en: 'There even where nobody has confirmed it: without SoDinhDanh it is the holder’s own word, and a portal must not link by it (rule unverified-card)',
    },
  },
  acr: {
    fidelity: 'M',
    note: {
      vi: 'acr_values=LoA1 đã biết; LoA2 khi đăng nhập bằng VNeID là của HopCat',
      en: 'acr_values=LoA1 is known; LoA2 for a sign-in with VNeID is our own',
    },
  },
  identity_provider_tiles: {
    fidelity: 'M',
    note: {
      vi: 'Trang đăng nhập có ô chọn VNeID; tên idp (VNeID, VNeID-ToChuc) là của HopCat',
      en: 'The sign-in page has a tile for VNeID; the names of the idp (VNeID, VNeID-ToChuc) are our own',
    },
  },
  sign_in_lifetimes: {
    fidelity: 'ours',
    note: {
      vi: 'sessionDataKey 10 phút, mã 60 giây, token truy cập 1 giờ, token làm mới 14 ngày, phiên 8 giờ; sai mật khẩu 5 lần thì nghỉ 15 phút',
      en: 'sessionDataKey 10 minutes, code 60 seconds, access token 1 hour, refresh token 14 days, session 8 hours; after 5 wrong passwords a rest of 15 minutes',
    },
  },
} as const satisfies Contract['parts'];
