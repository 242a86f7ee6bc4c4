import type { Example, Text } from '../_contract.ts';

/** The last day on which citizens still sign in to their old accounts on the national portal. */
const calendar = '2024-06-14';

const text = (vi: string, en: string): Text => ({ vi, en });

/** About an account of Mai's that is made for it. */
const onNewAccount = (title: Text, more: Partial<Example> = {}): Example => ({
  title,
  status: 200,
  after: 'createAccount',
  calendar,
  ...more,
});

/** TechIDs that people of the cast have from the start, the same in every workspace. */
const techIds = {
  an: '24355d02-4f32-4b4c-8bd3-12dfdd57a887',
  binh: '4595bd87-5fe4-4bde-870b-c419d4dcecfb',
  nghia: '5c3980fe-4a6c-429b-8042-3def0c2c1ba1',
  'nhat-minh': '56a86006-4d78-4a16-8cc1-2a9c0801ed7a',
  hai: '958abfab-1156-4de6-8081-797d845fd9d3',
  hung: 'dfac0728-9b90-4633-8146-da1d4a0f8adf',
} as const;

const onAccountOf = (
  person: keyof typeof techIds,
  title: Text,
  more: Partial<Example> & Pick<Example, 'status'>,
): Example => ({ title, params: { techId: techIds[person] }, person, calendar, ...more });

const portal = { authorization: `Basic ${btoa('bocongan:bocongan-secret')}` };
const anSynced = {
  personalNumber: '099090000001',
  sub: 'sub-of-an-at-bocongan',
  fullName: 'Nguyễn Văn An',
  birthDate: '1990-05-15',
};

export const examples = {
  listAccounts: [
    { title: text('Tài khoản của An', "An's accounts"), query: { person: 'an' }, status: 200, person: 'an' },
    {
      title: text('Hai tài khoản của một người', 'Two accounts of one person'),
      query: { person: 'phuc' },
      status: 200,
      person: 'phuc',
      calendar,
    },
  ],
  createAccount: [
    {
      title: text('Một tài khoản đã xác thực số', 'An account whose number is verified'),
      body: { person: 'mai', state: 'verified' },
      status: 201,
      takes: { techId: '/techId' },
      calendar,
    },
    {
      title: text('Tài khoản cũ đã dừng', 'An old account that has stopped'),
      body: { person: 'mai', state: 'verified', username: 'mai.da.dung' },
      status: 201,
      shows: '"at":"stopped"',
    },
  ],
  readAccount: [
    onNewAccount(text('Đọc một tài khoản', 'Read an account')),
    onAccountOf('an', text('Tài khoản cũ của An hôm nay', "An's old account today"), {
      status: 200,
      shows: '"at":"stopped"',
      calendar: '2024-07-01',
    }),
  ],
  accountHistory: [onNewAccount(text('Lịch sử của tài khoản', 'Its history'))],
  giveNumber: [
    {
      title: text('Ghi số định danh', 'Give the personal number'),
      params: { techId: techIds.an },
      body: { number: '099090000001' },
      status: 200,
      calendar,
    },
  ],
  verifyNumber: [
    onNewAccount(text('CSDL dân cư xác nhận', 'The population database confirms')),
    onAccountOf(
      'nghia',
      text('CMND 9 số dẫn tới số định danh', 'A 9-digit card leads to the personal number'),
      {
        status: 200,
        shows: '"number":"099071000063"',
      },
    ),
    onAccountOf('nhat-minh', text('Họ tên cũ: không xác nhận', 'A former name is not confirmed'), {
      status: 409,
      shows: '"path":"name"',
    }),
    onAccountOf('hai', text('Sai ngày sinh: không xác nhận', 'A wrong birth date is not confirmed'), {
      status: 409,
      shows: '"path":"birth"',
    }),
    onAccountOf('hung', text('Chủ tài khoản đã mất', 'The holder has died'), {
      status: 403,
      shows: 'person_deceased',
    }),
  ],
  takeOver: [onNewAccount(text('Lấy thông tin dân cư vào tài khoản', "Take over the register's data"))],
  promptAccount: [onNewAccount(text('Nhắc đăng nhập bằng VNeID', 'Prompt to use VNeID'))],
  linkAccount: [
    onNewAccount(text('Liên kết với VNeID của Mai', "Link to Mai's VNeID"), {
      body: { person: 'mai' },
      shows: '"at":"linked"',
    }),
    onNewAccount(text('VNeID của người khác', "Somebody else's VNeID"), {
      body: { person: 'an' },
      status: 409,
      shows: 'number_differs',
    }),
    onAccountOf('binh', text('VNeID mức 1', 'VNeID level 1'), {
      body: { person: 'binh' },
      status: 403,
      shows: 'level_too_low',
    }),
  ],
  unlinkAccount: [
    {
      title: text('Bỏ liên kết', 'Unlink'),
      status: 200,
      after: 'linkAccount',
      shows: '"at":"unlinked"',
      calendar,
    },
  ],
  withdrawConsent: [
    {
      title: text('Người dùng rút đồng ý ở VNeID', 'The holder withdraws consent at VNeID'),
      status: 200,
      after: 'linkAccount',
      shows: '"at":"unlinked"',
      calendar,
    },
  ],
  lockAccount: [onNewAccount(text('Khóa tài khoản', 'Lock it'))],
  unlockAccount: [onNewAccount(text('Mở khóa tài khoản', 'Unlock it'))],
  changePhone: [
    onNewAccount(text('Gửi mã tới số mới', 'Send a code to the new number'), {
      body: { phone: '0950000102' },
      takes: { phoneHandle: '/handle' },
    }),
    onNewAccount(text('SIM của người khác', "Somebody else's SIM"), {
      body: { phone: '0950000101' },
      status: 409,
      shows: 'phone_not_own',
    }),
  ],
  confirmPhone: [
    {
      title: text('Sai mã', 'A wrong code'),
      body: { handle: '{{phoneHandle}}', code: '0000' },
      status: 401,
      after: 'changePhone',
      calendar,
    },
  ],
  changeEmail: [
    onNewAccount(text('Đổi thư điện tử', 'Change the e-mail address'), { body: { email: null } }),
  ],
  beginRecovery: [
    {
      title: text('Quên mật khẩu', 'A forgotten password'),
      body: { number: '099090000001', phone: '0950000101' },
      status: 200,
      person: 'an',
      takes: { recoveryHandle: '/handle' },
      calendar,
    },
    {
      title: text('Số điện thoại không phải của tài khoản', "Not the account's telephone"),
      body: { number: '099090000001', phone: '0950000102' },
      status: 404,
      calendar,
    },
    {
      title: text('Sau ngày dừng', 'After the last day'),
      body: { number: '099090000001', phone: '0950000101' },
      status: 403,
      shows: 'account_stopped',
    },
  ],
  finishRecovery: [
    {
      title: text('Sai mã', 'A wrong code'),
      body: { handle: '{{recoveryHandle}}', code: '0000' },
      status: 401,
      after: 'beginRecovery',
      calendar,
    },
  ],
  sync: [
    {
      title: text('Đưa tài khoản cũ của An về VNeID', "Bring An's old account under VNeID"),
      headers: portal,
      body: anSynced,
      status: 200,
      person: 'an',
    },
    {
      title: text('Trước ngày có chức năng', 'Before the day on which it begins'),
      headers: portal,
      body: anSynced,
      status: 403,
      shows: 'not_yet',
      calendar: '2024-06-27',
    },
  ],
} as const satisfies Readonly<Record<string, readonly Example[]>>;
