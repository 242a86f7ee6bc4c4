import type { Text } from '../../../contracts/_contract.ts';
import type { Door } from './lists.ts';

/** Below a workspace: where, what it is called, what one does there. */
const DOORS: readonly (readonly [path: string, title: Text, lead: Text])[] = [
  [
    'dvcqg/',
    { vi: 'Cổng Dịch vụ công quốc gia', en: 'The national portal' },
    {
      vi: 'Đăng ký bằng sáu cách, đăng nhập, liên kết tài khoản cũ với VNeID',
      en: 'Register in six ways, sign in, link an old account to VNeID',
    },
  ],
  [
    'portal/',
    { vi: 'Cổng của một tỉnh', en: 'A province’s portal' },
    {
      vi: 'Đăng nhập bằng VNeID hoặc qua Cổng quốc gia, nộp hồ sơ, ký số',
      en: 'Sign in by VNeID or through the national portal, submit a dossier, sign it',
    },
  ],
  [
    'bocongan/',
    { vi: 'Cổng của Bộ Công an', en: 'The police ministry’s portal' },
    {
      vi: 'Đồng bộ và liên kết tài khoản, hồ sơ điền sẵn từ Cổng quốc gia',
      en: 'Synchronise and link an account; dossiers filled in from the national portal',
    },
  ],
  [
    'timeline/',
    { vi: 'Dòng thời gian pháp lý', en: 'Timeline of the law' },
    { vi: 'Xem luật đổi vào ngày nào, và dời ngày hôm nay', en: 'See when the law changes, and move today' },
  ],
  [
    'clean/',
    { vi: 'Rà soát tài khoản', en: 'Clean accounts' },
    {
      vi: 'Đối chiếu tệp tài khoản với cơ sở dữ liệu dân cư, lấy báo cáo',
      en: 'Judge a file of accounts by the population database, take the report',
    },
  ],
  [
    'pki/verify',
    { vi: 'Kiểm tra chữ ký số', en: 'Verify a signature' },
    { vi: 'Ai ký, khi nào, có giá trị hay không', en: 'Who signed, when, and what it is worth' },
  ],
  [
    'people',
    { vi: 'Ai làm xảy ra điều gì', en: 'Who makes what happen' },
    { vi: 'Chọn người cho tình huống cần thử', en: 'Choose a person for the case to try' },
  ],
];

/** The pages that people begin at, in one workspace. `base`: its URL, without a slash at the end. */
export const doorsAt = (base: string): Door[] =>
  DOORS.map(([path, title, lead]) => ({ title, lead, url: `${base}/${path}` }));

/** What a portal is connected to, and what is opened first, in one workspace. `base` as above. */
export const startAt = (base: string) => ({
  issuer: `${base}/vneid`,
  control: `${base}/control`,
  portal: `${base}/portal`,
  phone: `${base}/phone`,
  people: `${base}/people`,
});
