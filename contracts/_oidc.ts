import * as z from 'zod';
import type { FaultKind } from './_contract.ts';

/** A single parameter. A repeated one arrives as an array and is refused (RFC 6749, 3.1). */
const parameter = () => z.string().max(8_192);

/**
 * The authorization request. Repeated parameters are let through, because how they are refused (a page, or a
 * redirect to the portal) depends on the others: the engine checks them.
 */
export const authorizeParameters = z.lazy(() =>
  z.record(z.string().max(100), z.union([parameter(), z.array(parameter())])),
);

/** RFC 6749 4.1.3 and 6; client authentication by RFC 6749 2.3.1 and RFC 7523. */
export const tokenForm = z.lazy(() => {
  const optional = parameter().optional();
  return z.looseObject({
    grant_type: parameter(),
    code: optional,
    redirect_uri: optional,
    code_verifier: optional,
    refresh_token: optional,
    scope: optional,
    client_id: optional,
    client_secret: optional,
    client_assertion_type: optional,
    client_assertion: optional,
    encrypt_key: optional,
  });
});

/** RFC 7662 2.1 and RFC 7009 2.1. */
export const tokenHintForm = z.lazy(() => {
  const optional = parameter().optional();
  return z.looseObject({
    token: parameter(),
    token_type_hint: optional,
    client_id: optional,
    client_secret: optional,
    client_assertion_type: optional,
    client_assertion: optional,
  });
});

/** The envelope of VNeID's encrypted profile: AES ciphertext, and the AES key wrapped for the portal. */
export const envelope = z.lazy(() => z.strictObject({ data: z.base64(), key: z.base64() }));

export const tokenAnswer = z.lazy(() =>
  z.union([
    z.strictObject({
      access_token: z.string(),
      token_type: z.literal('Bearer'),
      expires_in: z.int().positive(),
      scope: z.string(),
      id_token: z.string().optional(),
      refresh_token: z.string().optional(),
    }),
    envelope,
  ]),
);

export const parAnswer = z.lazy(() =>
  z.strictObject({ request_uri: z.string(), expires_in: z.int().positive() }),
);

export const userinfoAnswer = z.lazy(() =>
  z.union([z.looseObject({ sub: z.string() }), envelope, z.string()]),
);

export const introspectionAnswer = z.lazy(() =>
  z.union([
    z.strictObject({ active: z.literal(false) }),
    z.strictObject({
      active: z.literal(true),
      scope: z.string(),
      client_id: z.string(),
      sub: z.string(),
      iss: z.url(),
      token_type: z.enum(['Bearer', 'refresh_token']),
      exp: z.int(),
      iat: z.int(),
    }),
  ]),
);

export const discoveryAnswer = z.lazy(() =>
  z.looseObject({
    issuer: z.string(),
    authorization_endpoint: z.string(),
    token_endpoint: z.string(),
    userinfo_endpoint: z.string(),
    jwks_uri: z.string(),
  }),
);

export const jwksAnswer = z.lazy(() =>
  z.strictObject({
    keys: z.array(
      z.strictObject({
        kty: z.string(),
        kid: z.string(),
        use: z.literal('sig'),
        alg: z.string().optional(),
        n: z.string().optional(),
        e: z.string().optional(),
        crv: z.string().optional(),
        x: z.string().optional(),
        y: z.string().optional(),
      }),
    ),
  }),
);

export const signingAlgs = ['RS256', 'ES256', 'PS256'] as const;
export type SigningAlg = (typeof signingAlgs)[number];

const httpUrl = z.lazy(() =>
  z
    .string()
    .max(2_000)
    .refine(
      (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
      'must be an http or https URL',
    )
    .refine((text) => !text.includes('#'), 'must have no fragment'),
);

const redirectUri = z.lazy(() =>
  z
    .string()
    .max(2_000)
    .regex(/^[\x21-\x7e]*$/, 'must be plain ASCII: percent-encode the rest (RFC 3986)')
    .refine(
      (text) => URL.canParse(text) && !/^(javascript|data|vbscript|file|about|blob):/i.test(text),
      'must be an absolute URI that a browser can be sent to',
    )
    .refine((text) => !text.includes('#'), 'must have no fragment'),
);

const publicJwk = z.lazy(() =>
  z
    .looseObject({ kty: z.enum(['RSA', 'EC']), kid: z.string().max(200).optional() })
    .refine((jwk) => !('d' in jwk), 'holds a private key: never send one'),
);

/** What a client tells of itself: OpenID Connect Dynamic Client Registration 1.0, 2, with the logout documents. */
export const clientMetadata = z.lazy(() =>
  z.object({
    redirect_uris: z.array(redirectUri).min(1).max(50),
    client_name: z.string().min(1).max(200).optional(),
    client_uri: httpUrl.optional(),
    logo_uri: httpUrl.optional(),
    policy_uri: httpUrl.optional(),
    tos_uri: httpUrl.optional(),
    contacts: z.array(z.string().max(200)).max(10).optional(),
    application_type: z.enum(['web', 'native']).optional(),
    grant_types: z
      .array(z.enum(['authorization_code', 'refresh_token']))
      .min(1)
      .optional(),
    response_types: z.array(z.literal('code')).min(1).optional(),
    token_endpoint_auth_method: z
      .enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'])
      .optional(),
    token_endpoint_auth_signing_alg: z.enum(signingAlgs).optional(),
    jwks: z.object({ keys: z.array(publicJwk).min(1).max(20) }).optional(),
    jwks_uri: httpUrl.optional(),
    scope: z.string().max(500).optional(),
    subject_type: z.enum(['public', 'pairwise']).optional(),
    sector_identifier_uri: httpUrl.optional(),
    id_token_signed_response_alg: z.enum(signingAlgs).optional(),
    userinfo_signed_response_alg: z.enum(signingAlgs).optional(),
    default_max_age: z.int().min(0).optional(),
    require_auth_time: z.boolean().optional(),
    default_acr_values: z
      .array(z.enum(['LoA1', 'LoA2']))
      .max(2)
      .optional(),
    post_logout_redirect_uris: z.array(redirectUri).max(50).optional(),
    backchannel_logout_uri: httpUrl.optional(),
    backchannel_logout_session_required: z.boolean().optional(),
    frontchannel_logout_uri: httpUrl.optional(),
    frontchannel_logout_session_required: z.boolean().optional(),
    require_pushed_authorization_requests: z.boolean().optional(),
    /** `encrypted`: VNeID's own profile, with `encrypt_key` and `{data, key}` envelopes. HopCat's own field. */
    vneid_profile: z.enum(['standard', 'encrypted']).optional(),
    /** Which code the encrypted profile's token request carries. HopCat's own field. */
    vneid_code: z.enum(['decrypted', 'raw']).optional(),
  }),
);

export type ClientMetadata = z.infer<typeof clientMetadata>;

export const registrationAnswer = z.lazy(() =>
  z.looseObject({
    client_id: z.string(),
    client_id_issued_at: z.int(),
    client_secret: z.string().optional(),
    client_secret_expires_at: z.literal(0).optional(),
    registration_access_token: z.string().optional(),
    registration_client_uri: z.string().optional(),
  }),
);

const oauthFault = (status: number, vi: string, en: string, cureVi: string, cureEn: string): FaultKind => ({
  status,
  title: { vi, en },
  cure: { vi: cureVi, en: cureEn },
});

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
    'Dùng URL tuyệt đối, không có phần #',
    'Use absolute URLs without a fragment',
  ),
  invalid_client_metadata: oauthFault(
    400,
    'Thông tin đăng ký ứng dụng không hợp lệ',
    'The client metadata is not valid',
    'Sửa các trường được nêu',
    'Mend the named fields',
  ),
} as const satisfies Record<string, FaultKind>;

export type OidcFault = keyof typeof oidcFaults;
