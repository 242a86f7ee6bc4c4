import type { Text } from './_contract.ts';

/** A document that the rules come from. `seed`: that a public notice repeats it, in our own words. */
export interface Document {
  /** Number and kind, as it is quoted. */
  name: Text;
  /** `YYYY-MM-DD`, the day that it was signed. */
  issued: string;
}

const of = (vi: string, en: string, issued: string): Document => ({ name: { vi, en }, issued });

export const documents = {
  'nd-45-2020': of('Nghị định 45/2020/NĐ-CP', 'Decree 45/2020/NĐ-CP', '2020-04-08'),
  'nd-59-2022': of('Nghị định 59/2022/NĐ-CP', 'Decree 59/2022/NĐ-CP', '2022-09-05'),
  'cv-356-2024': of('Công văn 356/CV-TCTTKĐA', 'Dispatch 356/CV-TCTTKĐA', '2024-01-11'),
  'cv-4254-2024': of('Công văn 4254/TCTTKĐA', 'Dispatch 4254/TCTTKĐA', '2024-05-27'),
  'cv-3701-2024': of('Công văn 3701/VPCP-KSTT', 'Dispatch 3701/VPCP-KSTT', '2024-05-29'),
  'vpbca-2024': of(
    'Công văn của Văn phòng Bộ Công an về đăng ký, đăng nhập tài khoản',
    'Dispatch of the Ministry of Public Security on registration and sign-in',
    '2024-06-29',
  ),
  'nd-69-2024': of('Nghị định 69/2024/NĐ-CP', 'Decree 69/2024/NĐ-CP', '2024-06-25'),
} as const satisfies Readonly<Record<string, Document>>;

export type DocumentId = keyof typeof documents;

/** Something that the law turns on or off on a day. */
export interface CalendarRule {
  /** The first day, in Viet Nam, from 00:00 on: `YYYY-MM-DD`. */
  from: string;
  who: Text;
  what: Text;
  documents: readonly DocumentId[];
  /** Whether a system of the sandbox behaves otherwise from that day on; the others are only told. */
  enforced: boolean;
}

/**
 * Every date by which a portal must behave otherwise, in the order of time. The workspace's calendar decides which of
 * them have come. The national portal and everybody else have different last days for citizens' accounts: the documents
 * differ (15 June, 1 July), and both are true.
 */
export const calendarRules = {
  'accounts-registered': {
    from: '2020-04-08',
    who: { vi: 'Tổ chức, cá nhân', en: 'Organisations and individuals' },
    what: {
      vi: 'Hồ sơ trực tuyến chỉ được nhận từ tài khoản đã đăng ký trên Cổng DVCQG, cổng bộ, tỉnh',
      en: 'Online dossiers are only taken from accounts registered at the national, a ministry’s or a province’s portal',
    },
    documents: ['nd-45-2020'],
    enforced: false,
  },
  'switch-announced': {
    from: '2024-01-11',
    who: { vi: 'Bộ, ngành, địa phương', en: 'Ministries and provinces' },
    what: {
      vi: 'Kết nối SSO với VNeID, làm sạch tài khoản; Cổng DVCQG bắt đầu nhắc công dân chuyển sang VNeID',
      en: 'Single sign-on with VNeID, and the cleaning of accounts; the national portal begins to prompt citizens to change to VNeID',
    },
    documents: ['cv-356-2024', 'cv-3701-2024'],
    enforced: true,
  },
  'cleaning-ordered': {
    from: '2024-05-27',
    who: { vi: 'Bộ, ngành, địa phương', en: 'Ministries and provinces' },
    what: {
      vi: 'Rà soát, làm sạch những tài khoản chưa đủ thông tin về số định danh cá nhân và báo cáo',
      en: 'Find, clean and report the accounts that lack full information on the personal number',
    },
    documents: ['cv-4254-2024'],
    enforced: false,
  },
  'national-portal-vneid-only': {
    from: '2024-06-15',
    who: { vi: 'Công dân Việt Nam', en: 'Vietnamese citizens' },
    what: {
      vi: 'Trên Cổng DVCQG chỉ đăng ký, đăng nhập bằng VNeID; tài khoản do Cổng cấp không đăng nhập Cổng được nữa',
      en: 'On the national portal only VNeID registers and signs in; its own accounts no longer sign in there',
    },
    documents: ['cv-3701-2024'],
    enforced: true,
  },
  'officers-create-no-accounts': {
    from: '2024-06-15',
    who: { vi: 'Cán bộ, công chức bộ phận một cửa', en: 'Officers at one-stop desks' },
    what: {
      vi: 'Cổng DVCQG bỏ chức năng tạo lập tài khoản công dân',
      en: 'The national portal removes the creation of accounts for citizens',
    },
    documents: ['cv-3701-2024'],
    enforced: true,
  },
  'police-portal-syncs': {
    from: '2024-06-28',
    who: { vi: 'Công dân có tài khoản cũ', en: 'Citizens with an old account' },
    what: {
      vi: 'Cổng Bộ Công an có «Cập nhật thông tin tài khoản từ CSDLQG về dân cư» ở Quản lý tài khoản và Quản lý hồ sơ đã nộp',
      en: "The police ministry's portal can bring an old account of the national portal under VNeID, in account management and among submitted dossiers",
    },
    documents: ['vpbca-2024'],
    enforced: true,
  },
  'citizens-vneid-only': {
    from: '2024-07-01',
    who: { vi: 'Công dân Việt Nam', en: 'Vietnamese citizens' },
    what: {
      vi: 'Chỉ dùng VNeID ở mọi cổng; tài khoản công dân do Cổng DVCQG cấp dừng hoạt động',
      en: 'Only VNeID, on every portal; accounts that the national portal gave to citizens stop',
    },
    documents: ['nd-59-2022', 'cv-3701-2024', 'vpbca-2024'],
    enforced: true,
  },
  'organisations-own-identity': {
    from: '2025-07-01',
    who: { vi: 'Tổ chức, doanh nghiệp', en: 'Organisations and enterprises' },
    what: {
      vi: 'Hết USB ký số, SIM ký số, SmartCA trên Cổng DVCQG (đến hết 30/6/2025); chỉ còn định danh điện tử của tổ chức',
      en: "USB token, SIM and SmartCA no longer sign in on the national portal (last day 30 June 2025); only the organisation's own electronic identity does",
    },
    documents: ['vpbca-2024', 'nd-69-2024'],
    enforced: true,
  },
} as const satisfies Readonly<Record<string, CalendarRule>>;

export type CalendarRuleId = keyof typeof calendarRules;
