import type { Example } from '../_contract.ts';

const asDemo = { authorization: 'Basic ZGVtby1wb3J0YWw6ZGVtby1wb3J0YWwtc2VjcmV0' };
const redirectUri = 'http://127.0.0.1:3000/callback';

const request = {
  response_type: 'code',
  client_id: 'demo-portal',
  redirect_uri: redirectUri,
  scope: 'service',
  state: 'xyz',
};

/** One whole call for each operation of OAuth 2.0 that needs no browser before it. */
export const examples = {
  authorize: [
    {
      title: { vi: 'Trang đăng nhập', en: 'The page to sign in on' },
      query: request,
      status: 200,
      shows: 'sign-in-form',
    },
    {
      title: {
        vi: 'Sai response_type: quay về ứng dụng',
        en: 'Another response type: back to the application',
      },
      query: { ...request, response_type: 'token' },
      status: 303,
    },
    {
      title: { vi: 'Địa chỉ quay về lạ', en: 'A redirect URI that nobody registered' },
      query: { ...request, redirect_uri: 'https://example.com/callback' },
      status: 400,
      shows: 'invalid_redirect',
    },
  ],
  signIn: [
    {
      title: { vi: 'Quỳnh đăng nhập', en: 'Quynh signs in' },
      body: {
        request: new URLSearchParams(request).toString(),
        username: '099185000066',
        password: 'Aa@123456',
      },
      status: 200,
      shows: 'approve-form',
    },
  ],
  token: [
    {
      title: { vi: 'Token của riêng ứng dụng', en: 'A token of the application alone' },
      headers: asDemo,
      body: { grant_type: 'client_credentials', scope: 'service' },
      status: 200,
      takes: { application_token: '/access_token' },
    },
    {
      title: { vi: 'Mã không tồn tại', en: 'A code that nobody gave' },
      headers: asDemo,
      body: { grant_type: 'authorization_code', code: 'khong-co', redirect_uri: redirectUri },
      status: 400,
      shows: 'invalid_grant',
    },
  ],
  revoke: [
    {
      title: { vi: 'Hủy token của ứng dụng', en: "Revoke the application's token" },
      headers: asDemo,
      body: { token: '{{application_token}}' },
      status: 204,
      after: 'oauthToken',
    },
  ],
} satisfies Record<string, readonly Example[]>;
