import type { Text } from '../../../../contracts/_contract.ts';

export const TITLE: Text = { vi: 'Lập tài khoản cho công dân', en: 'Make an account for a citizen' };
export const FOR: Text = {
  vi: 'Dành cho cán bộ, công chức bộ phận một cửa.',
  en: 'For officers of one-stop desks.',
};
export const ACTS: Text = { vi: 'Cán bộ', en: 'Officer' };
export const AGENCY: Text = { vi: 'Cơ quan', en: 'Agency' };
