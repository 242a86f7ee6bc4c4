import type { FaultKind, Text } from '../_contract.ts';

/** One status code of ETSI TS 102 204 that refuses. */
interface Code {
  value: number;
  /** Who is to blame, as SOAP 1.2 says it. */
  by: 'Sender' | 'Receiver';
  title: Text;
  cure: Text;
}

const code = (
  value: number,
  title: [vi: string, en: string],
  cure: [vi: string, en: string],
  by: Code['by'] = value < 200 ? 'Sender' : 'Receiver',
): Code => ({ value, by, title: { vi: title[0], en: title[1] }, cure: { vi: cure[0], en: cure[1] } });

/** Refusals, by ETSI's name in lower case. On the wire: a SOAP fault whose subcode is `mss:_` and the number. */
export const codes = {
  wrong_param: code(
    101,
    ['Tham số sai', 'A parameter is wrong'],
    ['Sửa tham số được nêu trong chi tiết', 'Mend the parameter that the detail names'],
  ),
  missing_param: code(
    102,
    ['Thiếu tham số', 'A parameter is missing'],
    ['Gửi thêm tham số được nêu trong chi tiết', 'Send the parameter that the detail names'],
  ),
  wrong_data_length: code(
    103,
    ['Dữ liệu dài quá giới hạn', 'The data are too long'],
    ['Rút ngắn DataToBeDisplayed còn tối đa 239 ký tự', 'Keep DataToBeDisplayed within 239 characters'],
  ),
  unauthorized_access: code(
    104,
    ['AP không được phép', 'The AP is unknown, or its password is wrong'],
    [
      'Kiểm tra AP_ID và AP_PWD với settings simpki.accounts, và các AdditionalServices',
      'Check AP_ID and AP_PWD against settings simpki.accounts, and the AdditionalServices',
    ],
  ),
  unknown_client: code(
    105,
    ['Không có thuê bao này', 'There is no such subscriber'],
    ['Kiểm tra MSISDN; SIM đã hủy cũng là không có', 'Check the MSISDN; a cancelled SIM is none'],
  ),
  handshake_required: code(
    106,
    ['MSSP đòi thỏa thuận chữ ký XML trước', 'The MSSP wants a handshake about XML signatures first'],
    ['Lỗi này chỉ có khi được yêu cầu', 'This happens only when it is asked for'],
  ),
  inappropriate_data: code(
    107,
    ['Kiểu dữ liệu không được nhận', 'This kind of data is not taken'],
    [
      'DataToBeSigned là base64 của DigestInfo (DER) với SHA-256; DataToBeDisplayed là text/plain, UTF-8',
      'DataToBeSigned is the base64 of a DER DigestInfo with SHA-256; DataToBeDisplayed is text/plain in UTF-8',
    ],
  ),
  incompatible_interface: code(
    108,
    ['Phiên bản giao diện không phải 1.1', 'The version of the interface is not 1.1'],
    ['Gửi MajorVersion="1" MinorVersion="1"', 'Send MajorVersion="1" MinorVersion="1"'],
  ),
  unsupported_profile: code(
    109,
    ['Hồ sơ hoặc định dạng chữ ký không được hỗ trợ', 'Profile or format of the signature is not supported'],
    [
      'Dùng http://mobile-id.vn/digitalSignature và định dạng PKCS1, PKCS7 hoặc CMS-Signature',
      'Use http://mobile-id.vn/digitalSignature and the format PKCS1, PKCS7 or CMS-Signature',
    ],
  ),
  expired_transaction: code(
    208,
    ['Hết thời gian chờ người ký', 'The signer did not answer in time'],
    [
      'Gửi yêu cầu mới; người ký phải nhập PIN trong thời gian TimeOut',
      'Ask anew; the signer must enter the PIN within TimeOut',
    ],
  ),
  ota_error: code(
    209,
    ['Không liên lạc được với SIM', 'The SIM cannot be reached'],
    ['Thử lại sau', 'Try again later'],
  ),
  user_cancel: code(
    401,
    ['Người ký từ chối', 'The signer refused'],
    ['Gửi yêu cầu mới nếu người ký muốn ký', 'Ask anew when the signer wants to sign'],
  ),
  pin_nr_blocked: code(
    402,
    ['PIN đã bị khóa', 'The PIN is blocked'],
    ['Mở khóa PIN trên điện thoại của người ký', "Unblock the PIN on the signer's phone"],
  ),
  card_blocked: code(
    403,
    ['SIM đang bị khóa', 'The SIM is suspended'],
    ['Liên hệ nhà mạng để mở lại thuê bao', 'The carrier has to reactivate the subscription'],
  ),
  no_key_found: code(
    404,
    ['SIM không có khóa ký dùng được', 'The SIM has no key that may sign'],
    [
      'SIM chưa chuẩn hóa, đứng tên người khác, hoặc khóa không phải để ký',
      "The SIM was not normalised, stands in somebody else's name, or its key is not for signing",
    ],
  ),
  no_crl_found: code(
    405,
    ['Không tìm thấy danh sách thu hồi', 'No revocation list was found'],
    ['Lỗi này chỉ có khi được yêu cầu', 'This happens only when it is asked for'],
  ),
  pb_signature_process: code(
    406,
    ['Đang có một yêu cầu ký khác trên SIM này', 'Another request to sign is open on this SIM'],
    ['Đợi yêu cầu trước xong rồi gửi lại', 'Wait for the one before, then ask again'],
  ),
  registration_nok: code(
    407,
    ['Đăng ký không thành công', 'The registration failed'],
    ['Lỗi này chỉ có khi được yêu cầu', 'This happens only when it is asked for'],
  ),
  no_cert_found: code(
    422,
    ['Không có chứng thư còn hiệu lực', 'There is no certificate that is valid now'],
    [
      'Thuê bao chưa có chứng thư, còn đứng tên theo CMND cũ, hoặc chứng thư đã hết hạn hay chưa có hiệu lực',
      'The subscriber has none, still stands under the old card, or the certificate is expired or not yet valid',
    ],
  ),
  crl_pb: code(
    423,
    ['Không đọc được danh sách thu hồi', 'The revocation list cannot be read'],
    ['Lỗi này chỉ có khi được yêu cầu', 'This happens only when it is asked for'],
  ),
  crl_expired: code(
    424,
    ['Danh sách thu hồi đã cũ', 'The revocation list is out of date'],
    ['Lỗi này chỉ có khi được yêu cầu', 'This happens only when it is asked for'],
  ),
  error_certificate: code(
    425,
    ['Chứng thư lỗi', 'There is something wrong with the certificate'],
    ['Chứng thư không do tổ chức được tin cậy cấp', 'The certificate was issued by nobody who is trusted'],
  ),
  internal_error: code(900, ['MSSP gặp lỗi', 'The MSSP failed'], ['Thử lại sau', 'Try again later']),
} as const satisfies Readonly<Record<string, Code>>;

export type RefusalName = keyof typeof codes;

export const isRefusal = (name: string): name is RefusalName => Object.hasOwn(codes, name);

/** What answers without a fault: the `Status` of a response. */
export const statuses = {
  100: 'REQUEST_OK',
  408: 'REGISTRATION_OK',
  500: 'SIGNATURE',
  501: 'REVOKED_CERTIFICATE',
  502: 'VALID_SIGNATURE',
  503: 'INVALID_SIGNATURE',
  504: 'OUTSTANDING_TRANSACTION',
  505: 'CONSTRAINT_MISMATCH',
} as const;

export type Status = keyof typeof statuses;

/** As the contract declares them. SOAP faults go out with 500, as the one documented service of this kind does it. */
export const simpkiFaults = Object.fromEntries(
  Object.entries(codes).map(([name, { title, cure }]) => [name, { status: 500, title, cure }]),
) as Readonly<Record<RefusalName, FaultKind>>;
