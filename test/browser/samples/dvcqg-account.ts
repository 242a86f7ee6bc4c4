import {
  accountKinds,
  type HistoryEntry,
  registrationMethods,
  stateNames,
} from '../../../contracts/_dvcqg/account.ts';
import {
  accountPage,
  comparePage,
  formPage,
  homePage,
  recoveredPage,
  refusedPage,
} from '../../../functions/dvcqg/profile/pages/index.ts';
import type { Samples } from './world.ts';

const urls = {
  signIn: '/sign-in',
  register: '/registration',
  recover: '/recovery',
  services: '/services',
  account: '/account',
  signOut: '/oidc/logout',
  officer: '/officer',
  timeline: '/timeline',
  docs: '/docs',
};
const prompt = { linkUrl: '/sign-in', lastDay: '14/06/2024' };

const doors = (open: boolean) => [
  {
    who: { vi: 'Công dân, bằng VNeID', en: 'Citizens, by VNeID' },
    how: { vi: 'Đăng nhập được mọi ngày', en: 'Signs in on any day' },
    open: true,
  },
  {
    who: { vi: 'Công dân, bằng tài khoản của Cổng', en: "Citizens, by the portal's own account" },
    how: open
      ? {
          vi: 'Đăng ký, đăng nhập được; nên liên kết với VNeID',
          en: 'Registers and signs in; link it to VNeID',
        }
      : {
          vi: 'Từ 15/06/2024 công dân chỉ dùng VNeID trên Cổng',
          en: 'Since 15 June 2024 citizens use VNeID only',
        },
    open,
  },
];

const entry = (
  event: HistoryEntry['event'],
  to: HistoryEntry['to'],
  more: Partial<HistoryEntry>,
): HistoryEntry => ({
  at: '2024-06-14T02:05:00.000Z',
  date: '2024-06-14',
  event,
  from: 'unverified',
  to,
  by: 'person',
  rule: null,
  ...more,
});

const history: readonly HistoryEntry[] = [
  entry('registered', 'unverified', { at: '2021-03-01T02:00:00.000Z', date: '2021-03-01', from: null }),
  entry('number-refused', 'unverified', {
    by: 'population',
    rule: 'verified-number',
    fields: ['number', 'name'],
  }),
  entry('number-verified', 'verified', { by: 'population', rule: 'verified-number' }),
  entry('prompted', 'prompted', { by: 'portal', rule: 'switch-announced' }),
  entry('linked', 'linked', { by: 'vneid', rule: 'verified-number' }),
];

const an = {
  name: 'Nguyễn Văn An',
  techId: 'd2a4f6c8-9b1e-4c3d-8f5a-0b1c2d3e4f50',
  username: '099090000001',
  kind: accountKinds.citizen,
  method: registrationMethods.mobile,
  createdOn: '01/03/2021',
  phone: '0950000101',
  email: 'an@example.vn',
  urls: {
    phone: '/account/phone',
    email: '/account/email',
    password: '/account/password',
    home: '/',
    signOut: '/oidc/logout',
  },
};
const via = { vi: 'Tài khoản của Cổng và mã SMS', en: "The portal's account and a code by SMS" };
const address = 'Số 12, ngõ 4, phường Mẫu, thành phố Hà Nội';

const fields = (confirmed: boolean) => [
  { name: 'number' as const, value: confirmed ? '099090000001' : undefined, confirmed },
  { name: 'cmnd' as const, value: '990000001', confirmed: false },
  { name: 'name' as const, value: 'Nguyễn Văn An', confirmed },
  { name: 'birth' as const, value: '15/05/1990', confirmed },
  { name: 'gender' as const, value: confirmed ? 'Nam' : undefined, confirmed },
  { name: 'address' as const, value: confirmed ? address : undefined, confirmed },
];

const link = (username: string, techId: string, method: keyof typeof registrationMethods) => ({
  ...{ username, techId, method: registrationMethods[method] },
  createdOn: '01/03/2021',
  linkedOn: '14/06/2024',
});

const rows = [
  { name: 'number' as const, account: '099090000001', register: '099090000001' },
  { name: 'cmnd' as const, account: undefined, register: '990000001' },
  { name: 'name' as const, account: 'NGUYEN VAN AN', register: 'Nguyễn Văn An' },
  { name: 'birth' as const, account: '15/05/1990', register: '15/05/1990' },
  { name: 'gender' as const, account: undefined, register: 'Nam' },
  { name: 'address' as const, account: undefined, register: address },
];

const secret = { type: 'password', autocomplete: 'new-password' } as const;

const back = { href: '/account', label: { vi: 'Quay lại thông tin tài khoản', en: 'Back to the account' } };

export const dvcqgAccount: Samples = {
  'dvcqg-home': (frame) => homePage({ ...frame, today: '14/06/2024', doors: doors(true), urls }),
  'dvcqg-home-after': (frame) => homePage({ ...frame, today: '22/11/2026', doors: doors(false), urls }),
  'dvcqg-home-prompt': (frame) =>
    homePage({ ...frame, today: '14/06/2024', doors: doors(true), urls, name: an.name, prompt }),
  'dvcqg-account-no-number': (frame) =>
    accountPage({
      ...frame,
      ...an,
      username: '990000001',
      state: stateNames['no-number'],
      via,
      identity: { fields: fields(false), askUrl: '/account/population', asksNumber: true, cmnd: '990000001' },
      links: [],
      history: history.slice(0, 2),
    }),
  'dvcqg-account-verified': (frame) =>
    accountPage({
      ...frame,
      ...an,
      state: stateNames.verified,
      via,
      identity: { fields: fields(true), askUrl: '/account/population', asksNumber: false },
      links: [],
      history: history.slice(0, 3),
      urls: { ...an.urls, link: '/sign-in' },
    }),
  'dvcqg-account-aside': (frame) =>
    accountPage({
      ...frame,
      ...an,
      username: '099090000001.vneid',
      state: stateNames.linked,
      via: { vi: 'VNeID', en: 'VNeID' },
      identity: { fields: fields(true), askUrl: '/account/population', asksNumber: false },
      links: [link('099090000001.vneid', an.techId, 'vneid')],
      aside: { usernames: ['099090000001'], way: 'police', url: '/bocongan/account' },
      history: history.slice(4),
    }),
  'dvcqg-account-linked': (frame) =>
    accountPage({
      ...frame,
      ...an,
      state: stateNames.linked,
      via: { vi: 'VNeID', en: 'VNeID' },
      identity: { fields: fields(true), askUrl: '/account/population', asksNumber: false },
      links: [
        link('099090000001', an.techId, 'mobile'),
        link('990000001', '5b7d9f01-2c3e-4d5f-8a6b-7c8d9e0f1a2b', 'insurance'),
      ],
      history,
      notice: {
        kind: 'done',
        title: {
          vi: 'Đã cập nhật thông tin từ CSDL quốc gia về dân cư',
          en: "The population database's data was taken over",
        },
      },
      urls: { ...an.urls, unlink: '/account/unlink' },
    }),
  'dvcqg-compare': (frame) =>
    comparePage({ ...frame, rows, takeOverUrl: '/account/population/take-over', backUrl: '/account' }),
  'dvcqg-refused': (frame) =>
    refusedPage({
      ...frame,
      notice: {
        kind: 'error',
        title: {
          vi: 'CSDL quốc gia về dân cư không xác nhận thông tin của tài khoản',
          en: 'The population database does not confirm what the account says',
        },
        cure: { vi: 'Ngày sinh không khớp', en: 'Not the birth of this person' },
      },
      fields: ['birth'],
      number: '099074000041',
      name: 'Nguyễn Văn Hải',
      birth: '03/04/1974',
      askUrl: '/account/population',
      backUrl: '/account',
    }),
  'dvcqg-form': (frame) =>
    formPage({
      ...frame,
      title: { vi: 'Nhập mã xác thực', en: 'Enter the code' },
      lead: { vi: 'Mã đã gửi tới 09•• ••• 101.', en: 'A code was sent to 09•• ••• 101.' },
      fields: [
        {
          name: 'code',
          label: { vi: 'Mã xác thực', en: 'One-time code' },
          testid: 'code',
          autocomplete: 'one-time-code',
          inputmode: 'numeric',
          big: true,
        },
      ],
      action: '/account/phone/confirm',
      hidden: { handle: 'h' },
      send: { vi: 'Xác nhận', en: 'Confirm' },
      back,
      phoneUrl: '/phone/an',
      resend: { action: '/recovery' },
    }),
  'dvcqg-password': (frame) =>
    formPage({
      ...frame,
      title: { vi: 'Đổi mật khẩu', en: 'Change the password' },
      lead: {
        vi: 'Mật khẩu gồm chữ cái viết hoa, viết thường, số và ký tự đặc biệt (@, #, !…).',
        en: 'A password needs upper and lower case letters, digits and special signs (@, #, ! …).',
      },
      fields: [
        {
          ...secret,
          name: 'current',
          testid: 'current',
          label: { vi: 'Mật khẩu hiện tại', en: 'Present password' },
        },
        {
          ...secret,
          name: 'password',
          testid: 'password',
          label: { vi: 'Mật khẩu mới', en: 'New password' },
        },
        {
          ...secret,
          name: 'again',
          testid: 'again',
          label: { vi: 'Nhập lại mật khẩu mới', en: 'New password again' },
        },
      ],
      action: '/account/password',
      send: { vi: 'Đổi mật khẩu', en: 'Change it' },
      back,
    }),
  'dvcqg-recovered': (frame) =>
    recoveredPage({
      ...frame,
      usernames: ['099090000001', '990000001'],
      passwordChanged: true,
      signInUrl: '/sign-in',
    }),
};
