import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { link } from '../../_kit/page/parts.ts';
import { sectionHeading } from './section.ts';

/** A page to begin at, by its name, and what one does there. */
export interface Door {
  title: Text;
  lead: Text;
  url: string;
}

/** A system's contract page. */
export interface SystemDocs {
  title: Text;
  url: string;
}

/** The first things to open in a workspace. */
export interface Begin {
  portal: string;
  phone: string;
  /** The sandbox's start page, from elsewhere. */
  home?: string;
}

const PORTAL: Text = { vi: 'Đăng nhập thử ở cổng mẫu', en: 'Sign in at the sample portal' };
const PHONES: Text = { vi: 'Mở điện thoại hộp cát', en: 'Open the phones' };
const HOME: Text = { vi: 'Trang đầu của hộp cát', en: 'The sandbox’s start page' };

const DOORS: Text = { vi: 'Bắt đầu từ đâu', en: 'Where to begin' };
const DOORS_LEAD: Text = {
  vi: 'Các trang mà công dân, tổ chức và cán bộ đi qua.',
  en: 'The pages that citizens, organisations and officials walk through.',
};

const SYSTEMS: Text = { vi: 'Các hệ thống', en: 'The systems' };
const SYSTEMS_LEAD: Text = {
  vi: 'Mỗi trang cho xem đặc tả API của một hệ thống và gọi thử từng thao tác, kể cả lúc hệ thống lỗi.',
  en: 'Each page shows the contract of a system, and lets you try every call, failures too.',
};

export const actions = ({ portal, phone, home }: Begin, lang: Lang): Content =>
  html`<p class="actions">
    ${link({ href: portal, label: PORTAL, lang, testid: 'portal', kind: 'primary' })}
    ${link({ href: phone, label: PHONES, lang, testid: 'phones', kind: 'plain' })}
    ${home && link({ href: home, label: HOME, lang, testid: 'start', kind: 'quiet' })}
  </p>`;

export const doorList = (doors: readonly Door[] | undefined, lang: Lang): Content | undefined =>
  doors &&
  html`<section class="paper" aria-labelledby="doors-title">
    ${sectionHeading('doors', DOORS, DOORS_LEAD, lang)}
    <ul class="doors">${doors.map(
      ({ title, lead, url }) =>
        html`<li>${link({ href: url, label: title, lang, testid: 'door' })}<p class="hint">${say(lead, lang)}</p></li>`,
    )}</ul>
  </section>`;

export const systemList = (systems: readonly SystemDocs[] | undefined, lang: Lang): Content | undefined =>
  systems &&
  html`<section class="paper" aria-labelledby="systems-title">
    ${sectionHeading('systems', SYSTEMS, SYSTEMS_LEAD, lang)}
    <p class="actions">${systems.map(({ title, url }) => html`${link({ href: url, label: title, lang, testid: 'system-docs', kind: 'plain' })} `)}</p>
  </section>`;
