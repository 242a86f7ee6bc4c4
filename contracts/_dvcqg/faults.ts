import type { FaultKind } from '../_contract.ts';

/** Refusals that every part of the national portal can give. */
export const accountFaults = {
  wrong_credentials: {
    status: 401,
    title: { vi: 'Tên đăng nhập hoặc mật khẩu không đúng', en: 'Wrong user name or password' },
    cure: {
      vi: 'Kiểm tra lại; mật khẩu của người có sẵn trong hộp cát là Aa@123456',
      en: "Check them; the password of the sandbox's own people is Aa@123456",
    },
  },
  sign_in_required: {
    status: 401,
    title: { vi: 'Chưa đăng nhập', en: 'Nobody is signed in' },
    cure: { vi: 'Đăng nhập Cổng rồi thử lại', en: 'Sign in to the portal and try again' },
    back: { to: '/sign-in?to=%2Faccount', label: { vi: 'Đăng nhập', en: 'Sign in' } },
  },
  account_locked: {
    status: 403,
    title: { vi: 'Tài khoản đang bị khóa', en: 'The account is locked' },
    cure: {
      vi: 'Dùng tài khoản khác, hoặc mở khóa bằng API',
      en: 'Use another account, or unlock it by the API',
    },
  },
  account_stopped: {
    status: 403,
    title: { vi: 'Tài khoản này đã dừng hoạt động', en: 'This account has stopped' },
    cure: {
      vi: 'Đăng nhập bằng VNeID; ngày dừng xem ở trang dòng thời gian',
      en: 'Sign in with VNeID; the timeline page tells the day on which it stopped',
    },
  },
  wrong_state: {
    status: 409,
    title: { vi: 'Tài khoản không ở bước này', en: 'The account is not at this step' },
    cure: { vi: 'Xem trạng thái và lịch sử của tài khoản', en: "Look at the account's state and history" },
  },
  number_differs: {
    status: 409,
    title: {
      vi: 'Số định danh của VNeID khác số của tài khoản',
      en: 'VNeID names another personal number than the account',
    },
    cure: {
      vi: 'Đăng nhập bằng VNeID của chính chủ tài khoản, hoặc sửa số định danh của tài khoản',
      en: "Sign in with the VNeID of the account's holder, or mend the number of the account",
    },
  },
  level_too_low: {
    status: 403,
    title: { vi: 'Tài khoản VNeID chưa đạt mức 2', en: 'The VNeID account has not reached level 2' },
    cure: {
      vi: 'Trên thực tế: nâng mức tại cơ quan công an. Ở đây: chọn người có VNeID mức 2',
      en: 'In reality: raise the level at the police. Here: choose somebody with level 2',
    },
  },
  person_deceased: {
    status: 403,
    title: { vi: 'Chủ tài khoản đã mất', en: 'The holder has died' },
    cure: { vi: 'Tài khoản này không dùng được nữa', en: 'This account cannot be used any more' },
  },
  number_not_verified: {
    status: 409,
    title: { vi: 'Số định danh chưa được xác thực', en: 'The personal number was never verified' },
    cure: {
      vi: 'Bấm «Cập nhật từ CSDL Quốc gia về dân cư» trước',
      en: 'Use "Cập nhật từ CSDL Quốc gia về dân cư" first',
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>;
