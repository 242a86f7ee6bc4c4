import type { Failure } from './_contract.ts';
import type { insuranceFaults } from './_insurance-faults.ts';

type Fault = keyof typeof insuranceFaults;

const quota = {
  title: { vi: 'Hết số lượt tra cứu', en: 'The quota is used up' },
  fault: 'quota_used' satisfies Fault,
} as const satisfies Failure;

const serverError = {
  title: { vi: 'Máy chủ báo lỗi (500)', en: 'The server says that it failed (500)' },
  fault: 'server_error' satisfies Fault,
} as const satisfies Failure;

const expired = (fault: Fault): Failure => ({
  title: { vi: 'Token vừa hết hạn', en: 'The token has just expired' },
  fault,
});

const empty = {
  title: { vi: 'Không có dữ liệu của người này', en: 'The register has nothing on this person' },
} as const satisfies Failure;

/** Of whatever answers with somebody's record. */
const record = {
  empty,
  'stale-data': {
    title: {
      vi: 'Dữ liệu cũ một năm: hạn thẻ lùi một năm, chưa biết thẻ bị thu hồi, báo giảm hay cấp lại, chưa có số điện thoại',
      en: 'Data one year old: validity a year earlier, no word yet of a revocation, an end, a new card or the phone',
    },
  },
  'wrong-person': {
    title: { vi: 'Trả về dữ liệu của người khác', en: "Answers with somebody else's data" },
  },
  quota,
} as const satisfies Record<string, Failure>;

export const tokenFails = {
  quota,
  'expired-credential': {
    title: { vi: 'Mật khẩu tài khoản đã hết hạn', en: "The account's password has expired" },
    fault: 'account_refused' satisfies Fault,
  },
  'server-error': serverError,
} as const satisfies Record<string, Failure>;

export const gatewayFails = {
  ...record,
  'expired-credential': expired('session_refused'),
  'data-error': {
    title: { vi: 'Lỗi dữ liệu sổ thẻ (100)', en: "The card's data cannot be read (100)" },
    fault: 'data_error' satisfies Fault,
  },
  'register-error': {
    title: { vi: 'Lỗi máy chủ sổ thẻ (101)', en: "The card register's server fails (101)" },
    fault: 'register_error' satisfies Fault,
  },
  'server-error': serverError,
} as const satisfies Record<string, Failure>;

export const agentFails = {
  ...record,
  'expired-credential': expired('bearer_refused'),
} as const satisfies Record<string, Failure>;

export const agentTokenFails = {
  quota,
  'expired-credential': expired('account_refused'),
} as const satisfies Record<string, Failure>;

export const matchFails = {
  empty,
  'wrong-person': {
    title: { vi: 'Đối sánh với dữ liệu của người khác', en: "Compares with somebody else's data" },
  },
  quota,
  'expired-credential': expired('bearer_refused'),
  'server-error': serverError,
} as const satisfies Record<string, Failure>;
