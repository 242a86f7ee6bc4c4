import type { FaultKind, Text } from '../_contract.ts';

const refused = (status: number, title: Text, cure: Text): FaultKind => ({ status, title, cure });

/** What MySign refuses. On the wire the code is a number: see `codes` in `functions/mysign/words.ts`. */
export const mysignFaults = {
  client_refused: refused(
    400,
    {
      vi: 'Sai client_id, client_secret hoặc profile_id',
      en: 'Wrong client_id, client_secret or profile_id',
    },
    {
      vi: 'Tài khoản mẫu là demo-portal / demo-portal-secret, hồ sơ adss:ras:profile:001; tài khoản riêng ở settings mysign.accounts',
      en: 'The demo account is demo-portal / demo-portal-secret, profile adss:ras:profile:001; your own stand in settings mysign.accounts',
    },
  ),
  user_unknown: refused(
    400,
    { vi: 'Không có người dùng này ở MySign', en: 'MySign has no such user' },
    {
      vi: 'Gửi user_id dạng CMT_<số định danh> hoặc MST_<mã số thuế> của người trong hộp cát',
      en: "Send user_id as CMT_<personal number> or MST_<tax code> of one of the sandbox's people",
    },
  ),
  token_refused: refused(
    401,
    {
      vi: 'Thiếu access token, token sai, hết hạn hoặc của ứng dụng khác',
      en: "The access token is missing, wrong, expired or another client's",
    },
    {
      vi: 'Đăng nhập lại ở /vtss/service/ras/v1/login rồi gửi Authorization: Bearer <token>',
      en: 'Log in again at /vtss/service/ras/v1/login and send Authorization: Bearer <token>',
    },
  ),
  credential_refused: refused(
    400,
    {
      vi: 'Không có chứng thư này, hoặc là của người dùng khác',
      en: "There is no such credential, or it is another user's",
    },
    {
      vi: 'Dùng credential_id mà /vtss/service/certificates/info trả về cho user_id đã đăng nhập',
      en: 'Use a credential_id that /vtss/service/certificates/info gave for the user who logged in',
    },
  ),
  transaction_unknown: refused(
    400,
    { vi: 'Không có giao dịch này', en: 'There is no such transaction' },
    {
      vi: 'Dùng transactionId mà signHash đã trả về cho chính ứng dụng và người dùng này',
      en: 'Use a transactionId that signHash gave to this client and user',
    },
  ),
  algorithm_refused: refused(
    400,
    {
      vi: 'Thuật toán không được hỗ trợ, hoặc không hợp với khóa hay với độ dài giá trị băm',
      en: 'The algorithm is not supported, or fits neither the key nor the length of the hash',
    },
    {
      vi: 'hashAlgo là SHA-256, SHA-384 hoặc SHA-512; signAlgo là một trong key.algo của chứng thư',
      en: 'hashAlgo is SHA-256, SHA-384 or SHA-512; signAlgo one of key.algo of the credential',
    },
  ),
  request_refused: refused(
    400,
    { vi: 'Yêu cầu ký không hợp lệ', en: 'The request to sign is not valid' },
    { vi: 'Sửa điều được nêu rồi gửi lại', en: 'Mend what is named and send it again' },
  ),
  timed_out: refused(
    400,
    { vi: 'Người ký không trả lời kịp', en: 'The signer did not answer in time' },
    {
      vi: 'Gửi yêu cầu mới, hoặc dùng async 2 hay 3 để có nhiều thời gian hơn',
      en: 'Ask anew, or use async 2 or 3, which give more time',
    },
  ),
  signer_refused: refused(
    400,
    { vi: 'Người ký đã từ chối', en: 'The signer has refused' },
    { vi: 'Gửi yêu cầu mới nếu người ký đồng ý', en: 'Ask anew if the signer agrees' },
  ),
  signing_failed: refused(
    400,
    { vi: 'Ký không thành công', en: 'Signing failed' },
    {
      vi: 'Có thể mã PIN bị khóa do nhập sai nhiều lần; gửi yêu cầu mới',
      en: 'The PIN may be blocked after wrong ones; ask anew',
    },
  ),
  quota_used: refused(
    400,
    { vi: 'Hết lượt ký', en: 'No signatures are left' },
    { vi: 'Mua thêm lượt ký rồi gửi lại', en: 'Buy more and send it again' },
  ),
  system_error: refused(
    500,
    { vi: 'Lỗi hệ thống của MySign', en: 'An error of MySign' },
    { vi: 'Đây là lỗi được yêu cầu', en: 'This failure was asked for' },
  ),
  certificate_ended: refused(
    400,
    {
      vi: 'Chứng thư đã hết hạn, bị thu hồi hoặc đang tạm dừng',
      en: 'The certificate has expired, or is revoked or suspended',
    },
    { vi: 'Dùng chứng thư còn hiệu lực', en: 'Use a certificate that is good' },
  ),
} as const satisfies Record<string, FaultKind>;
