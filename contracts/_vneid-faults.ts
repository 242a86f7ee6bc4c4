import type { FaultKind } from './_contract.ts';
import { oidcFaults } from './_oidc-faults.ts';

/** The refusals of the standard, and those of VNeID's own pages. */
export const vneidFaults = {
  ...oidcFaults,
  wrong_credentials: {
    status: 401,
    title: { vi: 'Số định danh hoặc mật khẩu không đúng', en: 'Wrong personal number or password' },
    cure: {
      vi: 'Kiểm tra lại, hoặc chọn một người trong bảng của hộp cát; mật khẩu là Aa@123456',
      en: 'Check them, or choose somebody in the sandbox panel; the password is Aa@123456',
    },
  },
  wrong_otp: {
    status: 401,
    title: { vi: 'Mã xác thực không đúng', en: 'Wrong one-time code' },
    cure: { vi: 'Mở điện thoại trong hộp cát để xem mã', en: 'Open the sandbox phone to read the code' },
  },
  otp_expired: {
    status: 401,
    title: { vi: 'Mã xác thực đã hết hạn', en: 'The one-time code has expired' },
    cure: { vi: 'Bấm gửi lại mã', en: 'Ask for a new code' },
  },
  sign_in_expired: {
    status: 400,
    title: { vi: 'Phiên đăng nhập đã hết hạn', en: 'This sign-in has expired' },
    cure: { vi: 'Quay lại cổng dịch vụ và đăng nhập lại', en: 'Go back to the portal and sign in again' },
  },
  too_many_tries: {
    status: 429,
    title: { vi: 'Sai quá nhiều lần, tạm khóa đăng nhập', en: 'Too many wrong tries: sign-in is paused' },
    cure: {
      vi: 'Chờ 15 phút, hoặc dời đồng hồ của không gian làm việc',
      en: "Wait 15 minutes, or move the workspace's clock",
    },
  },
  account_locked: {
    status: 403,
    title: { vi: 'Tài khoản VNeID đang bị khóa', en: 'The VNeID account is locked' },
    cure: {
      vi: 'Trên thực tế: mở khóa trong ứng dụng hoặc tại cơ quan công an. Ở đây: chọn người khác',
      en: 'In reality: unlock it in the app or at the police. Here: choose somebody else',
    },
  },
  account_not_activated: {
    status: 403,
    title: { vi: 'Tài khoản VNeID chưa được kích hoạt', en: 'The VNeID account is not activated' },
    cure: {
      vi: 'Trên thực tế: kích hoạt trong ứng dụng VNeID. Ở đây: chọn người khác',
      en: 'In reality: activate it in the VNeID app. Here: choose somebody else',
    },
  },
  no_account: {
    status: 403,
    title: { vi: 'Người này không có tài khoản VNeID', en: 'This person has no VNeID account' },
    cure: {
      vi: 'Trên thực tế: đăng ký tại cơ quan công an. Ở đây: chọn người khác',
      en: 'In reality: register at the police. Here: choose somebody else',
    },
  },
  person_deceased: {
    status: 403,
    title: { vi: 'Tài khoản đã khóa vì chủ tài khoản đã mất', en: 'Closed: the holder has died' },
    cure: { vi: 'Tài khoản này không dùng được nữa', en: 'This account cannot be used any more' },
  },
  qr_expired: {
    status: 410,
    title: { vi: 'Mã QR đã hết hạn', en: 'The QR code has expired' },
    cure: { vi: 'Bấm tải lại để lấy mã mới', en: 'Reload to get a new code' },
  },
} as const satisfies Record<string, FaultKind>;
