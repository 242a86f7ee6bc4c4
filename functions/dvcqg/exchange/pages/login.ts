import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { heading, link, type Post } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { accountSection, basisOf, type Closed, dated } from './account-section.ts';
import { exchangePage, type PageError, strong } from './frame.ts';
import { type SignatureKind, signatureSection } from './signature-section.ts';

export interface LoginProps extends Frame {
  /** To whom the sign-in leads; absent: the national portal itself. */
  client?: string;
  /** Where the tiles lead. */
  vneid: { citizen: string; organisation: string };
  /** Receives `username` and `password`. */
  post: Post;
  /** Why it is for foreigners alone. */
  closed?: Closed;
  /** From when on organisations have such an identity, where that day has not come. */
  organisationFrom?: Closed;
  /** What was typed before. */
  username: string;
  error?: PageError;
  /** Receives `method`, `kind` and `holder`: whoever signs in by a digital signature. */
  signature?: { post: Post; kinds: readonly SignatureKind[] };
  /** The page of the law's dates. */
  timeline: string;
  /** Where a forgotten password is recovered. */
  recover: string;
  /** Back to the client without signing in. */
  cancel?: string;
  /** The token will stand in the address. */
  bridge?: true;
}

const TITLE: Text = { vi: 'Đăng nhập', en: 'Sign in' };
const HERE: Text = { vi: 'vào Cổng Dịch vụ công quốc gia', en: 'to the national portal' };
const WITH_VNEID: Text = { vi: 'Định danh điện tử', en: 'Electronic identity' };
const CITIZEN: Text = { vi: 'Đăng nhập bằng VNeID', en: 'Sign in with VNeID' };
const CITIZEN_HINT: Text = {
  vi: 'Tài khoản định danh điện tử mức 2 của công dân.',
  en: 'The electronic identity, level 2, of a citizen.',
};
const ORGANISATION: Text = { vi: 'VNeID của tổ chức, doanh nghiệp', en: "An organisation's VNeID" };
const ORGANISATION_HINT: Text = {
  vi: 'Người đại diện đăng nhập thay cho tổ chức của mình.',
  en: 'The representative signs in for the organisation.',
};
const BRIDGE: Text = {
  vi: 'Nguy hiểm: qua cầu nối này, access token sẽ nằm trên thanh địa chỉ. Chỉ dùng để thử nghiệm.',
  en: 'Danger: by this bridge the access token will stand in the address. For tests only.',
};

const tile = (href: string, label: Text, hint: Text, lang: Lang, testid: string): Content =>
  html`<li>${link({ href, label, lang, testid, kind: testid === 'vneid' ? 'primary' : 'plain' })}<p class="hint">${say(hint, lang)}</p></li>`;

const notYet = (from: Closed, lang: Lang): Content => {
  const day = dated(from.since);
  const title: Text = {
    vi: `${ORGANISATION.vi}: có từ ${day}`,
    en: `${ORGANISATION.en}: from ${day} on`,
  };
  return html`<li class="closed" data-testid="organisation-not-yet">
    <p class="closed-title">${say(title, lang)}</p>
    <p class="hint">${say(from.what, lang)}</p>
    <p class="hint">${say(basisOf(from), lang)}</p>
  </li>`;
};

const tiles = ({ vneid, lang, organisationFrom: from }: LoginProps): Content =>
  html`<section class="way-in" aria-labelledby="door-vneid">
    <h2 id="door-vneid">${say(WITH_VNEID, lang)}</h2>
    <ul class="idps">
      ${tile(vneid.citizen, CITIZEN, CITIZEN_HINT, lang, 'vneid')}
      ${from ? notYet(from, lang) : tile(vneid.organisation, ORGANISATION, ORGANISATION_HINT, lang, 'vneid-organisation')}
    </ul>
  </section>`;

/** By VNeID, by an account while the law allows it, or by a digital signature. */
export const loginPage = (props: LoginProps): Content => {
  const { lang, client, cancel, signature } = props;
  const lead = client
    ? { vi: html`để tiếp tục tới ${strong(client)}`, en: html`to continue to ${strong(client)}` }
    : HERE;
  const back = client && { vi: `Quay lại ${client}`, en: `Back to ${client}` };
  return exchangePage({
    ...props,
    title: TITLE,
    body: html`${heading(TITLE, lang, lead)}
      ${props.bridge && html`<div class="notice error" role="note" data-testid="bridge-danger"><p class="notice-title">${say(BRIDGE, lang)}</p></div>`}
      ${tiles(props)}
      ${accountSection(props)}
      ${signature && signature.kinds.length > 0 && signatureSection(signature, lang)}
      ${cancel && back && html`<p class="actions">${link({ href: cancel, label: back, lang, testid: 'cancel', kind: 'quiet' })}</p>`}`,
  });
};
