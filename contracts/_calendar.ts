import { type CalendarRuleId, calendarDates } from './_calendar-dates.ts';
import type { DocumentId } from './_calendar-documents.ts';
import type { Text } from './_contract.ts';

export type { CalendarRuleId } from './_calendar-dates.ts';
export { type Document, type DocumentId, documents } from './_calendar-documents.ts';

/** Something that the law turns on or off on a day. */
export interface CalendarRule {
  /** The first day, in Viet Nam, from 00:00 on: `YYYY-MM-DD`. */
  from: string;
  who: Text;
  what: Text;
  documents: readonly DocumentId[];
  /** Whether a system of the sandbox behaves otherwise from that day on; the others are only told. */
  enforced: boolean;
  /** What then changes in the sandbox: where `enforced`. */
  sandbox?: Text;
}

const ministries: Text = { vi: 'Bộ, ngành, địa phương', en: 'Ministries and provinces' };
const citizens: Text = { vi: 'Công dân Việt Nam', en: 'Vietnamese citizens' };
const organisations: Text = { vi: 'Tổ chức, doanh nghiệp', en: 'Organisations and enterprises' };

/**
 * Every date by which a portal must behave otherwise, in the order of time. The workspace's calendar decides which of
 * them have come. The national portal and everybody else have different last days for citizens' accounts: the documents
 * differ (15 June, 1 July), and both are true. Decrees 45 and 59 stand under the day that they were signed.
 */
export const calendarRules = {
  'accounts-registered': {
    from: calendarDates['accounts-registered'],
    who: { vi: 'Tổ chức, cá nhân', en: 'Organisations and individuals' },
    what: {
      vi: 'Hồ sơ trực tuyến chỉ nhận từ tài khoản đã đăng ký trên Cổng DVCQG, cổng bộ, tỉnh, hoặc từ định danh đã tích hợp với Cổng DVCQG',
      en: 'Online dossiers are only taken from accounts registered at the national, a ministry’s or a province’s portal, or from an identity integrated with the national portal',
    },
    documents: ['nd-45-2020'],
    enforced: false,
  },
  'identity-decree': {
    from: calendarDates['identity-decree'],
    who: citizens,
    what: {
      vi: 'Quy định về định danh và xác thực điện tử: VNeID; tài khoản công dân do các cổng cấp chỉ dùng đến hết 30/6/2024',
      en: 'Electronic identity and authentication are regulated: VNeID; accounts that portals gave to citizens last until 30 June 2024',
    },
    documents: ['nd-59-2022'],
    enforced: false,
  },
  'switch-announced': {
    from: calendarDates['switch-announced'],
    who: ministries,
    what: {
      vi: 'Kết nối SSO với VNeID, làm sạch tài khoản; từ tháng 01/2024 Cổng DVCQG nhắc công dân chuyển sang VNeID',
      en: 'Single sign-on with VNeID, and the cleaning of accounts; from January 2024 the national portal prompts citizens to change to VNeID',
    },
    documents: ['cv-356-2024', 'cv-3701-2024'],
    enforced: true,
    sandbox: {
      vi: 'Đăng nhập bằng tài khoản đã xác thực số định danh thì Cổng hiện «Thông báo» với nút «Đăng nhập bằng VNeID». Công văn không nêu ngày bắt đầu nhắc: hộp cát lấy ngày ký',
      en: 'Whoever signs in with an account whose number is verified is shown "Thông báo" with "Đăng nhập bằng VNeID". No document names the first day of the prompts: the sandbox takes the day of signing',
    },
  },
  'cleaning-ordered': {
    from: calendarDates['cleaning-ordered'],
    who: ministries,
    what: {
      vi: 'Rà soát, làm sạch tài khoản chưa đủ thông tin về số định danh cá nhân trên cổng dịch vụ công, hệ thống giải quyết thủ tục hành chính',
      en: 'Find and clean the accounts that lack full information on the personal number, on portals and in dossier systems',
    },
    documents: ['cv-4254-2024'],
    enforced: false,
  },
  'switch-ordered': {
    from: calendarDates['switch-ordered'],
    who: ministries,
    what: {
      vi: 'Chuyển đổi, làm sạch tài khoản công dân sang VNeID trước 01/7/2024, báo cho người dân về ngày 15/6/2024; tổ chức, doanh nghiệp, người nước ngoài chờ hướng dẫn của Bộ Công an',
      en: 'Bring citizens’ accounts over to VNeID before 1 July 2024, and tell people of 15 June 2024; organisations and foreigners await guidance of the Ministry of Public Security',
    },
    documents: ['cv-3701-2024', 'tb-204-2024', 'ct-16-2024'],
    enforced: false,
  },
  'hai-phong-reports': {
    from: calendarDates['hai-phong-reports'],
    who: { vi: 'Sở Thông tin và Truyền thông Hải Phòng', en: "Hải Phòng's department of information" },
    what: {
      vi: 'Đã phải báo cáo (trước 02/6) số tài khoản chưa làm sạch và lộ trình: một ví dụ về hạn của địa phương',
      en: 'Must have reported (before 2 June) how many accounts are not clean, and a plan: an example of a local deadline',
    },
    documents: ['hp-2024', 'cv-4254-2024'],
    enforced: false,
  },
  'hai-phong-police-report': {
    from: calendarDates['hai-phong-police-report'],
    who: { vi: 'Công an thành phố Hải Phòng', en: "Hải Phòng's police" },
    what: {
      vi: 'Đã phải tổng hợp (trước 04/6) và báo cáo Tổ công tác qua Cục C06, Bộ Công an',
      en: "Must have summed it up (before 4 June) for the task force, through the ministry's department C06",
    },
    documents: ['hp-2024'],
    enforced: false,
  },
  'national-portal-vneid-only': {
    from: calendarDates['national-portal-vneid-only'],
    who: citizens,
    what: {
      vi: 'Trên Cổng DVCQG chỉ đăng ký, đăng nhập bằng VNeID',
      en: 'On the national portal only VNeID registers and signs in',
    },
    documents: ['cv-3701-2024'],
    enforced: true,
    sandbox: {
      vi: 'Cổng DVCQG không cho công dân đăng ký bằng sáu cách cũ, cũng không cho đăng nhập Cổng bằng tài khoản do Cổng cấp; ở cổng khác tài khoản đó còn dùng được đến 01/7',
      en: 'The national portal closes the six ways to register to citizens, and its own accounts no longer sign in there; at other portals they do until 1 July',
    },
  },
  'officers-create-no-accounts': {
    from: calendarDates['officers-create-no-accounts'],
    who: { vi: 'Cán bộ, công chức bộ phận một cửa', en: 'Officers at one-stop desks' },
    what: {
      vi: 'Cổng DVCQG bỏ chức năng tạo lập tài khoản công dân',
      en: 'The national portal removes the creation of accounts for citizens',
    },
    documents: ['cv-3701-2024'],
    enforced: true,
    sandbox: {
      vi: 'Trang «Lập tài khoản cho công dân» chỉ còn báo ngày và công văn, API trả lời officers_create_no_accounts',
      en: 'The page to make an account for a citizen only tells the day and the dispatch, and the API answers officers_create_no_accounts',
    },
  },
  'police-portal-syncs': {
    from: calendarDates['police-portal-syncs'],
    who: { vi: 'Công dân có tài khoản cũ', en: 'Citizens with an old account' },
    what: {
      vi: 'Cổng Bộ Công an có «Cập nhật thông tin tài khoản từ CSDLQG về dân cư» ở «Quản lý tài khoản» và «Quản lý hồ sơ đã nộp»',
      en: "The police ministry's portal can bring an old account of the national portal under VNeID, in account management and among submitted dossiers",
    },
    documents: ['vpbca-2024'],
    enforced: true,
    sandbox: {
      vi: 'Hai nơi đó trên Cổng Bộ Công an có nút cập nhật; bấm là tài khoản cũ được liên kết với VNeID',
      en: "Both places of the police ministry's portal have the button, which links the old account to VNeID",
    },
  },
  'police-guidance': {
    from: calendarDates['police-guidance'],
    who: { vi: 'Cá nhân, tổ chức, doanh nghiệp', en: 'Individuals, organisations, enterprises' },
    what: {
      vi: 'Bộ Công an hướng dẫn: từ 01/7/2024 công dân chỉ dùng VNeID ở Cổng DVCQG và Cổng Bộ Công an; tổ chức giữ ba cách ký số đến hết 30/6/2025',
      en: 'The Ministry of Public Security guides: from 1 July 2024 citizens use only VNeID at the national and its own portal; organisations keep three ways of signing until 30 June 2025',
    },
    documents: ['vpbca-2024'],
    enforced: false,
  },
  'citizens-vneid-only': {
    from: calendarDates['citizens-vneid-only'],
    who: citizens,
    what: {
      vi: 'Chỉ dùng VNeID ở mọi cổng; tài khoản công dân do Cổng DVCQG cấp dừng hoạt động',
      en: 'Only VNeID, on every portal; accounts that the national portal gave to citizens stop',
    },
    documents: ['nd-59-2022', 'cv-3701-2024', 'vpbca-2024'],
    enforced: true,
    sandbox: {
      vi: 'Tài khoản công dân chưa liên kết chuyển sang «đã dừng hoạt động», không đăng nhập được ở cổng nào qua VNConnect',
      en: 'Accounts of citizens that are not linked become "stopped", and sign in at no portal through VNConnect',
    },
  },
  'organisations-get-identity': {
    from: calendarDates['organisations-get-identity'],
    who: organisations,
    what: {
      vi: 'Nghị định 69/2024 có hiệu lực: tổ chức được cấp định danh điện tử, người đại diện theo pháp luật dùng qua VNeID',
      en: 'Decree 69/2024 takes effect: organisations get an electronic identity, which their legal representatives use through VNeID',
    },
    documents: ['nd-69-2024'],
    enforced: true,
    sandbox: {
      vi: 'VNeID chia sẻ thông tin «organisation» của người đại diện; trước ngày này thì không',
      en: 'VNeID shares the claim "organisation" of a legal representative; before that day it does not',
    },
  },
  'organisations-own-identity': {
    from: calendarDates['organisations-own-identity'],
    who: organisations,
    what: {
      vi: 'Hết ba cách USB ký số, SIM ký số, SmartCA trên Cổng DVCQG (dùng đến hết 30/6/2025); chỉ còn định danh điện tử của tổ chức',
      en: "USB token, SIM and SmartCA no longer sign in on the national portal (last day 30 June 2025); only the organisation's own electronic identity does",
    },
    documents: ['vpbca-2024', 'nd-69-2024'],
    enforced: true,
    sandbox: {
      vi: 'Tài khoản doanh nghiệp do Cổng cấp kết thúc; trang đăng nhập chỉ còn định danh tổ chức qua VNeID. Tài khoản cơ quan nhà nước giữ nguyên',
      en: "Accounts of enterprises end, and the sign-in page offers only the organisation's identity through VNeID. Accounts of state agencies stay",
    },
  },
} as const satisfies Readonly<Record<CalendarRuleId, CalendarRule>>;
