import * as z from 'zod';
import type { Text } from '../_contract.ts';

/** How somebody came to an account of the national portal. */
export const registrationMethods = {
  mobile: { vi: 'Thuê bao di động', en: 'Mobile subscriber' },
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

/** Who made a transition happen. */
export const actor = z.lazy(() =>
  z.enum(['person', 'officer', 'population', 'vneid', 'bocongan', 'calendar', 'sandbox']),
);

/** One step of an account's life. */
export const historyEntry = z.lazy(() =>
  z.strictObject({
    /** Token clock. */
    at: z.iso.datetime(),
    /** The calendar's date then. */
    date: z.iso.date(),
    event: z.string(),
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
