import type { Example } from './_contract.ts';

const demo = { authorization: 'Basic ZGVtby1wb3J0YWw6ZGVtby1wb3J0YWwtc2VjcmV0' };
const own = { authorization: 'Bearer {{registration_access_token}}' };
const registered = { params: { client: '{{client_id}}' }, headers: own, after: 'register' };
const redirectUris = ['http://localhost:3000/callback'];

const request = {
  response_type: 'code',
  client_id: 'demo-portal',
  redirect_uri: 'http://localhost:3000/callback',
  scope: 'openid',
  state: 'abc',
  nonce: '{{$guid}}',
};

/** Calls that need no browser, and the sign-in page that a browser would begin with. */
export const examples = {
  discovery: [
    { title: { vi: 'Đọc thông tin máy chủ đăng nhập', en: 'Read the provider metadata' }, status: 200 },
  ],
  jwks: [{ title: { vi: 'Đọc khóa công khai', en: 'Read the public keys' }, status: 200 }],
  authorize: [
    {
      title: { vi: 'Mở trang đăng nhập cho cổng mẫu', en: 'Open the sign-in page for the demo portal' },
      query: request,
      status: 200,
    },
    {
      title: { vi: 'Không có ứng dụng này', en: 'There is no such client' },
      query: { ...request, client_id: 'khong-co' },
      status: 400,
    },
  ],
  cancel: [
    {
      title: { vi: 'Quay lại cổng mẫu mà không đăng nhập', en: 'Back to the demo portal without signing in' },
      query: request,
      status: 302,
    },
  ],
  par: [
    {
      title: { vi: 'Đẩy trước yêu cầu của cổng mẫu', en: "Push the demo portal's request" },
      headers: demo,
      body: request,
      status: 201,
    },
  ],
  token: [
    {
      title: { vi: 'Mã không dùng được', en: 'A code that is of no use' },
      headers: demo,
      body: { grant_type: 'authorization_code', code: 'ma-khong-co', redirect_uri: request.redirect_uri },
      status: 400,
    },
    {
      title: { vi: 'Sai bí mật của ứng dụng', en: 'A wrong client secret' },
      body: {
        grant_type: 'authorization_code',
        code: 'ma-khong-co',
        client_id: 'demo-portal',
        client_secret: 'sai-bi-mat',
      },
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
      body: { token: 'token-khong-co' },
      status: 200,
    },
  ],
  revoke: [
    {
      title: { vi: 'Thu hồi một token không có', en: 'Revoke a token that is not there' },
      headers: demo,
      body: { token: 'token-khong-co' },
      status: 200,
    },
  ],
  register: [
    {
      title: { vi: 'Đăng ký một cổng', en: 'Register a portal' },
      body: { client_name: 'Cổng thử nghiệm', redirect_uris: redirectUris },
      status: 201,
      takes: { client_id: '/client_id', registration_access_token: '/registration_access_token' },
    },
    {
      title: { vi: 'Thiếu redirect_uris', en: 'Without redirect_uris' },
      body: { client_name: 'Cổng thử nghiệm' },
      status: 400,
    },
  ],
  readClient: [
    { ...registered, title: { vi: 'Xem cổng vừa đăng ký', en: 'Read the new portal' }, status: 200 },
  ],
  updateClient: [
    {
      ...registered,
      title: { vi: 'Đổi tên cổng', en: 'Rename the portal' },
      body: { client_id: '{{client_id}}', client_name: 'Cổng đã đổi tên', redirect_uris: redirectUris },
      status: 200,
    },
  ],
  deleteClient: [{ ...registered, title: { vi: 'Xóa cổng', en: 'Delete the portal' }, status: 204 }],
  openQr: [{ title: { vi: 'Các mã QR đang chờ', en: 'The QR codes that wait' }, status: 200 }],
} satisfies Record<string, readonly Example[]>;
