import type { Text } from '../../../contracts/_contract.ts';
import { keyValue, type Row } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { button, details, form, heading, link, type NoticeProps, type Post } from '../../_kit/page/parts.ts';
import { type Claims, claimList } from './claims.ts';
import { type PortalFrame, portalPage, wayAround } from './frame.ts';
import { DEVELOPERS } from './home.ts';
import { type Step, timingList } from './timing.ts';

export interface PortalSignedInProps extends PortalFrame {
  base: string;
  name: string;
  /** Who you are, as the portal understood it. */
  who: readonly Row[];
  /** Absent where the profile gives none. */
  idToken?: { header: Claims; claims: Claims };
  userinfo: Claims;
  /** Shown masked. */
  accessToken: string;
  timing: readonly Step[];
  signOut: Post;
  /** Absent once the level is reached. */
  stepUp?: Post;
  /** Absent without a refresh token. */
  refresh?: Post;
  notice?: NoticeProps;
}

const RECEIVED: Text = { vi: 'Những gì cổng đã nhận', en: 'What the portal received' };
const HEADER: Text = { vi: 'ID token: phần đầu', en: 'ID token: header' };
const CLAIMS: Text = { vi: 'ID token: nội dung', en: 'ID token: claims' };
const USERINFO: Text = { vi: 'Userinfo', en: 'Userinfo' };
const ACCESS_TOKEN: Text = { vi: 'Access token, đã che', en: 'Access token, masked' };
const APPLY: Text = { vi: 'Nộp hồ sơ', en: 'Submit a dossier' };
const SIGN_OUT: Text = { vi: 'Đăng xuất', en: 'Sign out' };
const STEP_UP: Text = { vi: 'Yêu cầu mức độ 2', en: 'Require level 2' };
const REFRESH: Text = { vi: 'Làm mới token', en: 'Refresh the tokens' };

/** Enough to tell two tokens apart, too little to use one. */
const masked = (token: string, lang: Lang): Content => {
  const length = { vi: `${token.length} ký tự`, en: `${token.length} characters` };
  return html`<code data-testid="access-token">${token.slice(0, Math.min(6, Math.floor(token.length / 4)))}…</code> <span class="hint">${say(length, lang)}</span>`;
};

/** What people come for first; what their token can do is for whoever builds such a portal. */
const actions = ({ base, signOut, stepUp, lang }: PortalSignedInProps): Content =>
  html`<div class="actions">
    ${link({ href: `${base}/services`, label: APPLY, lang, testid: 'apply', kind: 'primary' })}
    ${stepUp && form(stepUp, button({ label: STEP_UP, lang, testid: 'step-up', kind: 'plain' }), 'step-up-form')}
    ${form(signOut, button({ label: SIGN_OUT, lang, testid: 'sign-out', kind: 'plain' }), 'sign-out-form')}
  </div>`;

const tokenTools = ({ refresh, lang }: PortalSignedInProps): Content =>
  html`${
    refresh &&
    details(
      DEVELOPERS,
      form(refresh, button({ label: REFRESH, lang, testid: 'refresh', kind: 'plain' }), 'refresh-form'),
      lang,
      'token-tools',
    )
  }`;

/** Who you are, and everything that arrived. */
export const portalSignedInPage = (props: PortalSignedInProps): Content => {
  const { lang, name, who, idToken, userinfo, accessToken, timing } = props;
  const title: Text = { vi: `Xin chào, ${name}`, en: `Hello, ${name}` };
  return portalPage({
    ...props,
    title,
    wide: true,
    body: html`<section class="paper">${wayAround(props.base, 'start', props)}${heading(title, lang)}<div data-testid="who">${keyValue(who, lang)}</div>${actions(props)}${tokenTools(props)}</section>
    <section class="paper" data-testid="received">
      <h2>${say(RECEIVED, lang)}</h2>
      ${idToken && claimList(CLAIMS, idToken.claims, lang, 'id-token')}
      ${idToken && claimList(HEADER, idToken.header, lang, 'id-token-header')}
      ${claimList(USERINFO, userinfo, lang, 'userinfo')}
      <div class="received"><h3>${say(ACCESS_TOKEN, lang)}</h3><p>${masked(accessToken, lang)}</p></div>
      <div class="received">${timingList(timing, lang)}</div>
    </section>`,
  });
};
