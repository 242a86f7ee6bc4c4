import type { Example } from '../_contract.ts';

const demo = { authorization: 'Basic ZGVtby1wb3J0YWw6ZGVtby1wb3J0YWwtc2VjcmV0' };

const request = {
  response_type: 'code',
  client_id: 'demo-portal',
  redirect_uri: 'http://localhost:3000/callback',
  scope: 'openid',
  acr_values: 'LoA1',
  state: 'abc',
};

const inBody = { client_id: 'demo-portal', client_secret: 'demo-portal-secret' };

/** Calls that need no browser, and those that a browser would begin with. */
export const examples = {
  discovery: [{ title: { vi: 'Đọc cấu hình', en: 'Read it' }, status: 200 }],
  discoveryByIssuerPath: [{ title: { vi: 'Đọc cấu hình', en: 'Read it' }, status: 200 }],
  jwks: [{ title: { vi: 'Đọc khóa công khai', en: 'Read the public keys' }, status: 200 }],
  authorize: [
    {
      title: {
        vi: 'Cổng mẫu đưa người dùng tới trang đăng nhập',
        en: 'The demo portal leads somebody to the sign-in page',
      },
      query: request,
      status: 302,
    },
    {
      title: {
        vi: 'Địa chỉ quay về không khớp: invalid_callback trên trang lỗi của WSO2',
        en: "A callback that does not match: invalid_callback on WSO2's error page",
      },
      query: { ...request, client_id: 'reference-portal' },
      status: 302,
    },
  ],
  token: [
    {
      title: { vi: 'Mã không dùng được', en: 'A code that is of no use' },
      body: {
        grant_type: 'authorization_code',
        code: 'ma-khong-co',
        redirect_uri: request.redirect_uri,
        ...inBody,
      },
      status: 400,
    },
    {
      title: { vi: 'Sai bí mật của ứng dụng', en: 'A wrong client secret' },
      body: { grant_type: 'authorization_code', code: 'ma-khong-co', ...inBody, client_secret: 'sai-bi-mat' },
      status: 401,
    },
  ],
  userinfo: [
    {
      title: { vi: 'Token không dùng được', en: 'A token that is of no use' },
      headers: { authorization: 'Bearer token-khong-co' },
      status: 401,
    },
  ],
  introspect: [
    {
      title: { vi: 'Hỏi về một token không có', en: 'Ask about a token that is not there' },
      headers: demo,
      body: { token: 'token-khong-co', state: '0' },
      status: 200,
    },
    {
      title: {
        vi: 'Như các cổng gọi: Bearer chính token đó, kèm state=0',
        en: 'As portals do it: Bearer with the token itself, and state=0',
      },
      headers: { authorization: 'Bearer token-khong-co' },
      body: { token: 'token-khong-co', state: '0' },
      status: 200,
    },
  ],
  revoke: [
    {
      title: { vi: 'Thu hồi một token không có', en: 'Revoke a token that is not there' },
      body: { token: 'token-khong-co', token_type_hint: 'access_token', ...inBody },
      status: 200,
    },
  ],
  endSession: [
    {
      title: { vi: 'Đăng xuất khi chưa ai đăng nhập', en: 'Sign out when nobody is signed in' },
      status: 302,
    },
    {
      title: {
        vi: 'Dạng thứ hai: access token và callback, với token không dùng được',
        en: 'The other shape: access token and callback, with a token that is of no use',
      },
      query: { access_token: 'token-khong-co', callback: 'http://localhost:3000/' },
      status: 400,
    },
  ],
  errorPage: [
    {
      title: { vi: 'Địa chỉ quay về không khớp', en: 'The callback does not match' },
      query: { oauthErrorCode: 'invalid_callback', oauthErrorMsg: 'callback.not.match' },
      status: 200,
    },
  ],
  logoutPage: [{ title: { vi: 'Đã đăng xuất', en: 'Signed out' }, status: 200 }],
  signIn: [
    {
      title: { vi: 'Đăng nhập vào chính Cổng', en: 'Sign in to the national portal itself' },
      query: { to: '/' },
      status: 302,
    },
  ],
  bridgeAuthorize: [
    {
      title: { vi: 'Cầu nối đang tắt, như mặc định', en: 'The bridge is off, as it is unless wanted' },
      query: { client_id: 'reference-portal', state: 'abc' },
      status: 404,
    },
  ],
  bridgeByVneid: [
    {
      title: { vi: 'Cầu nối đang tắt, như mặc định', en: 'The bridge is off, as it is unless wanted' },
      query: { client_id: 'reference-portal', state: 'abc' },
      status: 404,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Example[]>>;
