import type { DocumentId } from '../_calendar.ts';
import type { Text } from '../_contract.ts';

/**
 * Where a rule comes from. `document`: the law. `notice`: steps that public offices told citizens. `clients`: what
 * public code of portals does, or does wrongly. `standard`: a public standard. `ours`: nobody says it; HopCat holds it.
 */
export type Clause =
  | { kind: 'document'; document: DocumentId }
  | { kind: 'notice' }
  | { kind: 'clients' }
  | { kind: 'standard'; name: string }
  | { kind: 'ours' };

/** A rule for whoever ties a local account to an identity of VNeID or of the national portal. */
export interface LinkingRule {
  /** `must`: whoever breaks it signs in the wrong person, or leaks. `should`: it hurts later. */
  severity: 'must' | 'should';
  /** The first one is the main source. */
  clauses: readonly [Clause, ...Clause[]];
  /** What to do. */
  text: Text;
  /** What happens otherwise. */
  why: Text;
}

const notice: Clause = { kind: 'notice' };
const clients: Clause = { kind: 'clients' };
const ours: Clause = { kind: 'ours' };
const of = (document: DocumentId): Clause => ({ kind: 'document', document });
const standard = (name: string): Clause => ({ kind: 'standard', name });

/** By what a local account is found. */
const keys = {
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

/** What must be proved before two accounts become one. */
const proofs = {
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

/** What a local account may and may not be made to do. */
const accounts = {
  'locked-local': {
    severity: 'must',
    clauses: [clients],
    text: {
      vi: 'Tài khoản tại cổng đang bị khóa: từ chối (401), không tạo tài khoản khác thay thế',
      en: 'The local account is locked: refuse (401), and make no other one in its place',
    },
    why: { vi: 'Nếu không, khóa tài khoản là vô nghĩa', en: 'Otherwise the lock means nothing' },
  },
  'email-of-another': {
    severity: 'must',
    clauses: [clients],
    text: {
      vi: 'Thư điện tử đã thuộc tài khoản khác: từ chối (409) hoặc bỏ trống, không gộp tài khoản',
      en: 'Another account has the e-mail address: refuse (409) or leave it empty; never merge the two',
    },
    why: {
      vi: 'Khôi phục mật khẩu sẽ gửi tới nhầm người',
      en: 'The recovery of a password would reach the wrong person',
    },
  },
  'no-invented-email': {
    severity: 'should',
    clauses: [clients],
    text: {
      vi: 'Thiếu thư điện tử: để trống hoặc hỏi người dùng, không lặng lẽ tự đặt (số giấy tờ hay TechID kèm tên miền)',
      en: 'No e-mail address: leave it empty or ask; do not silently make one up from a number or a TechID',
    },
    why: {
      vi: 'Thư gửi tới địa chỉ bịa ra bị mất, và số định danh bị lộ trong địa chỉ',
      en: 'Mail to it is lost, and the address shows the personal number',
    },
  },
  'enrich-once-verified': {
    severity: 'should',
    clauses: [clients],
    text: {
      vi: 'Lần đầu: bổ sung thông tin từ CSDL dân cư và đánh dấu đã xác thực; các lần sau chỉ bổ sung khi chưa đánh dấu',
      en: 'At first sign-in take the data from the population database and mark it verified; later only where the mark is missing',
    },
    why: {
      vi: 'Ghi đè mỗi lần làm mất thông tin người dân đã sửa, và gọi CSDL dân cư thừa',
      en: 'Doing it every time overwrites what the citizen changed, and calls the register for nothing',
    },
  },
  'link-once': {
    severity: 'must',
    clauses: [ours],
    text: {
      vi: 'Nhiều yêu cầu liên kết cùng lúc: đúng một liên kết, một dòng lịch sử; lỗi giữa chừng thì không có gì được ghi',
      en: 'Several requests at once make exactly one link and one entry; one that breaks half-way leaves nothing behind',
    },
    why: {
      vi: 'Hai liên kết cho một TechID là hai người trong một tài khoản',
      en: 'Two links of one TechID are two people in one account',
    },
  },
  'consent-withdrawn': {
    severity: 'must',
    clauses: [ours],
    text: {
      vi: 'Người dùng bỏ liên kết hoặc rút đồng ý: bỏ liên kết và dùng lại chính TechID đó khi liên kết lại',
      en: 'The holder unlinks or withdraws consent: take the link away, and use the same TechID when it is made again',
    },
    why: {
      vi: 'Dữ liệu không còn căn cứ để dùng; hồ sơ cũ vẫn phải theo người dân',
      en: 'The data may no longer be used, yet the dossiers stay the citizen’s',
    },
  },
} as const satisfies Readonly<Record<string, LinkingRule>>;

/** How the sign-in that a link rests on is carried. */
const transport = {
  'state-bound': {
    severity: 'must',
    clauses: [clients, standard('RFC 6749 10.12')],
    text: {
      vi: 'state ngẫu nhiên, gắn với phiên trình duyệt, kiểm tra ở callback; không chỉ là base64 của đường dẫn quay lại',
      en: 'state is random, bound to the browser’s session and checked at the callback; not just base64 of a return URL',
    },
    why: {
      vi: 'Kẻ xấu ép trình duyệt nạn nhân liên kết với danh tính của kẻ xấu',
      en: 'An attacker makes the victim’s browser link the attacker’s identity',
    },
  },
  'no-token-in-url': {
    severity: 'must',
    clauses: [clients, standard('RFC 6750 5.3')],
    text: {
      vi: 'Không để access token trong địa chỉ chuyển hướng',
      en: 'No access token in the address of a redirect',
    },
    why: {
      vi: 'Địa chỉ nằm lại trong lịch sử, nhật ký, Referer',
      en: 'Addresses stay in histories, logs and Referer headers',
    },
  },
  'tls-checked': {
    severity: 'must',
    clauses: [clients, standard('RFC 6749 10.4')],
    text: {
      vi: 'Kiểm tra chứng thư TLS của mọi máy chủ được gọi',
      en: 'Check the TLS certificate of every server that is called',
    },
    why: {
      vi: 'Ai đứng giữa cũng trả được thông tin người dùng giả',
      en: 'Anybody in between can answer with made-up user information',
    },
  },
  'userinfo-fetched': {
    severity: 'must',
    clauses: [clients, standard('OpenID Connect Core 5.3')],
    text: {
      vi: 'Máy chủ của cổng tự lấy thông tin người dùng bằng token của mình; không có điểm nhận thông tin mà không xác thực bên gửi',
      en: 'The portal’s server fetches user information with its own token; it has no endpoint that takes it from anybody',
    },
    why: {
      vi: 'Ai gọi điểm đó cũng đăng nhập được thành người khác',
      en: 'Whoever calls such an endpoint signs in as anybody',
    },
  },
  'code-verbatim': {
    severity: 'should',
    clauses: [clients],
    text: {
      vi: 'Đọc code đúng như đã nhận: giải mã URL một lần, không đổi dấu + thành dấu cách',
      en: 'Read code as it came: decode the URL once and do not turn + into a space',
    },
    why: {
      vi: 'Đăng nhập lúc được lúc không',
      en: 'Signing in works now and then',
    },
  },
} as const satisfies Readonly<Record<string, LinkingRule>>;

/** What a date turned off. */
const dates = {
  'no-accounts-by-officers': {
    severity: 'must',
    clauses: [of('cv-3701-2024')],
    text: {
      vi: 'Từ 15/6/2024 cán bộ một cửa không tạo lập tài khoản công dân',
      en: 'From 15 June 2024 on officers of one-stop desks make no accounts for citizens',
    },
    why: {
      vi: 'Tài khoản lập hộ không do công dân nắm giữ',
      en: 'The citizen does not hold an account that was made so',
    },
  },
  'no-old-accounts': {
    severity: 'must',
    clauses: [of('nd-59-2022'), of('vpbca-2024')],
    text: {
      vi: 'Từ 1/7/2024 không cho công dân đăng nhập bằng tài khoản cũ; vẫn cho đưa tài khoản cũ về VNeID',
      en: 'From 1 July 2024 on no citizen signs in with an old account; bringing it under VNeID stays possible',
    },
    why: {
      vi: 'Quy định; nhưng hồ sơ cũ không được mất',
      en: 'The law says so; yet old dossiers must not be lost',
    },
  },
} as const satisfies Readonly<Record<string, LinkingRule>>;

/** What a portal must hold to when it links accounts, by id: histories, portals and checkers name these. */
export const linkingRules = { ...keys, ...proofs, ...accounts, ...transport, ...dates } as const;

export type LinkingRuleId = keyof typeof linkingRules;
