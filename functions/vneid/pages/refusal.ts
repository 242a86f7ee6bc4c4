import { type FaultPageProps, faultPage } from '../../_kit/page/fault.ts';
import type { Content } from '../../_kit/page/html.ts';
import { VNEID } from './frame.ts';

export type RefusalProps = Omit<FaultPageProps, 'system'>;

/** VNeID says no, to the person: there is no client to send them back to, or none that may be trusted. */
export const refusalPage = (props: RefusalProps): Content => faultPage({ ...props, system: VNEID });
