import type { Text } from '../../../contracts/_contract.ts';
import { keyValue, type Row } from '../../_kit/page/data.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { button, details, form, heading, type NoticeProps, type Post } from '../../_kit/page/parts.ts';
import type { Provider } from '../portal.ts';
import { type PortalFrame, portalPage, wayAround } from './frame.ts';

export interface PortalHomeProps extends PortalFrame {
  base: string;
  /** Begin the sign-in, the portal's own choice first. */
  signIn: readonly { provider: Provider; post: Post }[];
  /** What this portal is configured with: issuer, client ID, redirect URI, … */
  configuration: readonly Row[];
  /** Such as: signed out. */
  notice?: NoticeProps;
}

const LEAD: Text = {
  vi: 'Đăng nhập để nộp hồ sơ trực tuyến: tờ khai được điền sẵn từ định danh của bạn.',
  en: 'Sign in to submit dossiers online: the forms are filled in from your identity.',
};
const WRITTEN: Text = {
  vi: 'Một cổng nhỏ, viết như đội của bạn sẽ viết, để xem việc đăng nhập chạy từ đầu đến cuối.',
  en: 'A small portal, written as your team would write it, to watch a sign-in from end to end.',
};
const SIGN_IN: Readonly<Record<Provider, Text>> = {
  vneid: { vi: 'Đăng nhập bằng VNeID', en: 'Sign in with VNeID' },
  exchange: { vi: 'Đăng nhập qua Cổng Dịch vụ công quốc gia', en: 'Sign in through the national portal' },
};
const NEXT: Text = { vi: 'Điều gì sẽ xảy ra', en: 'What will happen' };
export const DEVELOPERS: Text = { vi: 'Dành cho lập trình viên', en: 'For developers' };
const CONFIGURATION: Text = { vi: 'Cấu hình của cổng', en: 'How this portal is configured' };
const STEPS: readonly Text[] = [
  {
    vi: 'Cổng gửi trình duyệt của bạn sang VNeID hoặc Cổng DVCQG mô phỏng, kèm state, nonce và PKCE.',
    en: 'The portal sends your browser to the simulated VNeID or national portal, with state, nonce and PKCE.',
  },
  {
    vi: 'Bạn chọn một người trong hộp cát, nhập mã từ điện thoại của người đó và đồng ý chia sẻ.',
    en: 'You choose a person of the sandbox, enter the code from their phone, and agree to share.',
  },
  {
    vi: 'Bên đó trả về một mã dùng một lần; cổng đổi mã đó lấy token ở phía máy chủ và kiểm tra từng thứ.',
    en: 'A code comes back that works once; the portal redeems it for tokens, server to server, and checks everything.',
  },
  {
    vi: 'Cổng tìm hoặc lập tài khoản tại cổng, rồi điền sẵn tờ khai cho bạn.',
    en: 'The portal finds or makes your local account, then fills in its forms for you.',
  },
];

const buttons = ({ signIn, lang }: PortalHomeProps): Content =>
  html`<div class="actions">${signIn.map(({ provider, post }, at) => {
    const testid = at === 0 ? 'sign-in' : `sign-in-${provider}`;
    const kind = at === 0 ? 'primary' : 'plain';
    return form(post, button({ label: SIGN_IN[provider], lang, testid, kind }), `${testid}-form`);
  })}</div>`;

/** How it is made and what it does: of no use to whoever only wants to submit something. */
const developersPart = ({ lang, configuration }: PortalHomeProps): Content =>
  details(
    DEVELOPERS,
    html`<p class="prose">${say(WRITTEN, lang)}</p>
      <div class="steps"><h2>${say(NEXT, lang)}</h2><ol>${STEPS.map((step) => html`<li class="prose">${say(step, lang)}</li>`)}</ol></div>
      <div class="received"><h2>${say(CONFIGURATION, lang)}</h2>${keyValue(configuration, lang)}</div>`,
    lang,
    'configuration',
  );

/** The portal before anyone has signed in. */
export const portalHomePage = (props: PortalHomeProps): Content => {
  const { lang, base, portal } = props;
  return portalPage({
    ...props,
    title: portal,
    body: html`<section class="paper">
      ${wayAround(base, 'start', props)}${heading(portal, lang, LEAD)}
      ${buttons(props)}
      ${developersPart(props)}
    </section>`,
  });
};
