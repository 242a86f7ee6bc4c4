import type { Text } from '../../../../contracts/_contract.ts';
import type { AccountKind } from '../../../../contracts/_dvcqg/account.ts';
import type { Way } from '../../../../contracts/_dvcqg/registration-ways.ts';
import { type Content, html, type Lang, plain, say } from '../../../_kit/page/html.ts';
import { heading, link, notice } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { kindNames, registrationPage, wayOf } from './frame.ts';

export interface StartProps extends Frame {
  kind: AccountKind;
  /** In the order in which they are shown. */
  ways: readonly Way[];
  /** Why this kind cannot register today, when it cannot. */
  closed?: { title: Text; cure: Text } | undefined;
  /** URL of a kind's page. */
  kindUrl(kind: AccountKind): string;
  wayUrl(way: Way): string;
  signInUrl: string;
  timelineUrl: string;
}

const TITLE: Text = { vi: 'Đăng ký tài khoản', en: 'Register an account' };
const LEAD: Text = {
  vi: 'Chọn đối tượng, rồi chọn phương thức đăng ký.',
  en: 'Choose who you are, then how you register.',
};
const KINDS: Text = { vi: 'Đối tượng đăng ký', en: 'Who registers' };
const WAYS: Text = { vi: 'Phương thức đăng ký', en: 'How to register' };
const SIGN_IN: Text = { vi: 'Đã có tài khoản? Đăng nhập', en: 'Have an account? Sign in' };
const TIMELINE: Text = { vi: 'Xem dòng thời gian và đổi ngày', en: 'See the timeline, change the day' };

const kindTabs = ({ kind, kindUrl, lang }: StartProps): Content =>
  html`<nav aria-label="${plain(KINDS, lang)}"><ul class="kinds">${(
    ['citizen', 'enterprise', 'agency'] as const
  ).map(
    (each) =>
      html`<li><a class="button plain" href="${kindUrl(each)}" ${each === kind && html`aria-current="page"`} data-testid="kind-${each}">${say(kindNames[each], lang)}</a></li>`,
  )}</ul></nav>`;

function card(way: Way, { wayUrl, closed, lang }: StartProps): Content {
  const { title, lead } = wayOf(way);
  const inside = html`<span class="way-name">${say(title, lang)}</span><span class="way-lead">${say(lead, lang)}</span>`;
  return closed
    ? html`<li><span class="way-card closed" data-testid="way-${way}">${inside}</span></li>`
    : html`<li><a class="way-card" href="${wayUrl(way)}" data-testid="way-${way}">${inside}</a></li>`;
}

const closedNotice = ({ closed, timelineUrl, lang }: StartProps, language: Lang): Content | undefined =>
  closed &&
  html`${notice({ kind: 'info', title: closed.title, cure: closed.cure, testid: 'closed' }, language)}<p class="after-form">${link({ href: timelineUrl, label: TIMELINE, lang, testid: 'timeline' })}</p>`;

/** Who registers, and in which of the six ways. */
export const startPage = (props: StartProps): Content => {
  const { lang, ways, signInUrl } = props;
  return registrationPage({
    lang,
    assets: props.assets,
    title: TITLE,
    wide: true,
    body: html`${heading(TITLE, lang, LEAD)}${kindTabs(props)}${closedNotice(props, lang)}
      <h2>${say(WAYS, lang)}</h2>
      <ul class="way-cards" data-testid="ways">${ways.map((way) => card(way, props))}</ul>
      <p class="actions">${link({ href: signInUrl, label: SIGN_IN, lang, testid: 'to-sign-in' })}</p>`,
  });
};
