import type { Text } from '../../../contracts/_contract.ts';
import type { Content } from '../../_kit/page/html.ts';
import { type ShellProps, shell } from '../../_kit/page.ts';

export const DVCQG: Text = { vi: 'Cổng Dịch vụ công quốc gia (mô phỏng)', en: 'National portal (simulated)' };

/** A page of the national portal. */
export const dvcqgPage = (props: Omit<ShellProps, 'system'>): Content =>
  shell({ ...props, system: DVCQG, sheets: ['dvcqg', ...(props.sheets ?? [])] });
