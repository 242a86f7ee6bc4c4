import * as z from 'zod';
import type { Example, FaultKind, Operation } from '../_contract.ts';
import { both, cmnd, personalNumber, words } from '../_person/primitives.ts';
import { type AccountState, method, type StateName, stateNames } from './account.ts';
import { birth, phone } from './registration-data.ts';

/** Refusals of the one-stop desk's function. */
export const officerFaults = {
  officers_create_no_accounts: {
    status: 403,
    title: {
      vi: 'Từ 15/06/2024 cán bộ một cửa không còn lập tài khoản cho công dân (Công văn 3701/VPCP-KSTT)',
      en: 'Since 15 June 2024 officers make no accounts for citizens (Dispatch 3701/VPCP-KSTT)',
    },
    cure: {
      vi: 'Hướng dẫn công dân dùng VNeID; để thử thời trước đó, đặt lịch của không gian làm việc về 14/06/2024',
      en: "Help citizens to use VNeID; to try the time before, set the workspace's calendar to 2024-06-14",
    },
  },
  not_an_officer: {
    status: 403,
    title: {
      vi: 'Chức năng này chỉ dành cho cán bộ một cửa',
      en: 'Only officers of a one-stop desk may do this',
    },
    cure: {
      vi: 'Dùng tài khoản cơ quan nhà nước của một công chức, chẳng hạn ngoc.h99.01',
      en: "Use a civil servant's agency account, such as ngoc.h99.01",
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>;

const said = z.lazy(() =>
  z
    .string()
    .max(30)
    .transform((number) => number.replace(/[\s.-]/g, '')),
);

/** Whom an officer makes an account for, as the citizen's papers say. */
export const officerRequest = z.lazy(() =>
  z.strictObject({
    /** The personal number, or that of the old card. */
    number: said.pipe(
      z.union([personalNumber, cmnd], {
        error: both(
          'Số CCCD 12 chữ số, hoặc CMND 9 chữ số',
          'A personal number of 12 digits, or 9 of an old card',
        ),
      }),
    ),
    name: words(180),
    birth,
    /** Gets the first password. */
    phone,
  }),
);

export type OfficerRequest = z.output<typeof officerRequest>;

const byApi = z.lazy(() =>
  officerRequest.unwrap().extend({
    /** User name of the agency account that acts. */
    officer: z.string().min(1).max(60),
  }),
);

const field = z.lazy(() => z.string().max(200).default(''));

const createdAnswer = z.lazy(() =>
  z.strictObject({
    techId: z.string(),
    username: z.string(),
    method,
    state: z.enum(Object.keys(stateNames) as [StateName, ...StateName[]]),
    /** Where the first password went. */
    passwordSentTo: z.string(),
    by: z.strictObject({ name: z.string(), agency: z.string(), agencyCode: z.string() }),
  }),
);

export type Created = Omit<z.output<typeof createdAnswer>, 'state'> & { state: AccountState['at'] };

const calendar = '2024-06-14';
const citizen = {
  officer: 'ngoc.h99.01',
  number: '099078000034',
  name: 'Lâm Thái Sơn',
  birth: '1978-09-09',
  phone: '0950000134',
};

const apiExamples: readonly Example[] = [
  {
    title: { vi: 'Ngày cuối cùng: lập tài khoản cho công dân', en: 'The last day: an account for a citizen' },
    calendar,
    person: 'son',
    body: citizen,
    once: true,
    status: 201,
    shows: '"state":"unverified"',
  },
  {
    title: {
      vi: 'Bằng CMND 9 số: tài khoản chưa có số định danh',
      en: 'Under the old card: it has no number',
    },
    calendar,
    person: 'truong',
    body: {
      ...citizen,
      number: '990000035',
      name: 'Đoàn Nhật Trường',
      birth: '1984-12-22',
      phone: '0950000135',
    },
    status: 201,
    shows: '"state":"no-number"',
  },
  {
    title: { vi: 'Từ 15/06/2024 chức năng đã bỏ', en: 'The function is gone since 15 June 2024' },
    body: { ...citizen, number: '099084000035' },
    status: 403,
    shows: 'officers_create_no_accounts',
  },
  {
    title: { vi: 'Tài khoản công dân không phải của cán bộ', en: "A citizen's account is no officer's" },
    calendar,
    person: 'an',
    body: { ...citizen, officer: '099090000001' },
    status: 403,
    shows: 'not_an_officer',
  },
  {
    title: { vi: 'Công dân đã có tài khoản', en: 'The citizen has an account' },
    calendar,
    person: 'an',
    body: {
      ...citizen,
      number: '099090000001',
      name: 'Nguyễn Văn An',
      birth: '1990-05-15',
      phone: '0950000101',
    },
    status: 409,
    shows: 'number_taken',
  },
];

const note = {
  vi: 'Công văn chỉ nêu việc bỏ chức năng; chức năng đó hỏi gì, đối chiếu gì thì không có tài liệu công khai. Ở đây: không đối chiếu cơ sở dữ liệu nào, tài khoản chưa xác thực, mật khẩu đầu gửi qua SMS',
  en: 'The dispatch only says that the function was removed; what it asked and checked is not public. Here: no register is asked, the account is unverified, and its first password goes by SMS',
};

/** What officers of one-stop desks could do for citizens until 14 June 2024. */
export const officerOperations = {
  officer: {
    method: 'GET',
    path: '/officer',
    title: { vi: 'Lập tài khoản cho công dân', en: 'Make an account for a citizen' },
    examples: [
      {
        title: { vi: 'Từ 15/06/2024: chỉ còn lời báo', en: 'Since 15 June 2024: it only tells' },
        status: 200,
        shows: '3701/VPCP-KSTT',
      },
      {
        title: { vi: 'Trước đó: cán bộ phải đăng nhập', en: 'Before: the officer must sign in' },
        calendar,
        status: 200,
        shows: 'officer-sign-in',
      },
    ],
    answers: { 200: 'html' },
    errors: 'page',
    fidelity: 'ours',
    note,
  },
  officerCreates: {
    method: 'POST',
    path: '/officer',
    title: { vi: 'Lập tài khoản cho công dân (trang)', en: 'Make an account for a citizen (page)' },
    form: z.lazy(() => z.strictObject({ number: field, name: field, birth: field, phone: field })),
    answers: { 201: 'html' },
    errors: 'page',
    fidelity: 'ours',
    note,
  },
  officerAccounts: {
    method: 'POST',
    path: '/api/officer/accounts',
    title: { vi: 'Cán bộ lập tài khoản cho công dân', en: 'An officer makes an account for a citizen' },
    json: byApi,
    examples: apiExamples,
    answers: { 201: createdAnswer },
    errors: 'problem',
    fails: {
      'sms-not-sent': {
        title: { vi: 'Nhà mạng không gửi được mật khẩu', en: 'The carrier cannot send the password' },
        fault: 'sms_not_sent',
      },
    },
    fidelity: 'ours',
    note,
  },
} as const satisfies Readonly<Record<string, Operation>>;
