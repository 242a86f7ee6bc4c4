import type { FaultKind } from '../_contract.ts';
import { oidcFaults } from '../_oidc-faults.ts';

const { unsupported_response_type, invalid_scope, access_denied } = oidcFaults;

const fault = (status: number, vi: string, en: string, cureVi: string, cureEn: string): FaultKind => ({
  status,
  title: { vi, en },
  cure: { vi: cureVi, en: cureEn },
});

/** Errors by the standard's names; `error_description` says what exactly is wrong. */
export const cscFaults = {
  unsupported_response_type,
  invalid_scope,
  /** The standard knows 400 and 401 alone. */
  access_denied: { ...access_denied, status: 400 },
  invalid_request: fault(
    400,
    'Yêu cầu thiếu hoặc sai tham số',
    'The request lacks a parameter or has a wrong one',
    'Sửa tham số mà error_description nêu',
    'Mend the parameter that error_description names',
  ),
  invalid_token: fault(
    401,
    'Token không hợp lệ',
    'The token is not valid',
    'Lấy token mới ở auth/login hoặc oauth2/token rồi gửi Authorization: Bearer <token>',
    'Get a new token at auth/login or oauth2/token and send Authorization: Bearer <token>',
  ),
  expired_token: fault(
    401,
    'Token đã hết hạn',
    'The token has expired',
    'Lấy token mới, hoặc dùng refresh_token',
    'Get a new token, or use the refresh token',
  ),
  authentication_error: fault(
    400,
    'Sai tên đăng nhập hoặc mật khẩu',
    'The user name or the password is wrong',
    'Tên đăng nhập là số định danh hoặc số điện thoại; mật khẩu của các nhân vật là Aa@123456',
    "The user name is the personal or the phone number; the cast's password is Aa@123456",
  ),
  invalid_pin: fault(
    400,
    'Sai mã PIN',
    'The PIN is wrong',
    'PIN của mọi chứng thư trong hộp cát là 123456; sai nhiều lần liên tiếp thì PIN bị khóa',
    "Everybody's PIN in the sandbox is 123456; several wrong ones in a row block it",
  ),
  invalid_otp: fault(
    400,
    'Sai mã OTP, hoặc mã đã hết hạn',
    'The one-time code is wrong, or has expired',
    'Gọi credentials/sendOTP rồi đọc tin nhắn trên điện thoại của người ký',
    "Call credentials/sendOTP and read the message on the signer's phone",
  ),
  invalid_authentication_data: fault(
    400,
    'Dữ liệu xác thực sai hoặc thiếu',
    'The authentication data are wrong or missing',
    'Gửi authData đúng như credentials/info nêu trong auth.objects',
    'Send authData as credentials/info names them in auth.objects',
  ),
  unauthorized_client: fault(
    400,
    'Ứng dụng không được phép dùng cách này',
    'The application may not do this',
    'Kiểm tra phạm vi (scope) của token và csc.authMode trong thiết lập',
    "Check the token's scope, and csc.authMode in the settings",
  ),
  invalid_grant: fault(
    400,
    'Mã hoặc token không còn giá trị',
    'The code or token is not, or no longer, good',
    'Bắt đầu lại từ oauth2/authorize; mỗi mã chỉ dùng một lần trong 60 giây',
    'Start again at oauth2/authorize; a code works once, within 60 seconds',
  ),
  temporarily_unavailable: fault(
    503,
    'Người ký chưa trả lời, hoặc dịch vụ đang bận',
    'The signer has not decided yet, or the service is busy',
    'Gọi lại đúng yêu cầu này sau giây lát',
    'Repeat this very call in a moment',
  ),
  unknown_client: fault(
    400,
    'Không có ứng dụng ký này',
    'There is no such signature application',
    'Dùng demo-portal, hoặc thêm ứng dụng vào csc.clients',
    'Use demo-portal, or add it to csc.clients',
  ),
  invalid_redirect: fault(
    400,
    'Địa chỉ quay về không khớp với địa chỉ đã đăng ký',
    'The redirect URI is not one that was registered',
    'Thêm đúng nguyên văn địa chỉ này vào csc.clients',
    'Add exactly this address to csc.clients',
  ),
  page_expired: fault(
    400,
    'Trang này đã hết hạn hoặc đã được dùng',
    'This page has expired, or was used already',
    'Quay lại ứng dụng ký và bắt đầu lại',
    'Go back to the signature application and start again',
  ),
} as const satisfies Record<string, FaultKind>;
