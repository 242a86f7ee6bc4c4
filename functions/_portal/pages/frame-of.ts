import { ASSETS } from '../../_kit/wire.ts';
import type { Portal } from '../portal.ts';
import type { PortalFrame } from './frame.ts';

/** The portal's pages; most requests need none, so they are loaded when one is shown. */
export const pages = () => import('../pages.ts');

/** What every page of this portal is told. */
export const frameOf = ({ name }: Pick<Portal, 'name'>): PortalFrame => ({
  lang: 'vi',
  assets: ASSETS,
  portal: name,
});
