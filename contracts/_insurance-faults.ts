import type { FaultKind } from './_contract.ts';

/**
 * The gateway says nearly everything with HTTP 200 and `maKetQua`; whether the real one ever uses another status for
 * what it decided itself is not known. VNPost's lookups and HopCat's own operations use HTTP's own statuses.
 */
export const insuranceFaults = {
  account_refused: {
    status: 200,
    title: { vi: 'Sai tài khoản hoặc mật khẩu', en: 'Wrong account or password' },
    cure: {
      vi: 'Gửi username như 99001_BV và MD5 (hex) của mật khẩu; tài khoản nằm ở settings.insurance.accounts',
      en: 'Send a username like 99001_BV and the MD5 (hex) of its password; see settings.insurance.accounts',
    },
  },
  account_locked: {
    status: 200,
    title: { vi: 'Tài khoản đang bị khóa', en: 'The account is locked' },
    cure: {
      vi: 'Dùng tài khoản khác, hoặc đổi status của tài khoản trong settings.insurance.accounts',
      en: "Use another account, or change the account's status in settings.insurance.accounts",
    },
  },
  account_not_allowed: {
    status: 200,
    title: { vi: 'Tài khoản không có quyền dùng dịch vụ', en: 'The account may not use the service' },
    cure: {
      vi: 'Dùng tài khoản khác, hoặc đổi status của tài khoản trong settings.insurance.accounts',
      en: "Use another account, or change the account's status in settings.insurance.accounts",
    },
  },
  session_refused: {
    status: 200,
    title: { vi: 'Lỗi xác thực tài khoản', en: 'The account could not be authenticated' },
    cure: {
      vi: 'Lấy token mới; gửi token, id_token, username và password (MD5) của cùng một tài khoản',
      en: 'Take a new token; send token, id_token, username and password (MD5) of one account',
    },
  },
  bearer_refused: {
    status: 401,
    title: { vi: 'Token không đúng hoặc đã hết hạn', en: 'The token is wrong or has expired' },
    cure: {
      vi: 'Lấy token mới rồi gửi trong Authorization: Bearer',
      en: 'Take a new token and send it as Authorization: Bearer',
    },
  },
  agent_refused: {
    status: 401,
    title: { vi: 'Sai tài khoản hoặc mật khẩu đại lý', en: "Wrong agent's account or password" },
    cure: {
      vi: 'Tài khoản đại lý nằm ở settings.insurance.agents',
      en: "Agents' accounts are in settings.insurance.agents",
    },
  },
  quota_used: {
    status: 429,
    title: { vi: 'Đã dùng hết số lượt tra cứu', en: 'The quota of look-ups is used up' },
    cure: {
      vi: 'Chờ rồi gọi lại; lỗi này được yêu cầu ở /control/faults',
      en: 'Wait and call again; this failure was asked for at /control/faults',
    },
  },
  data_error: {
    status: 200,
    title: { vi: 'Lỗi khi lấy dữ liệu sổ thẻ', en: 'The data of the card could not be read' },
    cure: {
      vi: 'Gọi lại sau; lỗi này được yêu cầu ở /control/faults',
      en: 'Call again later; this failure was asked for at /control/faults',
    },
  },
  register_error: {
    status: 200,
    title: { vi: 'Lỗi máy chủ sổ thẻ', en: 'The server of the card register failed' },
    cure: {
      vi: 'Gọi lại sau; lỗi này được yêu cầu ở /control/faults',
      en: 'Call again later; this failure was asked for at /control/faults',
    },
  },
  server_error: {
    status: 200,
    title: { vi: 'Lỗi máy chủ', en: 'The server failed' },
    cure: {
      vi: 'Gọi lại sau; lỗi này được yêu cầu ở /control/faults',
      en: 'Call again later; this failure was asked for at /control/faults',
    },
  },
} as const satisfies Record<string, FaultKind>;
