import type { Example } from '../_contract.ts';

const bearer = { authorization: 'Bearer {{access_token}}' };

const account = { username: 'demo-portal', password: 'demo-portal-secret' };

const an = { fullName: 'Nguyễn Văn An', birthDate: '15/05/1990', citizenPid: '099090000001' };

const registration = {
  userInfo: an,
  provider: 'HUD-VNPT-SMARTCA',
  servicePackCode: 'VNEID-FREE-12M',
  originatorCode: 'demo-portal',
};

/** Whose certificate from `signhub.readyProvider` is not good. */
const people = [
  ['toan', '099081000030', '"status":"expired"', 'Chứng thư đã hết hạn', 'The certificate has expired'],
  ['son', '099078000034', '"status":"revoked"', 'Chứng thư đã bị thu hồi', 'The certificate is revoked'],
  ['nam', '099092000037', '"status":"suspended"', 'Chứng thư đang tạm dừng', 'The certificate is suspended'],
  ['khoi', '099200000043', '"credentialIDs":[]', 'Chưa có chứng thư', 'There is no certificate'],
] as const;

const byPerson: readonly Example[] = people.map(([person, citizenPid, shows, vi, en]) => ({
  title: { vi, en },
  headers: bearer,
  body: { citizenPid },
  status: 200,
  after: 'token',
  person,
  shows,
}));

const signing = {
  credentialID: '{{credential}}',
  originatorCode: 'demo-portal',
  documents: [
    /** SHA-256 of `HopCat`. */
    { documentName: 'don-dang-ky.pdf', digestValue: 'LKPp0GZRdZTUUDYzuSqhae6ZsgG/tqHnGu/pljGKheo=' },
  ],
};

/** One whole call for each operation, and those refusals that a portal meets first. */
export const examples = {
  token: [
    {
      title: { vi: 'Lấy token bằng tài khoản mẫu', en: 'A token for the demo account' },
      body: account,
      status: 200,
      takes: { access_token: '/data/accessToken', refresh_token: '/data/refreshToken' },
    },
    {
      title: { vi: 'Sai mật khẩu', en: 'A wrong password' },
      body: { ...account, password: 'sai-mat-khau' },
      status: 401,
      shows: '"status":"00"',
    },
    {
      title: { vi: 'Thiếu tiêu đề HMAC', en: 'An HMAC header is missing' },
      headers: { 'x-partner-code': 'demo-portal' },
      body: account,
      status: 401,
      shows: '"status":"20"',
    },
  ],
  refresh: [
    {
      title: { vi: 'Làm mới token', en: 'A new token for an old one' },
      body: { refreshToken: '{{refresh_token}}' },
      status: 200,
      after: 'token',
    },
  ],
  providers: [
    {
      title: { vi: 'Các nhà cung cấp và gói dịch vụ', en: 'Providers and their packs' },
      headers: bearer,
      status: 200,
      after: 'token',
    },
    {
      title: { vi: 'Không có token', en: 'Without a token' },
      status: 401,
      shows: '"status":"00"',
    },
  ],
  register: [
    {
      title: { vi: 'Đăng ký chứng thư cho An', en: 'A certificate for An' },
      headers: bearer,
      body: registration,
      status: 200,
      after: 'token',
      takes: { transaction: '/data/transactionCode' },
    },
    {
      title: { vi: 'Họ tên không đúng', en: 'The name is wrong' },
      headers: bearer,
      body: { ...registration, userInfo: { ...an, fullName: 'Trần Văn An' } },
      status: 400,
      after: 'token',
      shows: '"status":"02"',
    },
    {
      title: { vi: 'Không có công dân này', en: 'Nobody has this number' },
      headers: bearer,
      body: { ...registration, userInfo: { ...an, citizenPid: '099099999999' } },
      status: 404,
      after: 'token',
      shows: '"status":"03"',
    },
  ],
  registration: [
    {
      title: { vi: 'Đăng ký vừa gửi', en: 'The registration just sent' },
      headers: bearer,
      body: { transactionCode: '{{transaction}}' },
      status: 200,
      after: 'register',
    },
  ],
  certificates: [
    {
      title: { vi: 'Chứng thư của An', en: "An's certificates" },
      headers: bearer,
      body: { citizenPid: an.citizenPid },
      status: 200,
      after: 'token',
      takes: { credential: '/data/credentialIDs/0' },
    },
    ...byPerson,
  ],
  signHash: [
    {
      title: { vi: 'Ký một giá trị băm', en: 'One hash to be signed' },
      headers: bearer,
      body: signing,
      status: 200,
      after: 'certificates',
      takes: { handle: '/data/handle' },
    },
    {
      title: { vi: 'Không có chứng thư này', en: 'There is no such certificate' },
      headers: bearer,
      body: { ...signing, credentialID: '00' },
      status: 404,
      after: 'certificates',
      shows: '"status":"03"',
    },
  ],
  polling: [
    {
      title: { vi: 'Đang chờ người ký', en: 'The signer has not decided yet' },
      headers: bearer,
      body: { handle: '{{handle}}' },
      status: 200,
      after: 'signHash',
      shows: '"statusCode":2',
    },
  ],
  decided: [
    {
      title: { vi: 'Người ký chưa quyết định: không gửi gì', en: 'Nothing is decided yet: nothing is sent' },
      params: { id: '{{handle}}' },
      status: 204,
      after: 'signHash',
    },
  ],
} satisfies Record<string, readonly Example[]>;
