import { registrationFaults } from '../../../contracts/_dvcqg/registration.ts';
import { waysOfRegistering } from '../../../contracts/_dvcqg/registration-ways.ts';
import {
  checkPage,
  codePage,
  confirmPage,
  donePage,
  type Fitting,
  formPage,
  overPage,
  passwordPage,
  startPage,
  tokenPage,
} from '../../../functions/dvcqg/registration/pages/index.ts';
import { toSignForAccount } from '../../../functions/dvcqg/token/to-sign.ts';
import { people, type Samples } from './world.ts';

const post = { action: '#', hidden: { kind: 'citizen' } };

const refusals = [
  undefined,
  undefined,
  { vi: 'SIM chính chủ nhưng đang bị khóa', en: 'The SIM is yours, but suspended' },
  {
    vi: 'Số giấy tờ hoặc mã số thuế này đã có tài khoản',
    en: 'This number or tax code has an account already',
  },
];

const fitting: Fitting[] = people.slice(0, 4).map(({ slug, name, reason, hint = '' }, at) => {
  const refusal = refusals[at];
  return { slug, name, reason, hint, url: '#', ...(refusal && { refusal }) };
});

const urls = { kindUrl: () => '#', wayUrl: () => '#', signInUrl: '#', timelineUrl: '#' };

const closed = {
  title: {
    vi: 'Từ 15/06/2024 công dân chỉ đăng ký, đăng nhập Cổng bằng VNeID (Công văn 3701/VPCP-KSTT)',
    en: 'Since 15 June 2024 citizens register and sign in with VNeID alone (Dispatch 3701/VPCP-KSTT)',
  },
  cure: {
    vi: 'Dùng VNeID; để thử thời trước đó, đặt lịch của không gian làm việc về 14/06/2024',
    en: "Use VNeID; to try the time before, set the workspace's calendar to 2024-06-14",
  },
};

const suspended = {
  title: { vi: 'SIM chính chủ nhưng đang bị khóa', en: 'The SIM is yours, but suspended' },
  cure: {
    vi: 'Mở khóa thuê bao tại nhà mạng, hoặc dùng SIM chính chủ khác',
    en: 'Have it unlocked by the carrier, or use another SIM of your own',
  },
  fields: { phone: { vi: 'SIM chính chủ nhưng đang bị khóa', en: 'The SIM is yours, but suspended' } },
};

const wrongCode = {
  title: { vi: 'Mã xác thực không đúng', en: 'Wrong one-time code' },
  cure: { vi: 'Mở điện thoại trong hộp cát để xem mã mới nhất', en: 'Open the sandbox phone' },
  fields: { code: { vi: 'Mã xác thực không đúng', en: 'Wrong one-time code' } },
};

const weak = {
  title: { vi: 'Mật khẩu chưa đạt yêu cầu', en: 'The password is too weak' },
  cure: { vi: 'Cần đủ chữ hoa, chữ thường, chữ số, ký tự đặc biệt', en: 'It needs all four kinds' },
  fields: { password: { vi: 'Thiếu chữ số', en: 'It lacks a digit' } },
};

const said = {
  number: '099192000002',
  name: 'Trần Thị Mai',
  birth: '20/11/1992',
  phone: '0950000102',
};

const holder = {
  name: 'Võ Minh Khánh',
  number: '099080000015',
  birth: '1980-01-25',
  person: 'khanh',
  organisation: {
    name: 'Công ty TNHH Hạt Cát (thử nghiệm)',
    taxCode: '9900000129',
    enterpriseCode: '9900000129',
    address: 'Khu phố 3',
  },
  serial: '5B7E19C40A62D83F91E4AA07C3D15F28',
  issuer: 'VNPT-CA (HopCat sandbox)',
  validFrom: '2024-01-01',
  validTo: '2027-01-01',
};

const byToken = {
  way: 'usb',
  post,
  toSign: toSignForAccount('citizen', 'Wm3fQ0rTq1cJ8sXbLk2vYhN7'),
  othersUrl: '#',
} as const;

const untrusted = {
  ...registrationFaults.signature_not_trusted,
  fields: {},
};

const citizenWays = ['mobile', 'insurance', 'post', 'sim', 'usb', 'remote'] as const;

const forms: Samples = Object.fromEntries(
  citizenWays.map((way) => [
    `dvcqg-registration-${way}`,
    (frame) =>
      formPage({
        ...frame,
        way,
        kind: 'citizen',
        post,
        said,
        people: fitting,
        backUrl: '#',
        ...('captcha' in waysOfRegistering[way] && { captcha: 'K7PQ2' }),
      }),
  ]),
);

/** The national portal: the way to an account. */
export const dvcqgRegistration: Samples = {
  'dvcqg-registration': (frame) => startPage({ ...frame, ...urls, kind: 'citizen', ways: citizenWays }),
  'dvcqg-registration-closed': (frame) =>
    startPage({ ...frame, ...urls, kind: 'citizen', ways: citizenWays, closed }),
  ...forms,
  'dvcqg-registration-refused': (frame) =>
    formPage({
      ...frame,
      way: 'mobile',
      kind: 'citizen',
      post,
      said,
      people: fitting,
      backUrl: '#',
      captcha: 'K7PQ2',
      trouble: suspended,
    }),
  'dvcqg-registration-code': (frame) =>
    codePage({
      ...frame,
      way: 'mobile',
      post,
      sentTo: '09•• ••• 102',
      secondsLeft: 174,
      digits: 6,
      phone: { url: '#', person: 'Trần Thị Mai' },
    }),
  'dvcqg-registration-code-wrong': (frame) =>
    codePage({
      ...frame,
      way: 'mobile',
      post,
      sentTo: '09•• ••• 102',
      secondsLeft: 61,
      digits: 6,
      trouble: wrongCode,
    }),
  'dvcqg-registration-password': (frame) => passwordPage({ ...frame, way: 'mobile', post, shortest: 8 }),
  'dvcqg-registration-password-weak': (frame) =>
    passwordPage({ ...frame, way: 'mobile', post, shortest: 8, trouble: weak }),
  'dvcqg-registration-token': (frame) =>
    tokenPage({
      ...frame,
      ...byToken,
      pluggedIn: { name: 'Trần Thị Mai', shim: '/assets/usb-token.js', window: '/window' },
    }),
  'dvcqg-registration-token-refused': (frame) => tokenPage({ ...frame, ...byToken, trouble: untrusted }),
  'dvcqg-registration-check': (frame) =>
    checkPage({ ...frame, way: 'sim', post, phone: { url: '#', person: 'Trần Thị Mai' } }),
  'dvcqg-registration-confirm': (frame) =>
    confirmPage({ ...frame, way: 'usb', post, holder, movedTo: '2024-06-14' }),
  'dvcqg-registration-over': (frame) => overPage({ ...frame, trouble: wrongCode, startUrl: '#' }),
  'dvcqg-registration-done': (frame) =>
    donePage({
      ...frame,
      account: {
        username: '099192000002',
        kind: 'citizen',
        method: 'mobile',
        name: 'Trần Thị Mai',
        state: { at: 'unverified', number: '099192000002' },
      },
      signInUrl: '#',
    }),
};
