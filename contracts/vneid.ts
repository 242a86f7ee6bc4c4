import * as z from 'zod';
import { defineContract } from './_contract.ts';
import * as oidc from './_oidc.ts';

/** A page's form that carries the authorization request along, as it was in the query. */
const request = z.lazy(() => z.string().max(32_000));

/** What the phone may see and decide of a QR sign-in. */
const qrSignIn = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    code: z.string(),
    client: z.string(),
    expiresAt: z.iso.datetime(),
  }),
);

export default defineContract({
  name: 'vneid',
  title: { vi: 'Đăng nhập VNeID', en: 'VNeID sign-in' },
  origin: 'https://sso.dancuquocgia.gov.vn',
  keeps: {
    client: 'calm',
    grant: 'hot',
    session: 'hot',
    consent: 'calm',
    pushed: 'hot',
    assertion: 'hot',
    'raw-code': 'hot',
    'sign-in': 'calm',
    qr: 'calm',
    tries: 'calm',
  },
  parts: {
    encrypt_key: {
      fidelity: 'M',
      note: {
        vi: 'Tham số encrypt_key ở địa chỉ quay về, và được gửi lại khi đổi mã: một nguồn',
        en: 'encrypt_key in the callback, sent back with the token request: one source',
      },
    },
    encrypted_code: {
      fidelity: 'M',
      note: {
        vi: 'Mã là base64 của AES-ECB (PKCS#7), khoá AES bọc bằng RSA PKCS#1 v1.5: một nguồn; độ dài khoá 256 bit là của HopCat',
        en: 'The code is base64 of AES-ECB (PKCS#7), its key wrapped by RSA PKCS#1 v1.5: one source; the key length of 256 bits is our own',
      },
    },
    decrypted_or_raw_code: {
      fidelity: 'unverified',
      note: {
        vi: 'Chưa rõ hệ thống thật cần mã đã giải mã hay mã gốc: chọn bằng vneid_code khi đăng ký ứng dụng',
        en: 'Whether the real system wants the decrypted or the raw code is not settled: choose by vneid_code at registration',
      },
    },
    envelope: {
      fidelity: 'M',
      note: {
        vi: 'Câu trả lời {data, key} của /token và /userinfo, không có id_token: một nguồn',
        en: 'The {data, key} answers of /token and /userinfo, without an id_token: one source',
      },
    },
    encrypted_claims: {
      fidelity: 'M',
      note: {
        vi: 'Tên citizenPid, fullName, birthDate, accountType, accountLevel: một nguồn; giá trị của accountType và accountLevel là của HopCat',
        en: 'The names citizenPid, fullName, birthDate, accountType, accountLevel: one source; the values of accountType and accountLevel are our own',
      },
    },
    acr: {
      fidelity: 'ours',
      note: {
        vi: 'Giá trị LoA1, LoA2 theo cách gọi của Cổng Dịch vụ công quốc gia',
        en: 'The values LoA1 and LoA2 follow the national portal',
      },
    },
    one_time_password: {
      fidelity: 'ours',
      note: {
        vi: 'Sáu chữ số, ba phút, năm lần thử, khoá mười lăm phút',
        en: 'Six digits, three minutes, five tries, a rest of fifteen minutes',
      },
    },
    lifetimes: {
      fidelity: 'ours',
      note: {
        vi: 'Mã 60 giây, token truy cập 1 giờ, token làm mới 14 ngày, phiên 8 giờ',
        en: 'Code 60 seconds, access token 1 hour, refresh token 14 days, session 8 hours',
      },
    },
  },
  faults: {
    ...oidc.oidcFaults,
    wrong_credentials: {
      status: 401,
      title: { vi: 'Số định danh hoặc mật khẩu không đúng', en: 'Wrong personal number or password' },
      cure: {
        vi: 'Kiểm tra lại, hoặc chọn một người trong bảng của hộp cát; mật khẩu là Aa@123456',
        en: 'Check them, or choose somebody in the sandbox panel; the password is Aa@123456',
      },
    },
    wrong_otp: {
      status: 401,
      title: { vi: 'Mã xác thực không đúng', en: 'Wrong one-time code' },
      cure: { vi: 'Mở điện thoại trong hộp cát để xem mã', en: 'Open the sandbox phone to read the code' },
    },
    otp_expired: {
      status: 401,
      title: { vi: 'Mã xác thực đã hết hạn', en: 'The one-time code has expired' },
      cure: { vi: 'Bấm gửi lại mã', en: 'Ask for a new code' },
    },
    sign_in_expired: {
      status: 400,
      title: { vi: 'Phiên đăng nhập đã hết hạn', en: 'This sign-in has expired' },
      cure: { vi: 'Quay lại cổng dịch vụ và đăng nhập lại', en: 'Go back to the portal and sign in again' },
    },
    too_many_tries: {
      status: 429,
      title: { vi: 'Sai quá nhiều lần, tạm khoá đăng nhập', en: 'Too many wrong tries: sign-in is paused' },
      cure: {
        vi: 'Chờ 15 phút, hoặc dời đồng hồ của không gian làm việc',
        en: "Wait 15 minutes, or move the workspace's clock",
      },
    },
    account_locked: {
      status: 403,
      title: { vi: 'Tài khoản VNeID đang bị khoá', en: 'The VNeID account is locked' },
      cure: {
        vi: 'Trên thực tế: mở khoá trong ứng dụng hoặc tại cơ quan công an. Ở đây: chọn người khác',
        en: 'In reality: unlock it in the app or at the police. Here: choose somebody else',
      },
    },
    account_not_activated: {
      status: 403,
      title: { vi: 'Tài khoản VNeID chưa được kích hoạt', en: 'The VNeID account is not activated' },
      cure: {
        vi: 'Trên thực tế: kích hoạt trong ứng dụng VNeID. Ở đây: chọn người khác',
        en: 'In reality: activate it in the VNeID app. Here: choose somebody else',
      },
    },
    no_account: {
      status: 403,
      title: { vi: 'Người này không có tài khoản VNeID', en: 'This person has no VNeID account' },
      cure: {
        vi: 'Trên thực tế: đăng ký tại cơ quan công an. Ở đây: chọn người khác',
        en: 'In reality: register at the police. Here: choose somebody else',
      },
    },
    person_deceased: {
      status: 403,
      title: { vi: 'Tài khoản đã khoá vì chủ tài khoản đã mất', en: 'Closed: the holder has died' },
      cure: { vi: 'Tài khoản này không dùng được nữa', en: 'This account cannot be used any more' },
    },
    qr_expired: {
      status: 410,
      title: { vi: 'Mã QR đã hết hạn', en: 'The QR code has expired' },
      cure: { vi: 'Bấm tải lại để lấy mã mới', en: 'Reload to get a new code' },
    },
  },
  operations: {
    discovery: {
      method: 'GET',
      path: '/.well-known/openid-configuration',
      title: { vi: 'Thông tin máy chủ đăng nhập', en: 'Provider metadata' },
      answers: { 200: oidc.discoveryAnswer },
      errors: 'problem',
      fidelity: 'standard',
      cors: true,
    },
    jwks: {
      method: 'GET',
      path: '/jwks',
      title: { vi: 'Khoá công khai', en: 'Public keys' },
      answers: { 200: oidc.jwksAnswer },
      errors: 'problem',
      fidelity: 'standard',
      cors: true,
    },
    authorize: {
      method: ['GET', 'POST'],
      path: '/auth',
      title: { vi: 'Bắt đầu đăng nhập', en: 'Authorization' },
      query: oidc.authorizeParameters,
      form: oidc.authorizeParameters,
      answers: { 200: 'html', 302: 'redirect', 303: 'redirect' },
      errors: 'page',
      fidelity: 'H',
      note: {
        vi: 'Đường dẫn và các tham số cơ bản đã biết; PKCE, PAR, claims, prompt theo chuẩn',
        en: 'The path and the basic parameters are known; PKCE, PAR, claims, prompt are as the standard has them',
      },
    },
    par: {
      method: 'POST',
      path: '/par',
      title: { vi: 'Đẩy trước yêu cầu đăng nhập', en: 'Pushed authorization request' },
      form: oidc.authorizeParameters,
      answers: { 201: oidc.parAnswer },
      errors: 'oauth',
      fidelity: 'standard',
    },
    token: {
      method: 'POST',
      path: '/token',
      title: { vi: 'Đổi mã lấy token', en: 'Token' },
      form: oidc.tokenForm,
      answers: { 200: oidc.tokenAnswer },
      errors: 'oauth',
      fidelity: 'M',
      note: {
        vi: 'Dạng mã hoá biết từ một nguồn; đường dẫn là của HopCat',
        en: 'The encrypted form is known from one source; the path is our own',
      },
      cors: true,
    },
    userinfo: {
      method: ['GET', 'POST'],
      path: '/userinfo',
      title: { vi: 'Thông tin người dùng', en: 'UserInfo' },
      answers: { 200: oidc.userinfoAnswer },
      errors: 'oauth',
      fidelity: 'M',
      note: {
        vi: 'Tên trường của dạng mã hoá biết từ một nguồn; đường dẫn là của HopCat',
        en: 'Claim names of the encrypted form are known from one source; the path is our own',
      },
      cors: true,
    },
    introspect: {
      method: 'POST',
      path: '/introspect',
      title: { vi: 'Kiểm tra token', en: 'Token introspection' },
      form: oidc.tokenHintForm,
      answers: { 200: oidc.introspectionAnswer },
      errors: 'oauth',
      fidelity: 'standard',
    },
    revoke: {
      method: 'POST',
      path: '/revoke',
      title: { vi: 'Thu hồi token', en: 'Token revocation' },
      form: oidc.tokenHintForm,
      answers: { 200: 'empty' },
      errors: 'oauth',
      fidelity: 'standard',
      cors: true,
    },
    endSession: {
      method: ['GET', 'POST'],
      path: '/logout',
      title: { vi: 'Đăng xuất', en: 'RP-initiated logout' },
      query: oidc.authorizeParameters,
      form: oidc.authorizeParameters,
      answers: { 200: 'html', 302: 'redirect', 303: 'redirect' },
      errors: 'page',
      fidelity: 'standard',
    },
    register: {
      method: 'POST',
      path: '/register',
      title: { vi: 'Đăng ký ứng dụng', en: 'Dynamic client registration' },
      json: z.lazy(() => z.record(z.string(), z.unknown())),
      answers: { 201: oidc.registrationAnswer },
      errors: 'oauth',
      fidelity: 'standard',
    },
    readClient: {
      method: 'GET',
      path: '/register/:client',
      title: { vi: 'Xem ứng dụng đã đăng ký', en: 'Read a registered client' },
      answers: { 200: oidc.registrationAnswer },
      errors: 'oauth',
      fidelity: 'standard',
    },
    updateClient: {
      method: 'PUT',
      path: '/register/:client',
      title: { vi: 'Sửa ứng dụng đã đăng ký', en: 'Update a registered client' },
      json: z.lazy(() => z.record(z.string(), z.unknown())),
      answers: { 200: oidc.registrationAnswer },
      errors: 'oauth',
      fidelity: 'standard',
    },
    deleteClient: {
      method: 'DELETE',
      path: '/register/:client',
      title: { vi: 'Xoá ứng dụng đã đăng ký', en: 'Delete a registered client' },
      answers: { 204: 'empty' },
      errors: 'oauth',
      fidelity: 'standard',
    },
    password: {
      method: 'POST',
      path: '/sign-in/password',
      title: { vi: 'Nhập số định danh và mật khẩu', en: 'Personal number and password' },
      form: z.lazy(() =>
        z.strictObject({ request, username: z.string().max(40), password: z.string().max(200) }),
      ),
      answers: { 303: 'redirect', 200: 'html', 401: 'html' },
      errors: 'page',
      fidelity: 'H',
    },
    person: {
      method: 'POST',
      path: '/sign-in/person',
      title: { vi: 'Chọn một người trong bảng của hộp cát', en: 'Choose somebody in the sandbox panel' },
      form: z.lazy(() => z.strictObject({ request, person: z.string().max(40) })),
      answers: { 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
    },
    otpPage: {
      method: 'GET',
      path: '/sign-in/otp',
      title: { vi: 'Trang nhập mã xác thực', en: 'One-time code page' },
      query: oidc.authorizeParameters,
      answers: { 200: 'html' },
      errors: 'page',
      fidelity: 'H',
    },
    otp: {
      method: 'POST',
      path: '/sign-in/otp',
      title: { vi: 'Nhập mã xác thực', en: 'One-time code' },
      form: z.lazy(() => z.strictObject({ request, otp: z.string().max(20) })),
      answers: { 303: 'redirect', 401: 'html' },
      errors: 'page',
      fidelity: 'H',
    },
    resendOtp: {
      method: 'POST',
      path: '/sign-in/otp/resend',
      title: { vi: 'Gửi lại mã xác thực', en: 'Send another code' },
      form: z.lazy(() => z.strictObject({ request })),
      answers: { 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
    },
    qrStatus: {
      method: 'GET',
      path: '/sign-in/qr/:id',
      title: { vi: 'Trạng thái mã QR', en: 'Status of a QR sign-in' },
      query: z.lazy(() => z.strictObject({ request })),
      answers: {
        200: z.lazy(() =>
          z.strictObject({
            status: z.enum(['pending', 'approved', 'refused', 'expired']),
            next: z.string().optional(),
          }),
        ),
      },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
    },
    qrFinish: {
      method: 'GET',
      path: '/sign-in/qr/:id/finish',
      title: { vi: 'Tiếp tục sau khi quét mã QR', en: 'Go on after the QR code was approved' },
      query: z.lazy(() => z.strictObject({ request })),
      answers: { 303: 'redirect', 200: 'html' },
      errors: 'page',
      fidelity: 'ours',
    },
    openQr: {
      method: 'GET',
      path: '/app/qr',
      title: { vi: 'Các mã QR đang chờ quét', en: 'QR sign-ins that wait for a phone' },
      answers: { 200: z.lazy(() => z.strictObject({ signIns: z.array(qrSignIn) })) },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
    },
    decideQr: {
      method: 'POST',
      path: '/app/qr/:id',
      title: { vi: 'Điện thoại duyệt mã QR', en: 'The phone decides on a QR sign-in' },
      json: z.lazy(() =>
        z.strictObject({ person: z.string().max(40), decision: z.enum(['approve', 'refuse']) }),
      ),
      answers: { 204: 'empty' },
      errors: 'problem',
      fidelity: 'ours',
    },
    consent: {
      method: 'POST',
      path: '/consent',
      title: { vi: 'Đồng ý hoặc từ chối', en: 'Agree or refuse' },
      form: z.lazy(() => z.strictObject({ request, decision: z.enum(['approve', 'refuse']) })),
      answers: { 200: 'html', 303: 'redirect' },
      errors: 'page',
      fidelity: 'M',
    },
    confirmLogout: {
      method: 'POST',
      path: '/logout/confirm',
      title: { vi: 'Xác nhận đăng xuất', en: 'Confirm the logout' },
      form: z.lazy(() => z.strictObject({ request, decision: z.enum(['sign-out', 'stay']) })),
      answers: { 200: 'html', 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
    },
  },
});
