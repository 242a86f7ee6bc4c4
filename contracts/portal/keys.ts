import { clients, type LinkingRule, ours } from './rule.ts';

/** By what a local account is found. */
export const keyRules = {
  'key-by-techid': {
    severity: 'must',
    clauses: [clients],
    text: {
      vi: 'Khóa liên kết là TechID: tra TechID đã liên kết trước, chỉ khi chưa có mới xét tới số giấy tờ',
      en: 'The linking key is TechID: look for a linked TechID first, and at numbers only when there is none',
    },
    why: {
      vi: 'Số định danh có thể được cấp lại, TechID thì không đổi',
      en: 'A personal number can be re-issued, the TechID never changes',
    },
  },
  'missing-techid': {
    severity: 'must',
    clauses: [clients],
    text: {
      vi: 'Thông tin người dùng không có TechID: từ chối (404), không tạo tài khoản',
      en: 'User information without a TechID: refuse it (404) and make no account',
    },
    why: {
      vi: 'Tài khoản không có khóa liên kết sẽ bị tạo lại ở mỗi lần đăng nhập',
      en: 'An account without a linking key is made anew at every sign-in',
    },
  },
  'citizen-key': {
    severity: 'must',
    clauses: [clients],
    text: {
      vi: 'LoaiTaiKhoan 1 (công dân): khóa là SoDinhDanh, không có thì SoCMND; không có cả hai thì từ chối (404)',
      en: 'LoaiTaiKhoan 1 (citizen): the key is SoDinhDanh, else SoCMND; refuse it (404) when neither is there',
    },
    why: {
      vi: 'Tài khoản cũ có thể chỉ có CMND 9 số',
      en: 'An old account may have no more than the 9-digit card',
    },
  },
  'enterprise-key': {
    severity: 'must',
    clauses: [clients],
    text: {
      vi: 'LoaiTaiKhoan 2 (doanh nghiệp): khóa là MaSoThue, không có thì MaSoDoanhNghiep',
      en: 'LoaiTaiKhoan 2 (enterprise): the key is MaSoThue, else MaSoDoanhNghiep',
    },
    why: {
      vi: 'Người đại diện thay đổi, doanh nghiệp thì không',
      en: 'Representatives change, the enterprise does not',
    },
  },
  'agency-key': {
    severity: 'must',
    clauses: [clients],
    text: {
      vi: 'LoaiTaiKhoan 3 (cơ quan nhà nước): khóa là TechID',
      en: 'LoaiTaiKhoan 3 (state agency): the key is the TechID',
    },
    why: {
      vi: 'Cán bộ có thể vừa là công dân: không gộp hai tài khoản',
      en: 'An official is a citizen too: the two accounts are not one',
    },
  },
  'no-key-by-contact': {
    severity: 'must',
    clauses: [ours],
    text: {
      vi: 'Không liên kết theo thư điện tử hay số điện thoại',
      en: 'Never link by e-mail address or telephone number',
    },
    why: {
      vi: 'Người trong nhà dùng chung; số điện thoại thu hồi được cấp cho người khác',
      en: 'Families share them, and a carrier gives a returned number to somebody else',
    },
  },
} as const satisfies Readonly<Record<string, LinkingRule>>;
