import type { FaultKind } from './_contract.ts';

const fault = (status: number, vi: string, en: string, cureVi: string, cureEn: string): FaultKind => ({
  status,
  title: { vi, en },
  cure: { vi: cureVi, en: cureEn },
});

const digestCure: [vi: string, en: string] = [
  'Băm SHA-256 (hex thường) của chuỗi nối: địa chỉ được gọi (không có phần sau dấu ?), username, Timestamp, secretKey',
  'Hash with SHA-256 (lower-case hex) the concatenation of: the address called (without what follows ?), username, Timestamp, secretKey',
];

const accountCure: [vi: string, en: string] = [
  'Dùng tài khoản có trong population.accounts của không gian làm việc, chẳng hạn demo-portal',
  "Use an account of the workspace's population.accounts, such as demo-portal",
];

/** Refusals of the header authentication: each mistake has its own. */
export const authenticationFaults = {
  header_missing: fault(
    401,
    'Thiếu tiêu đề HTTP',
    'An HTTP header is missing',
    'Gửi đủ Timestamp, Authorization, X-Road-Client và ApiKey',
    'Send Timestamp, Authorization, X-Road-Client and ApiKey',
  ),
  timestamp_malformed: fault(
    401,
    'Timestamp không phải số',
    'Timestamp is not a number',
    'Gửi thời điểm Unix tính bằng giây hoặc mili giây, chỉ gồm chữ số',
    'Send the Unix time in seconds or milliseconds, digits only',
  ),
  timestamp_skewed: fault(
    401,
    'Timestamp lệch quá năm phút',
    'Timestamp is more than five minutes off',
    'Chỉnh đồng hồ; giờ của hộp cát là đồng hồ token của không gian làm việc',
    "Set the clock right; the sandbox's time is the workspace's token clock",
  ),
  authorization_malformed: fault(
    401,
    'Authorization sai dạng',
    'Authorization has the wrong form',
    'Gửi Basic và base64 của "username:chuỗi băm", chuỗi băm gồm 64 chữ số hex thường',
    'Send Basic and the base64 of "username:digest", the digest being 64 lower-case hex digits',
  ),
  unknown_account: fault(401, 'Không có tài khoản này', 'There is no such account', ...accountCure),
  wrong_digest: fault(
    401,
    'Chuỗi băm trong Authorization sai',
    'The digest in Authorization is wrong',
    ...digestCure,
  ),
  wrong_api_key: fault(
    401,
    'ApiKey không phải của tài khoản này',
    "The ApiKey is not this account's",
    ...accountCure,
  ),
  wrong_subsystem: fault(
    401,
    'X-Road-Client không phải của tài khoản này',
    "The X-Road-Client is not this account's",
    ...accountCure,
  ),
  expired_credential: fault(
    401,
    'Tài khoản kết nối đã hết hạn',
    'The credential has expired',
    'Đây là lỗi được yêu cầu: bỏ kiểu lỗi expired-credential',
    'This failure was asked for: take expired-credential away',
  ),
} as const satisfies Record<string, FaultKind>;

/** Refusals of LGSP's own authentication. The first two are those of RFC 6749. */
export const lgspFaults = {
  invalid_client: fault(401, 'Sai khóa hoặc bí mật', 'Wrong key or secret', ...accountCure),
  unsupported_grant_type: fault(
    400,
    'Không hỗ trợ loại cấp quyền này',
    'Unsupported grant type',
    'Dùng grant_type=client_credentials',
    'Use grant_type=client_credentials',
  ),
  lgsp_token_invalid: fault(
    401,
    'Token của LGSP thiếu, sai hoặc hết hạn',
    "LGSP's token is missing, wrong or expired",
    'Lấy token ở /lgsp/token rồi gửi Authorization: Bearer …',
    'Get a token at /lgsp/token and send Authorization: Bearer …',
  ),
  lgsp_access_token_invalid: fault(
    401,
    'lgspaccesstoken sai',
    'The lgspaccesstoken is wrong',
    'Gửi base64 của JSON {AccessKey, SecretKey, AppName, PartnerCode, PartnerCodeCus}; AccessKey và SecretKey là của một tài khoản trong population.accounts',
    'Send the base64 of the JSON {AccessKey, SecretKey, AppName, PartnerCode, PartnerCodeCus}; AccessKey and SecretKey are those of an account in population.accounts',
  ),
  lgsp_auth_hash_invalid: fault(
    401,
    'AuthHash sai',
    'The AuthHash is wrong',
    'Gửi base64 của "username:secretKey"',
    'Send the base64 of "username:secretKey"',
  ),
} as const satisfies Record<string, FaultKind>;

export const populationFaults = {
  ...authenticationFaults,
  ...lgspFaults,
  quota_exceeded: fault(
    429,
    'Vượt quá số lượt gọi được phép',
    'The quota of calls is used up',
    'Đây là lỗi được yêu cầu: bỏ kiểu lỗi quota',
    'This failure was asked for: take quota away',
  ),
  duplicate_request: fault(
    500,
    'MaYeuCau này đã được dùng',
    'This MaYeuCau was used before',
    'Sinh một MaYeuCau mới cho mỗi lần gọi, kể cả khi gọi lại',
    'Make a new MaYeuCau for each call, a repeated one too',
  ),
  unknown_service: fault(
    404,
    'LGSP không có dịch vụ này',
    'LGSP has no such service',
    'Dùng TraCuuThongTinCongDan, XacThucThongTinCongDan hoặc XacMinhThongTinNhanThan',
    'Use TraCuuThongTinCongDan, XacThucThongTinCongDan or XacMinhThongTinNhanThan',
  ),
  post_only: fault(
    400,
    'Đây là địa chỉ của một dịch vụ SOAP',
    'This is the address of a SOAP service',
    'Gửi thông điệp SOAP 1.1 bằng POST; thêm ?wsdl để lấy mô tả dịch vụ',
    'POST a SOAP 1.1 message; add ?wsdl for the description of the service',
  ),
} as const satisfies Record<string, FaultKind>;
