import type { Text } from './_contract.ts';

/** A document that rules of the calendar come from. */
export interface Document {
  /** Kind and number, as it is quoted. */
  name: Text;
  /** `YYYY-MM-DD`, the day that it was signed; absent: the copy that is public bears none. */
  issued?: string;
}

const of = (vi: string, en: string, issued?: string): Document => ({
  name: { vi, en },
  ...(issued !== undefined && { issued }),
});

export const documents = {
  'nd-45-2020': of('Nghị định 45/2020/NĐ-CP', 'Decree 45/2020/NĐ-CP', '2020-04-08'),
  'nd-59-2022': of('Nghị định 59/2022/NĐ-CP', 'Decree 59/2022/NĐ-CP', '2022-09-05'),
  'cv-356-2024': of('Công văn 356/CV-TCTTKĐA', 'Dispatch 356/CV-TCTTKĐA', '2024-01-11'),
  'tb-204-2024': of('Thông báo 204/TB-VPCP', 'Notice 204/TB-VPCP', '2024-05-08'),
  'ct-16-2024': of('Chỉ thị 16/CT-TTg', 'Directive 16/CT-TTg', '2024-05-20'),
  'cv-4254-2024': of('Công văn 4254/TCTTKĐA', 'Dispatch 4254/TCTTKĐA', '2024-05-27'),
  'cv-3701-2024': of('Công văn 3701/VPCP-KSTT', 'Dispatch 3701/VPCP-KSTT', '2024-05-29'),
  'hp-2024': of(
    'Công văn của Văn phòng UBND TP Hải Phòng (VP-KSTTHC)',
    "Dispatch of the office of Hải Phòng's People's Committee (VP-KSTTHC)",
  ),
  'nd-69-2024': of('Nghị định 69/2024/NĐ-CP', 'Decree 69/2024/NĐ-CP', '2024-06-25'),
  'vpbca-2024': of(
    'Công văn của Văn phòng Bộ Công an về đăng ký, đăng nhập tài khoản',
    'Dispatch of the office of the Ministry of Public Security on registration and sign-in',
    '2024-06-29',
  ),
} as const satisfies Readonly<Record<string, Document>>;

export type DocumentId = keyof typeof documents;
