import contract from '../../../contracts/dvcqg.ts';
import type { Content } from '../../_kit/page/html.ts';
import { type ShellProps, shell } from '../../_kit/page.ts';

export const DVCQG = contract.brand;

/** A page of the national portal. */
export const dvcqgPage = (props: Omit<ShellProps, 'system'>): Content =>
  shell({ ...props, system: DVCQG, sheets: ['dvcqg', ...(props.sheets ?? [])] });
