import * as z from 'zod';
import type { Text } from '../_contract.ts';

/** How somebody came to an account of the national portal. */
export const registrationMethods = {
  mobile: { vi: 'Thuê bao di động', en: 'Mobile subscription' },
  insurance: { vi: 'Bảo hiểm xã hội', en: 'Social insurance' },
  post: { vi: 'Bưu điện Việt Nam', en: 'Vietnam Post' },
  sim: { vi: 'SIM ký số', en: 'SIM PKI' },
  usb: { vi: 'USB ký số', en: 'USB token' },
  remote: { vi: 'Chữ ký số cá nhân (ký số từ xa)', en: 'Remote signature' },
  officer: { vi: 'Cán bộ một cửa lập hộ', en: 'By an officer of a one-stop desk' },
  vneid: { vi: 'VNeID', en: 'VNeID' },
} as const satisfies Readonly<Record<string, Text>>;

export type Method = keyof typeof registrationMethods;

export const method = z.lazy(() => z.enum(Object.keys(registrationMethods) as [Method, ...Method[]]));

/** `LoaiTaiKhoan` on the wire: 1, 2, 3. An agency's staff count as an organisation there. */
export const accountKinds = {
  citizen: { vi: 'Công dân', en: 'Citizen' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  agency: { vi: 'Cơ quan nhà nước', en: 'State agency' },
} as const satisfies Readonly<Record<string, Text>>;

export type AccountKind = keyof typeof accountKinds;

const personalNumber = z.lazy(() => z.string().regex(/^\d{12}$/));

/** Where an account stands on its way to VNeID. */
export const accountState = z.lazy(() =>
  z.discriminatedUnion('at', [
    /** It knows no 12-digit number, perhaps an old 9-digit one. */
    z.strictObject({ at: z.literal('no-number') }),
    z.strictObject({ at: z.literal('unverified'), number: personalNumber }),
    /** The population register has confirmed it. */
    z.strictObject({ at: z.literal('verified'), number: personalNumber }),
    /** Whoever signed in was shown "Đăng nhập bằng VNeID". */
    z.strictObject({ at: z.literal('prompted'), number: personalNumber }),
    /** `sub`: the subject that VNeID named, for the record: the number is what ties the two together. */
    z.strictObject({ at: z.literal('linked'), number: personalNumber, sub: z.string() }),
    z.strictObject({ at: z.literal('unlinked'), number: personalNumber }),
    /** The law's last day for it is past. `was`: where it stood. */
    z.strictObject({
      at: z.literal('stopped'),
      was: z.enum(['no-number', 'unverified', 'verified', 'prompted', 'unlinked']),
      number: personalNumber.optional(),
    }),
    /** Of an organisation, or of an agency's staff: has no way to a citizen's VNeID. */
    z.strictObject({ at: z.literal('organisation'), ended: z.boolean() }),
  ]),
);

export type AccountState = z.output<typeof accountState>;
export type StateName = AccountState['at'];

export const stateNames = {
  'no-number': { vi: 'Chưa có số định danh', en: 'No personal number' },
  unverified: { vi: 'Có số, chưa đối chiếu dân cư', en: 'Number not verified' },
  verified: { vi: 'Đã xác thực với CSDL dân cư', en: 'Number verified' },
  prompted: { vi: 'Đã được nhắc đăng nhập VNeID', en: 'Prompted to use VNeID' },
  linked: { vi: 'Đã liên kết VNeID', en: 'Linked to VNeID' },
  unlinked: { vi: 'Đã bỏ liên kết', en: 'Unlinked' },
  stopped: { vi: 'Đã dừng hoạt động', en: 'Stopped' },
  organisation: { vi: 'Tài khoản tổ chức', en: "An organisation's account" },
} as const satisfies Readonly<Record<StateName, Text>>;

/** Who makes something happen to an account. */
export const actorNames = {
  person: { vi: 'Chủ tài khoản', en: 'Its holder' },
  officer: { vi: 'Cán bộ một cửa', en: 'An officer of a one-stop desk' },
  population: { vi: 'CSDL quốc gia về dân cư', en: 'The population database' },
  vneid: { vi: 'VNeID', en: 'VNeID' },
  bocongan: { vi: 'Cổng dịch vụ công Bộ Công an', en: "The police ministry's portal" },
  calendar: { vi: 'Lịch (quy định)', en: 'The calendar (the law)' },
  portal: { vi: 'Cổng DVCQG', en: 'The national portal' },
  sandbox: { vi: 'Hộp cát', en: 'The sandbox' },
} as const satisfies Readonly<Record<string, Text>>;

export type Actor = keyof typeof actorNames;

export const actor = z.lazy(() => z.enum(Object.keys(actorNames) as [Actor, ...Actor[]]));

/** What stands in a history. Those of the first part change the state, or are asked whether they may. */
export const eventNames = {
  registered: { vi: 'Lập tài khoản', en: 'Registered' },
  'number-given': { vi: 'Ghi số định danh', en: 'Number given' },
  'number-verified': { vi: 'CSDL dân cư xác nhận số định danh', en: 'Number verified' },
  'number-refused': { vi: 'CSDL dân cư không xác nhận', en: 'Not confirmed by the register' },
  'number-renewed': { vi: 'Cập nhật số định danh được cấp lại', en: 'Re-issued number taken over' },
  prompted: { vi: 'Nhắc đăng nhập bằng VNeID', en: 'Prompted to use VNeID' },
  linked: { vi: 'Liên kết với VNeID', en: 'Linked to VNeID' },
  unlinked: { vi: 'Bỏ liên kết', en: 'Unlinked' },
  stopped: { vi: 'Dừng hoạt động', en: 'Stopped' },
  resumed: { vi: 'Hoạt động lại (lịch được dời về trước)', en: 'Back (the calendar was set back)' },
  locked: { vi: 'Khóa', en: 'Locked' },
  unlocked: { vi: 'Mở khóa', en: 'Unlocked' },
  'data-taken-over': { vi: 'Cập nhật thông tin từ CSDL dân cư', en: "Register's data taken over" },
  'phone-changed': { vi: 'Đổi số điện thoại', en: 'Telephone changed' },
  'email-changed': { vi: 'Đổi thư điện tử', en: 'E-mail address changed' },
  'password-changed': { vi: 'Đổi mật khẩu', en: 'Password changed' },
} as const satisfies Readonly<Record<string, Text>>;

export type HistoryEvent = keyof typeof eventNames;

/** One step of an account's life. */
export const historyEntry = z.lazy(() =>
  z.strictObject({
    /** Token clock. */
    at: z.iso.datetime(),
    /** The calendar's date then. */
    date: z.iso.date(),
    event: z.enum(Object.keys(eventNames) as [HistoryEvent, ...HistoryEvent[]]),
    from: z.string().nullable(),
    to: z.string(),
    by: actor,
    /** A rule of the calendar or of `contracts/portal/linking.ts`; null: nobody's. */
    rule: z.string().nullable(),
    /** What the population register would not confirm, of `number`, `name`, `birth`. */
    fields: z.array(z.string()).optional(),
    /** Which officer of which agency, where one acted. */
    officer: z.strictObject({ name: z.string(), agency: z.string(), agencyCode: z.string() }).optional(),
  }),
);

export type HistoryEntry = z.output<typeof historyEntry>;
