import type { Operation } from '../_contract.ts';
import * as oidc from '../_oidc.ts';
import { exchangeUserinfo } from './exchange-claims.ts';
import { examples } from './exchange-examples.ts';
import { tokenFails, userinfoFails } from './exchange-fails.ts';

const metadata = {
  method: 'GET',
  answers: { 200: oidc.discoveryAnswer },
  errors: 'problem',
  fidelity: 'unverified',
  note: {
    vi: 'Chỗ mà WSO2 Identity Server đặt mặc định; của máy chủ thật chưa ai thấy',
    en: 'Where WSO2 Identity Server puts it by default; the real host’s was not seen',
  },
  cors: true,
} as const;

/** What portals' servers call, and where their browsers begin. */
export const protocolOperations = {
  discovery: {
    ...metadata,
    path: '/oauth2/token/.well-known/openid-configuration',
    title: { vi: 'Thông tin máy chủ định danh', en: 'Provider metadata' },
    examples: examples.discovery,
  },
  discoveryByIssuerPath: {
    ...metadata,
    path: '/oauth2/oidcdiscovery/.well-known/openid-configuration',
    title: {
      vi: 'Thông tin máy chủ định danh, đường dẫn thứ hai',
      en: 'Provider metadata, at its other path',
    },
    examples: examples.discoveryByIssuerPath,
  },
  jwks: {
    method: 'GET',
    path: '/oauth2/jwks',
    title: { vi: 'Khóa công khai', en: 'Public keys' },
    examples: examples.jwks,
    answers: { 200: oidc.jwksAnswer },
    errors: 'problem',
    fidelity: 'unverified',
    cors: true,
  },
  authorize: {
    method: ['GET', 'POST'],
    path: '/oauth2/authorize',
    title: { vi: 'Bắt đầu đăng nhập', en: 'Authorization' },
    examples: examples.authorize,
    query: oidc.authorizeParameters,
    form: oidc.authorizeParameters,
    answers: { 200: 'html', 302: 'redirect', 303: 'redirect' },
    errors: 'own',
    fidelity: 'H',
    note: {
      vi: 'Đường dẫn, các tham số và acr_values=LoA1 đã biết; chuyển hướng tới oauth2_error.do khi sai client hoặc callback: một nguồn; prompt, max_age, claims, PKCE theo chuẩn',
      en: 'Path, parameters and acr_values=LoA1 are known; the redirect to oauth2_error.do for a wrong client or callback: one source; prompt, max_age, claims and PKCE are as the standard has them',
    },
  },
  token: {
    method: 'POST',
    path: '/oauth2/token',
    title: { vi: 'Đổi mã lấy token', en: 'Token' },
    fails: tokenFails,
    examples: examples.token,
    form: oidc.tokenForm,
    answers: { 200: oidc.tokenAnswer },
    errors: 'oauth',
    fidelity: 'H',
    note: {
      vi: 'Luôn có refresh_token; các mã lỗi theo RFC 6749, chưa kiểm chứng',
      en: 'There is always a refresh_token; the errors are those of RFC 6749, unverified',
    },
    cors: true,
  },
  userinfo: {
    method: ['POST', 'GET'],
    path: '/oauth2/userinfo',
    title: { vi: 'Thông tin người dùng', en: 'UserInfo' },
    fails: userinfoFails,
    examples: examples.userinfo,
    answers: { 200: exchangeUserinfo },
    errors: 'oauth',
    fidelity: 'H',
    note: {
      vi: 'Các cổng gọi POST với form rỗng; GET cũng được, chưa kiểm chứng. Tên và kiểu của các trường đã biết; giá trị của TrangThai và cách viết địa chỉ thành một dòng là của HopCat',
      en: 'Portals POST an empty form; GET works too, unverified. Names and types of the claims are known; the values of TrangThai and how an address becomes one line are our own',
    },
    cors: true,
  },
  introspect: {
    method: 'POST',
    path: '/oauth2/introspect',
    title: { vi: 'Kiểm tra token', en: 'Token introspection' },
    examples: examples.introspect,
    form: oidc.tokenHintForm,
    answers: { 200: oidc.introspectionAnswer },
    errors: 'oauth',
    fidelity: 'M',
    note: {
      vi: 'Các cổng gửi Bearer, token và state=0, đọc client_id và exp; đường dẫn theo mặc định của WSO2, chưa kiểm chứng',
      en: 'Portals send Bearer, token and state=0, and read client_id and exp; the path is WSO2’s default, unverified',
    },
  },
  revoke: {
    method: 'POST',
    path: '/oauth2/revoke',
    title: { vi: 'Thu hồi token', en: 'Token revocation' },
    examples: examples.revoke,
    form: oidc.tokenHintForm,
    answers: { 200: 'empty' },
    errors: 'oauth',
    fidelity: 'M',
    note: {
      vi: 'Tham số đã biết; đường dẫn theo mặc định của WSO2, chưa kiểm chứng',
      en: 'The parameters are known; the path is WSO2’s default, unverified',
    },
    cors: true,
  },
  endSession: {
    method: ['GET', 'POST'],
    path: '/oidc/logout',
    title: { vi: 'Đăng xuất', en: 'Logout' },
    examples: examples.endSession,
    query: oidc.authorizeParameters,
    form: oidc.authorizeParameters,
    answers: { 200: 'html', 302: 'redirect', 303: 'redirect' },
    errors: 'page',
    fidelity: 'M',
    note: {
      vi: 'Hai dạng: id_token_hint với post_logout_redirect_uri và state; hoặc access token và địa chỉ quay về. Tên hai tham số của dạng sau (access_token, callback) là của HopCat',
      en: 'Two shapes: id_token_hint with post_logout_redirect_uri and state; or an access token and where to go back. The names of the latter’s parameters (access_token, callback) are our own',
    },
  },
} as const satisfies Readonly<Record<string, Operation>>;
