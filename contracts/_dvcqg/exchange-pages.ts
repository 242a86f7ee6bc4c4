import * as z from 'zod';
import type { Operation } from '../_contract.ts';
import * as oidc from '../_oidc.ts';
import { examples } from './exchange-examples.ts';
import { remoteAuthorities } from './registration-ways.ts';

const key = z.lazy(() => z.string().max(100));
const shown = z.lazy(() => z.string().max(1_000).optional());

const confirmation = z.lazy(() => z.object({ sessionDataKey: key, transaction: z.string().max(100) }));

const kind = z.lazy(() => z.enum(['citizen', 'enterprise', 'agency']));

/** What the page of a USB token sends, under WSO2's names; or user name and password. */
const commonauth = z.lazy(() =>
  z.union([
    z.object({
      sessionDataKey: key,
      /** Of the certificate that signed, hex. */
      serial: z.string().max(100),
      /** A JWS (VGCA), or CMS in base64 (VNPT-CA). */
      signedData: z.string().min(1).max(60_000),
      /** What was signed: JSON that holds the `sessionDataKey`. */
      dataBeforeSign: z.string().max(4_000),
    }),
    z.object({ sessionDataKey: key, username: z.string().max(100), password: z.string().max(200) }),
  ]),
);

/** What a browser meets on its way through the exchange. */

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
    title: {
      vi: 'Gửi tên đăng nhập và mật khẩu, hoặc chữ ký của USB ký số',
      en: "User name and password, or a token's signature",
    },
    form: commonauth,
    answers: { 303: 'redirect', 401: 'html', 403: 'html' },
    errors: 'page',
    fidelity: 'M',
    note: {
      vi: 'Như WSO2: biểu mẫu gửi sessionDataKey, username, password tới ../commonauth; trang USB ký số gửi serial, signedData, dataBeforeSign, sessionDataKey. Tên trường và mã USB_… đã biết; mã nào ứng với lỗi nào, và CMS của VNPT-CA ở đây, là của HopCat',
      en: "As WSO2 has it: a form sends sessionDataKey, username and password to ../commonauth; a token's page sends serial, signedData, dataBeforeSign and sessionDataKey. The fields and the codes USB_… are known; which code means which mistake, and CMS by VNPT-CA here, are our own",
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
        kind,
        /** Number of the SIM, or slug of whoever signs; of a token it may be empty. */
        holder: z.string().max(40),
        /** Authority of a remote signature; VNPT-CA unless told. */
        ca: z.enum(remoteAuthorities).optional(),
      }),
    ),
    answers: { 200: 'html', 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
    note: {
      vi: 'SIM và ký từ xa được hỏi trên điện thoại; USB ký số thì sang trang nói chuyện với phần mềm ký',
      en: 'SIM and remote signatures are asked for on the phone; a token leads to the page that talks to its plug-in',
    },
  },
  tokenPage: {
    method: 'GET',
    path: '/authenticationendpoint/usb-token.do',
    title: { vi: 'Trang ký bằng USB ký số để đăng nhập', en: 'The page that signs in by a USB token' },
    query: z.lazy(() =>
      z.object({
        sessionDataKey: key,
        kind,
        /** Whose token the page answers for by itself; absent: the plug-in of the computer. */
        person: z.string().max(40).optional(),
      }),
    ),
    answers: { 200: 'html' },
    errors: 'page',
    fidelity: 'ours',
    note: {
      vi: 'Trang gọi phần mềm ký qua WebSocket (VGCA SignJson, hoặc VNPT-CA SignCMS) trên JSON chứa sessionDataKey, rồi gửi tới ../commonauth. Đường dẫn và kind là của HopCat',
      en: 'The page has the plug-in (VGCA SignJson, or VNPT-CA SignCMS) sign a JSON that holds the sessionDataKey, and posts to ../commonauth. Path and kind are our own',
    },
  },
  confirmSignature: {
    method: 'POST',
    path: '/authenticationendpoint/signature/confirm.do',
    title: { vi: 'Người ký đã ký trên điện thoại chưa', en: 'Has the signer signed on the phone' },
    form: confirmation,
    answers: { 200: 'html', 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
    note: {
      vi: 'Trang tự hỏi lại (GET) tới khi có chữ ký; transaction phải là của chính phiên đăng nhập này',
      en: 'The page asks by itself (GET) until the signature is there; the transaction must be of this very sign-in',
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
