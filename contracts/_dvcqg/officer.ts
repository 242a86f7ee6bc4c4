import * as z from 'zod';
import type { FaultKind, Operation } from '../_contract.ts';
import { both, cmnd, personalNumber, words } from '../_person/primitives.ts';
import { type AccountState, method, type StateName, stateNames } from './account.ts';
import { officerExamples } from './officer-examples.ts';
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
    examples: officerExamples.page,
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
    examples: officerExamples.api,
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
