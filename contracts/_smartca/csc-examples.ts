import type { Example } from '../_contract.ts';

const client = { client_id: 'demo-portal', client_secret: 'demo-portal-secret' };

const an = { username: '099090000001', password: 'Aa@123456' };

const request = {
  response_type: 'code',
  client_id: client.client_id,
  redirect_uri: 'http://localhost:3000/callback',
  scope: 'sign offline_access',
  state: 'af0ifjsldkj',
};

const headers = { authorization: 'Bearer {{access_token}}' };

/** SHA-256 of nothing. */
const hash = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

const signing = {
  credentialId: '{{credential}}',
  refTranId: 'e442f592-f892-43dd-8a4b-d6339679f27f',
  description: 'Đơn đề nghị cấp giấy phép',
};

/** The plainest call of each operation of OAuth and of the CSC-like interface. */
export const examples = {
  authorize: [
    {
      title: { vi: 'Trang đăng nhập của thuê bao', en: 'The page on which the subscriber signs in' },
      query: request,
      status: 200,
    },
    {
      title: { vi: 'Ứng dụng chưa đăng ký', en: 'The application is not registered' },
      query: { ...request, client_id: 'khong-co' },
      status: 400,
    },
  ],
  login: [
    {
      title: { vi: 'An đăng nhập và đồng ý', en: 'An signs in and consents' },
      body: { ...request, ...an, decision: 'approve' },
      status: 303,
    },
  ],
  token: [
    {
      title: { vi: 'Token bằng mật khẩu của thuê bao', en: "A token for the subscriber's password" },
      body: { grant_type: 'password', ...client, ...an },
      status: 200,
      takes: { access_token: '/access_token' },
    },
    {
      title: { vi: 'Sai bí mật của ứng dụng', en: "The application's secret is wrong" },
      body: { grant_type: 'password', ...client, client_secret: 'sai', ...an },
      status: 400,
      shows: 'invalid_client',
    },
  ],
  userInfo: [
    {
      title: { vi: 'Thuê bao là ai', en: 'Who the subscriber is' },
      headers,
      body: {},
      status: 200,
      after: 'token',
    },
  ],
  list: [
    {
      title: { vi: 'Chứng thư số của thuê bao', en: "The subscriber's credentials" },
      headers,
      body: {},
      status: 200,
      after: 'token',
      takes: { credential: '/content/0' },
    },
    {
      title: { vi: 'Không có token', en: 'Without a token' },
      body: {},
      status: 401,
    },
  ],
  info: [
    {
      title: { vi: 'Mọi điều về một chứng thư số', en: 'Everything about a credential' },
      headers,
      body: { credentialId: '{{credential}}', certificates: 'chain', certInfo: true, authInfo: true },
      status: 200,
      after: 'list',
    },
    {
      title: { vi: 'ID không có', en: 'An id of none' },
      headers,
      body: { credentialId: '0cf6f04a-81ff-49a7-bc70-e27edb4759f8', certificates: 'none' },
      status: 400,
      after: 'token',
      shows: '60000',
    },
  ],
  signFile: [
    {
      title: { vi: 'Xin An ký một tệp', en: 'An is asked to sign a file' },
      headers,
      body: { ...signing, datas: [{ name: 'don.xml', dataBase64: '{{file}}' }] },
      status: 200,
      after: 'list',
      computes: { file: { base64: '<DonDeNghi/>' } },
    },
    {
      title: { vi: 'Loại tệp không hỗ trợ', en: 'A kind of file that is not supported' },
      headers,
      body: { ...signing, datas: [{ name: 'don.exe', dataBase64: '{{file}}' }] },
      status: 400,
      after: 'list',
      computes: { file: { base64: 'MZ' } },
      shows: '64000',
    },
  ],
  signHash: [
    {
      title: { vi: 'Xin An ký một mã băm', en: 'An is asked to sign a hash' },
      headers,
      body: { ...signing, datas: [{ name: 'don.pdf', hash }] },
      status: 200,
      after: 'list',
      takes: { tran: '/content/tranId' },
    },
  ],
  tranInfo: [
    {
      title: { vi: 'Giao dịch đã tới đâu', en: 'Where the transaction stands' },
      headers,
      body: { tranId: '{{tran}}' },
      status: 200,
      after: 'signHash',
    },
    {
      title: { vi: 'Giao dịch không có', en: 'No such transaction' },
      headers,
      body: { tranId: '0cf6f04a-81ff-49a7-bc70-e27edb4759f8' },
      status: 400,
      after: 'token',
      shows: '62000',
    },
  ],
} satisfies Record<string, readonly Example[]>;
