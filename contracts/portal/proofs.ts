import { clients, type LinkingRule, notice, of, ours } from './rule.ts';

/** What must be proved before two accounts become one. */
export const proofRules = {
  'local-proof': {
    severity: 'must',
    clauses: [clients, notice],
    text: {
      vi: 'Tài khoản cũ trùng số nhưng chưa liên kết: chủ tài khoản phải đăng nhập tài khoản cũ trước khi liên kết',
      en: 'An old account has the number but is not linked: its holder signs in to it before the two are linked',
    },
    why: {
      vi: 'Trùng số không chứng minh là cùng một người: tài khoản có thể do người khác lập sẵn với số đó',
      en: 'The same number proves nothing: somebody else may have made the account with it beforehand',
    },
  },
  'verified-number': {
    severity: 'must',
    clauses: [notice],
    text: {
      vi: 'Chỉ liên kết khi CSDL quốc gia về dân cư đã xác nhận số, họ tên, ngày sinh của tài khoản, và số đó trùng số của VNeID',
      en: 'Link only when the population database has confirmed the account’s number, name and birth, and VNeID names the same number',
    },
    why: {
      vi: 'Số tự khai có thể sai hoặc là của người khác',
      en: 'A number that somebody typed may be wrong, or another person’s',
    },
  },
  'unverified-card': {
    severity: 'must',
    clauses: [ours],
    text: {
      vi: 'SoCMND không kèm SoDinhDanh là số tự khai: không tự liên kết theo số đó; chủ tài khoản cũ phải đăng nhập tài khoản cũ, hoặc CSDL dân cư xác nhận trước',
      en: 'SoCMND without SoDinhDanh is the holder’s own word: never link by it alone; the old account’s holder signs in to it, or the population database confirms first',
    },
    why: {
      vi: 'Ai cũng có thể khai CMND của người khác; hai người cũng có thể trùng số CMND 9 số',
      en: 'Anybody can type another person’s card, and two people may have one number of nine digits',
    },
  },
  'number-renewed': {
    severity: 'should',
    clauses: [ours],
    text: {
      vi: 'Số định danh được cấp lại: cập nhật số trong tài khoản, giữ nguyên TechID và liên kết',
      en: 'A personal number was re-issued: renew it in the account, keep the TechID and the link',
    },
    why: {
      vi: 'Nếu không, người dân mất các hồ sơ nộp dưới số cũ',
      en: 'Otherwise the citizen loses the dossiers under the old number',
    },
  },
  'relink-on-subject-change': {
    severity: 'should',
    clauses: [ours],
    text: {
      vi: 'VNeID trả sub khác với cùng số định danh: ghi sub mới vào liên kết đang có và ghi lịch sử, không tạo tài khoản thứ hai',
      en: 'VNeID names another sub with the same number: put it into the link that is there and write it down; make no second account',
    },
    why: {
      vi: 'sub khác nhau theo client và có thể đổi khi tài khoản VNeID được cấp lại',
      en: 'A sub differs by client and may change when a VNeID account is issued anew',
    },
  },
  'level-two': {
    severity: 'must',
    clauses: [of('nd-59-2022'), of('nd-69-2024')],
    text: {
      vi: 'Dịch vụ cần định danh mức 2: từ chối VNeID mức 1 (xét mức trong token, không chỉ xin acr_values)',
      en: 'Where level 2 is needed refuse VNeID level 1: judge the level in the token, not only the one that was asked for',
    },
    why: {
      vi: 'Mức 1 chưa được đối chiếu trực tiếp với người thật',
      en: 'At level 1 nobody has seen the person',
    },
  },
  'closed-holder': {
    severity: 'must',
    clauses: [ours],
    text: {
      vi: 'Người đã mất, VNeID bị khóa: không liên kết, không đăng nhập',
      en: 'The holder has died, or the VNeID account is locked: no linking, no signing in',
    },
    why: {
      vi: 'Người khác đang dùng danh tính đó',
      en: 'Somebody else is using the identity',
    },
  },
} as const satisfies Readonly<Record<string, LinkingRule>>;
