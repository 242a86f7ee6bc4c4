import * as z from 'zod';
import type { Operation } from '../_contract.ts';
import * as oidc from '../_oidc.ts';
import { examples } from './exchange-examples.ts';

const key = z.lazy(() => z.string().max(100));
const shown = z.lazy(() => z.string().max(1_000).optional());

/** What a browser meets on its way through the exchange. */
/** `pin`: of the stand-in for tokens. */
const confirmation = z.lazy(() =>
  z.object({
    sessionDataKey: key,
    transaction: z.string().max(100),
    pin: z.string().max(20).optional(),
  }),
);

export const pageOperations = {
  loginPage: {
    method: 'GET',
    path: '/authenticationendpoint/login.do',
    title: { vi: 'Trang đăng nhập', en: 'Sign-in page' },
    query: oidc.authorizeParameters,
    answers: { 200: 'html' },
    errors: 'page',
    fidelity: 'H',
    note: {
      vi: 'Đường dẫn đã biết; trang chỉ mở được bằng sessionDataKey của chính trình duyệt đó',
      en: 'The path is known; the page opens with the sessionDataKey of that very browser',
    },
  },
  commonauth: {
    method: 'POST',
    path: '/commonauth',
    title: { vi: 'Gửi tên đăng nhập và mật khẩu', en: 'User name and password' },
    form: z.lazy(() =>
      z.object({ sessionDataKey: key, username: z.string().max(100), password: z.string().max(200) }),
    ),
    answers: { 303: 'redirect', 401: 'html', 403: 'html' },
    errors: 'page',
    fidelity: 'M',
    note: {
      vi: 'Như WSO2: biểu mẫu gửi sessionDataKey, username, password tới ../commonauth',
      en: 'As WSO2 has it: a form sends sessionDataKey, username and password to ../commonauth',
    },
  },
  commonauthReturn: {
    method: 'GET',
    path: '/commonauth',
    title: { vi: 'Đi sang VNeID, và từ VNeID quay về', en: 'To VNeID, and back from it' },
    query: oidc.authorizeParameters,
    answers: { 200: 'html', 302: 'redirect', 303: 'redirect' },
    errors: 'page',
    fidelity: 'L',
    note: {
      vi: 'idp và sessionDataKey như WSO2; code và state từ VNeID. Cổng thật nối với VNeID thế nào thì chưa ai thấy',
      en: 'idp and sessionDataKey as WSO2 has them; code and state from VNeID. How the real portal is connected to VNeID was not seen',
    },
  },
  codePage: {
    method: 'GET',
    path: '/authenticationendpoint/sms-code.do',
    title: { vi: 'Trang nhập mã xác thực', en: 'One-time code page' },
    query: z.lazy(() => z.object({ sessionDataKey: key })),
    answers: { 200: 'html' },
    errors: 'page',
    fidelity: 'ours',
  },
  code: {
    method: 'POST',
    path: '/authenticationendpoint/sms-code.do',
    title: { vi: 'Nhập mã xác thực', en: 'One-time code' },
    form: z.lazy(() => z.object({ sessionDataKey: key, code: z.string().max(20) })),
    answers: { 303: 'redirect', 401: 'html' },
    errors: 'page',
    fidelity: 'ours',
  },
  resendCode: {
    method: 'POST',
    path: '/authenticationendpoint/sms-code/resend.do',
    title: { vi: 'Gửi lại mã xác thực', en: 'Send another code' },
    form: z.lazy(() => z.object({ sessionDataKey: key })),
    answers: { 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
  },
  signature: {
    method: 'POST',
    path: '/authenticationendpoint/signature.do',
    title: { vi: 'Bắt đầu ký để đăng nhập', en: 'Begin to sign in by a signature' },
    form: z.lazy(() =>
      z.object({
        sessionDataKey: key,
        method: z.enum(['usb', 'sim', 'remote']),
        kind: z.enum(['citizen', 'enterprise', 'agency']),
        /** Number of the SIM, or slug of whoever signs. */
        holder: z.string().max(40),
      }),
    ),
    answers: { 200: 'html' },
    errors: 'page',
    fidelity: 'ours',
    note: {
      vi: 'Đứng trước bên ký thử; trang thật của WSO2 gửi serial, signedData, dataBeforeSign tới ../commonauth',
      en: 'In front of the stand-in; WSO2’s real page posts serial, signedData and dataBeforeSign to ../commonauth',
    },
  },
  confirmSignature: {
    method: 'POST',
    path: '/authenticationendpoint/signature/confirm.do',
    title: {
      vi: 'Ký bằng mã PIN, hoặc xem người ký đã ký chưa',
      en: 'Sign with the PIN, or see whether the signer has',
    },
    form: confirmation,
    answers: { 200: 'html', 303: 'redirect', 401: 'html' },
    errors: 'page',
    fidelity: 'ours',
    note: {
      vi: 'PIN chỉ của bên ký thử thay USB; SIM và ký từ xa được hỏi trên điện thoại, trang tự hỏi lại (GET) tới khi có chữ ký',
      en: 'The PIN is of the stand-in for tokens; SIM and remote signatures are asked for on the phone, and the page asks by itself (GET) until they are there',
    },
  },
  awaitSignature: {
    method: 'GET',
    path: '/authenticationendpoint/signature/confirm.do',
    title: {
      vi: 'Trang chờ tự hỏi người ký đã ký chưa',
      en: 'The page that waits asks whether the signer has signed',
    },
    query: confirmation,
    answers: { 200: 'html', 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
    quiet: true,
  },
  errorPage: {
    method: 'GET',
    path: '/authenticationendpoint/oauth2_error.do',
    title: { vi: 'Trang lỗi OAuth', en: 'OAuth error page' },
    examples: examples.errorPage,
    query: z.lazy(() => z.object({ oauthErrorCode: shown, oauthErrorMsg: shown, hopcat_detail: shown })),
    answers: { 200: 'html' },
    errors: 'page',
    fidelity: 'M',
    note: {
      vi: 'Đường dẫn, hai tham số và invalid_callback đã biết; các mã khác, lời giải thích và hopcat_detail là của HopCat',
      en: 'The path, both parameters and invalid_callback are known; the other codes, the explanations and hopcat_detail are our own',
    },
  },
  logoutPage: {
    method: 'GET',
    path: '/authenticationendpoint/oauth2_logout.do',
    title: { vi: 'Trang sau khi đăng xuất', en: 'Page after the logout' },
    examples: examples.logoutPage,
    answers: { 200: 'html' },
    errors: 'page',
    fidelity: 'M',
  },
  confirmLogout: {
    method: 'POST',
    path: '/oidc/logout/confirm',
    title: { vi: 'Xác nhận đăng xuất', en: 'Confirm the logout' },
    form: z.lazy(() =>
      z.strictObject({ request: z.string().max(32_000), decision: z.enum(['sign-out', 'stay']) }),
    ),
    answers: { 200: 'html', 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
  },
  backchannelLogout: {
    method: 'POST',
    path: '/identity/backchannel-logout',
    title: { vi: 'VNeID báo một phiên đã kết thúc', en: 'VNeID tells that a session is over' },
    form: z.lazy(() => z.looseObject({ logout_token: z.string().max(8_192) })),
    answers: { 200: 'empty' },
    errors: 'oauth',
    fidelity: 'standard',
  },
  signIn: {
    method: 'GET',
    path: '/sign-in',
    title: { vi: 'Đăng nhập vào chính Cổng', en: 'Sign in to the national portal itself' },
    examples: examples.signIn,
    query: z.lazy(() =>
      z.strictObject({
        /** A path below the national portal. */
        to: z
          .string()
          .max(1_000)
          .regex(
            /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/,
            'Phải là một đường dẫn của Cổng / Must be a path of the portal',
          )
          .default('/'),
        /** Goes on to VNeID without the page. `link`: and links the account that is signed in. */
        with: z.enum(['vneid', 'link']).optional(),
      }),
    ),
    answers: { 302: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
  },
} as const satisfies Readonly<Record<string, Operation>>;
