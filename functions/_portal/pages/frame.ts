import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { link } from '../../_kit/page/parts.ts';
import { type Frame, type Sheet, type ShellProps, shell } from '../../_kit/page.ts';

/** What every page of a portal is told. */
export interface PortalFrame extends Frame {
  /** Whose page it is. */
  portal: Text;
}

interface PortalPageProps extends Omit<ShellProps, 'system' | 'sheets'>, PortalFrame {
  /** Besides the portals' own. */
  sheet?: Sheet;
}

/** A page of a portal. */
export const portalPage = (props: PortalPageProps): Content =>
  shell({ ...props, system: props.portal, sheets: ['portal', ...(props.sheet ? [props.sheet] : [])] });

const places = [
  ['', 'start', { vi: 'Trang đầu', en: 'Start' }],
  ['services', 'services', { vi: 'Dịch vụ công', en: 'Services' }],
  ['dossiers', 'dossiers', { vi: 'Quản lý hồ sơ đã nộp', en: 'My dossiers' }],
  ['account', 'account', { vi: 'Quản lý tài khoản', en: 'My account' }],
] as const;

export type Place = (typeof places)[number][1];

const LABEL = { vi: 'Các trang của cổng', en: 'Pages of the portal' };

/** The way between the pages of a portal; the one that is shown is marked. */
export const wayAround = (base: string, here: Place | undefined, { lang }: Frame): Content =>
  html`<nav class="around" aria-label="${LABEL[lang]}"><ul>${places.map(
    ([path, place, label]) =>
      html`<li>${
        place === here
          ? html`<span aria-current="page">${say(label, lang)}</span>`
          : link({ href: `${base}/${path}`, label, lang, testid: `to-${place}` })
      }</li>`,
  )}</ul></nav>`;
