import type { Text } from '../../../contracts/_contract.ts';
import type { Content } from '../../_kit/page/html.ts';
import { type ShellProps, shell } from '../../_kit/page.ts';

export const PORTAL: Text = { vi: 'Cổng dịch vụ mẫu', en: 'Sample service portal' };

/** A page of the reference portal. */
export const portalPage = (props: Omit<ShellProps, 'system' | 'sheets'>): Content =>
  shell({ ...props, system: PORTAL, sheets: ['portal'] });
