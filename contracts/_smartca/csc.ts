import type { Operation } from '../_contract.ts';
import * as data from './csc-data.ts';
import { examples } from './csc-examples.ts';
import * as oauth from './oauth-data.ts';

/** Signing in at VNPT, so that an application may ask for signatures. */
export const oauthOperations = {
  authorize: {
    method: ['GET', 'POST'],
    path: '/auth/authorize',
    title: { vi: 'OAuth: xin phép thuê bao', en: "OAuth: ask for the subscriber's leave" },
    query: oauth.authorizeInput,
    form: oauth.authorizeInput,
    answers: { 200: 'html', 303: 'redirect' },
    errors: 'page',
    examples: examples.authorize,
    fidelity: 'H',
    note: {
      vi: 'Trang đăng nhập là của HopCat; mã sống 15 giây. Chế độ tự động (autopilot) trả mã ngay',
      en: "The sign-in page is ours; the code lives 15 seconds. The workspace's autopilot answers at once",
    },
  },
  login: {
    method: 'POST',
    path: '/auth/login',
    title: { vi: 'OAuth: thuê bao đăng nhập và đồng ý', en: 'OAuth: the subscriber signs in and consents' },
    form: oauth.loginForm,
    answers: { 303: 'redirect' },
    errors: 'page',
    ownPages: true,
    examples: examples.login,
    fidelity: 'ours',
  },
  token: {
    method: 'POST',
    path: '/auth/token',
    title: {
      vi: 'OAuth: đổi mã, refresh token hoặc mật khẩu',
      en: 'OAuth: for a code, a refresh token or a password',
    },
    form: oauth.tokenForm,
    answers: { 200: oauth.tokenAnswer },
    errors: 'oauth',
    fails: {
      'expired-credential': {
        title: { vi: 'Tài khoản của ứng dụng hết hạn', en: "The application's account has expired" },
        fault: 'invalid_client',
      },
    },
    examples: examples.token,
    fidelity: 'H',
    note: {
      vi: 'Lời của error_description là của HopCat; refresh token sống 90 ngày, mỗi token dùng một lần',
      en: 'The words of error_description are ours; a refresh token lives 90 days, and works once',
    },
  },
} as const satisfies Record<string, Operation>;

const expired = {
  'expired-credential': {
    title: { vi: 'Token hết hạn', en: 'The token has expired' },
    fault: 'token_invalid',
  },
  'system-error': {
    title: { vi: 'Hệ thống SmartCA gặp lỗi (50000)', en: 'SmartCA fails (50000)' },
    fault: 'server_error',
  },
} as const;

const quota = {
  title: { vi: 'Hết lượt ký (65000)', en: 'No signatures are left (65000)' },
  fault: 'service_pack',
} as const;

/** What an application may ask with a subscriber's token. */
export const cscOperations = {
  userInfo: {
    method: 'POST',
    path: '/identityapi/userinfo/info',
    title: { vi: 'Thuê bao là ai', en: 'Who the subscriber is' },
    json: data.nothing,
    answers: { 200: data.userInfoAnswer },
    errors: 'own',
    fails: expired,
    examples: examples.userInfo,
    fidelity: 'H',
  },
  list: {
    method: 'POST',
    path: '/csc/credentials/list',
    title: { vi: 'Chứng thư số của thuê bao', en: "The subscriber's credentials" },
    json: data.nothing,
    answers: { 200: data.listAnswer },
    errors: 'own',
    fails: expired,
    examples: examples.list,
    fidelity: 'H',
  },
  info: {
    method: 'POST',
    path: '/csc/credentials/info',
    title: { vi: 'Mọi điều về một chứng thư số', en: 'Everything about a credential' },
    json: data.infoRequest,
    answers: { 200: data.infoAnswer },
    errors: 'own',
    fails: expired,
    examples: examples.info,
    fidelity: 'M',
    note: {
      vi: 'Mẫu trong tài liệu in phần content mà không có phong bì {code, codeDesc, message, content}; ở đây có phong bì như mọi thao tác khác',
      en: 'The sample in the document prints the content without its envelope {code, codeDesc, message, content}; here it has one, like every other operation',
    },
  },
  signFile: {
    method: 'POST',
    path: '/csc/signature/sign',
    title: { vi: 'Yêu cầu thuê bao ký tệp', en: 'Ask the subscriber to sign files' },
    json: data.signRequest,
    maxBytes: 4_500_000,
    answers: { 200: data.signAnswer },
    errors: 'own',
    fails: { ...expired, quota },
    examples: examples.signFile,
    fidelity: 'M',
    note: {
      vi: 'Chữ ký trên SHA-256 của tệp nằm trong sig; dataSigned (tệp có chữ ký bên trong) luôn null',
      en: "sig holds the signature over the file's SHA-256; dataSigned, the file with a signature in it, is always null",
    },
  },
  signHash: {
    method: 'POST',
    path: '/csc/signature/signhash',
    title: { vi: 'Yêu cầu thuê bao ký mã băm', en: 'Ask the subscriber to sign hashes' },
    json: data.signHashRequest,
    answers: { 200: data.signAnswer },
    errors: 'own',
    fails: { ...expired, quota },
    examples: examples.signHash,
    fidelity: 'H',
  },
  tranInfo: {
    method: 'POST',
    path: '/csc/credentials/gettraninfo',
    title: { vi: 'Giao dịch đã tới đâu', en: 'Where a transaction stands' },
    json: data.tranInfoRequest,
    answers: { 200: data.tranInfoAnswer },
    errors: 'own',
    fails: expired,
    examples: examples.tranInfo,
    fidelity: 'H',
  },
} as const satisfies Record<string, Operation>;
