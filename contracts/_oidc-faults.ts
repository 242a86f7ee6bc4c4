import type { FaultKind } from './_contract.ts';

const oauthFault = (status: number, vi: string, en: string, cureVi: string, cureEn: string): FaultKind => ({
  status,
  title: { vi, en },
  cure: { vi: cureVi, en: cureEn },
});

/** Of a register whose tokens are from machine to machine (RFC 6749, 4.4). */
export const onlyClientCredentials = oauthFault(
  400,
  'Không hỗ trợ loại cấp quyền này',
  'Unsupported grant type',
  'Dùng grant_type=client_credentials',
  'Use grant_type=client_credentials',
);

/** RFC 6749 4.1.2.1 and 5.2, RFC 6750 3.1, OpenID Connect Core 3.1.2.6, RFC 7591 3.2.2. */
export const oidcFaults = {
  invalid_request: oauthFault(
    400,
    'Yêu cầu thiếu hoặc sai tham số',
    'The request lacks a parameter or has a wrong one',
    'Nhà phát triển cổng cần sửa yêu cầu theo chi tiết kỹ thuật bên dưới',
    "The portal's developers must mend the request as the technical detail says",
  ),
  invalid_client: oauthFault(
    401,
    'Không xác thực được ứng dụng',
    'The client could not be authenticated',
    'Kiểm tra client_id, bí mật và cách xác thực đã đăng ký',
    'Check the client id, the secret and the registered authentication method',
  ),
  unknown_client: oauthFault(
    400,
    'Không có ứng dụng này',
    'There is no such client',
    'Đăng ký ứng dụng qua /register hoặc API điều khiển, hoặc dùng demo-portal',
    'Register it at /register or by the control API, or use demo-portal',
  ),
  invalid_redirect: oauthFault(
    400,
    'Địa chỉ quay về không khớp với địa chỉ đã đăng ký',
    'The redirect URI is not one that was registered',
    'Đăng ký đúng nguyên văn địa chỉ này, kể cả dấu gạch chéo cuối',
    'Register exactly this address, trailing slash included',
  ),
  invalid_grant: oauthFault(
    400,
    'Mã hoặc token không còn giá trị',
    'The code or token is not, or no longer, good',
    'Bắt đầu đăng nhập lại; mỗi mã chỉ dùng một lần trong 60 giây',
    'Start the sign-in again; a code works once, within 60 seconds',
  ),
  unauthorized_client: oauthFault(
    400,
    'Ứng dụng không được phép dùng cách này',
    'This client may not do that',
    'Đăng ký lại ứng dụng với grant_types hoặc response_types cần thiết',
    'Register the client with the grant type or response type that it needs',
  ),
  unsupported_grant_type: oauthFault(
    400,
    'Không hỗ trợ loại cấp quyền này',
    'Unsupported grant type',
    'Dùng authorization_code hoặc refresh_token',
    'Use authorization_code or refresh_token',
  ),
  unsupported_response_type: oauthFault(
    400,
    'Không hỗ trợ response_type này',
    'Unsupported response type',
    'Dùng response_type=code',
    'Use response_type=code',
  ),
  invalid_scope: oauthFault(
    400,
    'Phạm vi dữ liệu không hợp lệ',
    'The scope is not valid',
    'Chỉ xin các phạm vi mà ứng dụng đã đăng ký',
    'Ask only for scopes that the client has registered',
  ),
  access_denied: oauthFault(
    403,
    'Người dùng từ chối',
    'The person refused',
    'Thử lại nếu bạn muốn tiếp tục',
    'Try again if you want to go on',
  ),
  login_required: oauthFault(
    400,
    'Cần đăng nhập',
    'Sign-in is needed',
    'Gọi lại không kèm prompt=none',
    'Ask again without prompt=none',
  ),
  consent_required: oauthFault(
    400,
    'Cần người dùng đồng ý',
    'Consent is needed',
    'Gọi lại không kèm prompt=none',
    'Ask again without prompt=none',
  ),
  interaction_required: oauthFault(
    400,
    'Cần thao tác của người dùng',
    'The person must act',
    'Gọi lại không kèm prompt=none',
    'Ask again without prompt=none',
  ),
  unmet_authentication_requirements: oauthFault(
    403,
    'Tài khoản không đạt mức xác thực được yêu cầu',
    'The account cannot reach the requested level',
    'Dùng tài khoản mức 2, hoặc yêu cầu mức thấp hơn',
    'Use an account of level 2, or ask for less',
  ),
  request_not_supported: oauthFault(
    400,
    'Không hỗ trợ tham số request',
    'The request parameter is not supported',
    'Gửi các tham số trực tiếp hoặc qua /par',
    'Send the parameters plainly or through /par',
  ),
  request_uri_not_supported: oauthFault(
    400,
    'Không hỗ trợ request_uri ngoài PAR',
    'Only request URIs from /par are supported',
    'Đẩy yêu cầu qua /par trước',
    'Push the request to /par first',
  ),
  registration_not_supported: oauthFault(
    400,
    'Không hỗ trợ tham số registration',
    'The registration parameter is not supported',
    'Đăng ký ứng dụng qua /register',
    'Register the client at /register',
  ),
  invalid_request_uri: oauthFault(
    400,
    'request_uri đã hết hạn hoặc đã dùng',
    'The request URI has expired or was used',
    'Đẩy lại yêu cầu qua /par',
    'Push the request to /par again',
  ),
  invalid_token: oauthFault(
    401,
    'Token không hợp lệ hoặc đã hết hạn',
    'The token is not valid, or has expired',
    'Lấy token mới',
    'Get a new token',
  ),
  insufficient_scope: oauthFault(
    403,
    'Token không mở được dữ liệu này',
    'The token does not open this',
    'Dùng token có phạm vi openid',
    'Use a token whose scope holds openid',
  ),
  invalid_redirect_uri: oauthFault(
    400,
    'redirect_uris không hợp lệ',
    'The redirect URIs are not valid',
    'Nêu ít nhất một URL tuyệt đối, không có phần #, trong redirect_uris',
    'Name at least one absolute URL without a fragment in redirect_uris',
  ),
  invalid_client_metadata: oauthFault(
    400,
    'Thông tin đăng ký ứng dụng không hợp lệ',
    'The client metadata is not valid',
    'Sửa các trường được nêu',
    'Mend the named fields',
  ),
} as const satisfies Record<string, FaultKind>;
