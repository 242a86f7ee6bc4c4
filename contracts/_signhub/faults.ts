import type { FaultKind, Text } from '../_contract.ts';

const refused = (status: number, title: Text, cure: Text): FaultKind => ({ status, title, cure });

const signIt: Text = {
  vi: 'X-Signature là HMAC-SHA256 dạng hex, khóa là secretKey của đối tác, trên X-Partner-Code:X-Timestamp:X-Nonce:<thân yêu cầu nguyên văn>',
  en: "X-Signature is the hex HMAC-SHA256, by the partner's secretKey, of X-Partner-Code:X-Timestamp:X-Nonce:<the body as it was sent>",
};

/** What the hub refuses. On the wire the code is of two digits: see `statuses` in `functions/signhub/words.ts`. */
export const signhubFaults = {
  credentials_refused: refused(
    401,
    { vi: 'Sai tên đăng nhập, mật khẩu hoặc refreshToken', en: 'Wrong username, password or refreshToken' },
    {
      vi: 'Tài khoản mẫu là demo-portal / demo-portal-secret; mỗi refreshToken chỉ dùng một lần',
      en: 'The demo account is demo-portal / demo-portal-secret; each refreshToken can be used once',
    },
  ),
  token_refused: refused(
    401,
    {
      vi: 'Thiếu access token, token sai hoặc đã hết hạn',
      en: 'The access token is missing, wrong or expired',
    },
    {
      vi: 'Lấy token mới ở /api/v1/auth/token rồi gửi Authorization: Bearer <token>',
      en: 'Get a new token at /api/v1/auth/token and send Authorization: Bearer <token>',
    },
  ),
  request_refused: refused(
    400,
    { vi: 'Yêu cầu không hợp lệ', en: 'The request is not valid' },
    { vi: 'Sửa điều được nêu rồi gửi lại', en: 'Mend what is named and send it again' },
  ),
  certificate_ended: refused(
    400,
    {
      vi: 'Chứng thư đã hết hạn, bị thu hồi hoặc đang tạm dừng',
      en: 'The certificate has expired, or is revoked or suspended',
    },
    { vi: 'Dùng chứng thư còn hiệu lực', en: 'Use a certificate that is good' },
  ),
  nothing_found: refused(
    404,
    { vi: 'Không tìm thấy', en: 'Not found' },
    {
      vi: 'Kiểm tra số định danh, số sê-ri, transactionCode hoặc handle; mỗi tài khoản chỉ thấy giao dịch của mình',
      en: 'Check the number, serial number, transactionCode or handle; an account sees no transactions but its own',
    },
  ),
  hmac_missing: refused(
    401,
    { vi: 'Thiếu tiêu đề HMAC', en: 'An HMAC header is missing' },
    {
      vi: 'Gửi đủ X-Partner-Code, X-Timestamp, X-Nonce và X-Signature',
      en: 'Send all of X-Partner-Code, X-Timestamp, X-Nonce and X-Signature',
    },
  ),
  rate_limited: refused(
    429,
    { vi: 'Gọi quá nhiều lần', en: 'Too many calls' },
    { vi: 'Thử lại sau', en: 'Try again later' },
  ),
  timestamp_malformed: refused(
    401,
    { vi: 'X-Timestamp không hợp lệ', en: 'X-Timestamp is not valid' },
    { vi: 'Số giây từ 01/01/1970 (UTC)', en: 'Seconds since 1970-01-01 (UTC)' },
  ),
  timestamp_expired: refused(
    401,
    { vi: 'X-Timestamp đã hết hạn', en: 'X-Timestamp has expired' },
    {
      vi: 'Chỉnh giờ máy chủ; được lệch tối đa signhub.skewSeconds giây',
      en: "Set your server's clock; it may differ by signhub.skewSeconds",
    },
  ),
  nonce_reused: refused(
    401,
    { vi: 'X-Nonce đã được dùng', en: 'X-Nonce was used before' },
    { vi: 'Tạo X-Nonce mới cho mỗi lần gọi', en: 'Make a new X-Nonce for each call' },
  ),
  partner_unknown: refused(
    401,
    { vi: 'Không có đối tác này', en: 'There is no such partner' },
    {
      vi: 'Dùng mã đối tác của chính tài khoản đã lấy token; xem settings signhub.accounts',
      en: 'Use the partner code of the account that took the token; see settings signhub.accounts',
    },
  ),
  signature_refused: refused(401, { vi: 'Sai X-Signature', en: 'X-Signature is wrong' }, signIt),
  hmac_broken: refused(
    500,
    { vi: 'Lỗi khi kiểm tra HMAC', en: 'The HMAC could not be checked' },
    { vi: 'Đây là lỗi được yêu cầu', en: 'This failure was asked for' },
  ),
  internal: refused(
    500,
    { vi: 'Lỗi nội bộ của hệ thống', en: 'An internal error' },
    { vi: 'Đây là lỗi được yêu cầu', en: 'This failure was asked for' },
  ),
} as const satisfies Record<string, FaultKind>;
