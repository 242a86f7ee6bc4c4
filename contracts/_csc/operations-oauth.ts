import type { Operation } from '../_contract.ts';
import { examples } from './examples-oauth.ts';
import * as oauth from './oauth.ts';

const page = { errors: 'page', fidelity: 'ours' } as const;

/** OAuth 2.0, for both versions. */
export const oauthOperations = {
  oauthAuthorize: {
    method: 'GET',
    path: '/oauth2/authorize',
    title: { vi: 'Xin phép người ký trên trang web', en: "Ask for the signer's leave on a page" },
    query: oauth.authorizeQuery,
    answers: { 200: 'html', 303: 'redirect' },
    errors: 'page',
    fails: {
      denied: {
        title: { vi: 'Trang báo người dùng bị từ chối', en: 'A page says that it is refused' },
        fault: 'access_denied',
      },
    },
    examples: examples.authorize,
    fidelity: 'standard',
  },
  oauthSignIn: {
    ...page,
    method: 'POST',
    path: '/oauth2/sign-in',
    title: { vi: 'Người ký đăng nhập', en: 'The signer signs in' },
    form: oauth.signInForm,
    answers: { 200: 'html', 303: 'redirect', 401: 'html' },
    ownPages: true,
    examples: examples.signIn,
  },
  oauthDecide: {
    ...page,
    method: 'POST',
    path: '/oauth2/decide',
    title: { vi: 'Người ký cho phép hoặc từ chối', en: 'The signer approves or refuses' },
    form: oauth.decideForm,
    answers: { 303: 'redirect', 401: 'html' },
    ownPages: true,
  },
  oauthToken: {
    method: 'POST',
    path: '/oauth2/token',
    title: { vi: 'Đổi mã lấy token', en: 'Token' },
    form: oauth.tokenForm,
    answers: { 200: oauth.tokenAnswer },
    errors: 'own',
    fails: {
      'expired-code': { title: { vi: 'Mã đã hết hạn', en: 'The code has expired' }, fault: 'invalid_grant' },
    },
    examples: examples.token,
    fidelity: 'standard',
    note: {
      vi: 'token_type của phạm vi credential là SAD ở bản 1 (một nguồn), Bearer ở bản 2; PKCE chỉ nhận S256',
      en: 'token_type of scope credential is SAD in version 1 (one source), Bearer in version 2; of PKCE only S256',
    },
  },
  oauthRevoke: {
    method: 'POST',
    path: '/oauth2/revoke',
    title: { vi: 'Hủy token', en: 'Revoke a token' },
    form: oauth.revokeForm,
    answers: { 204: 'empty' },
    errors: 'own',
    examples: examples.revoke,
    fidelity: 'standard',
  },
} as const satisfies Record<string, Operation>;
