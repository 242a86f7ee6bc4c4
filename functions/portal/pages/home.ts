import type { Text } from '../../../contracts/_contract.ts';
import { keyValue, type Row } from '../../_kit/page/data.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { button, details, form, heading, type NoticeProps, type Post } from '../../_kit/page/parts.ts';
import type { Frame } from '../../_kit/page.ts';
import { PORTAL, portalPage } from './frame.ts';

export interface PortalHomeProps extends Frame {
  /** Begins the sign-in. */
  signIn: Post;
  /** What this portal is configured with: issuer, client ID, redirect URI, … */
  configuration: readonly Row[];
  /** Such as: signed out. */
  notice?: NoticeProps;
}

const LEAD: Text = {
  vi: 'Một cổng nhỏ, viết như đội của bạn sẽ viết, để xem đăng nhập VNeID chạy từ đầu đến cuối.',
  en: 'A small portal, written as your team would write it, to watch VNeID sign-in from end to end.',
};
const SIGN_IN: Text = { vi: 'Đăng nhập bằng VNeID', en: 'Sign in with VNeID' };
const NEXT: Text = { vi: 'Điều gì sẽ xảy ra', en: 'What will happen' };
const CONFIGURATION: Text = { vi: 'Cấu hình của cổng', en: 'How this portal is configured' };
const STEPS: readonly Text[] = [
  {
    vi: 'Cổng gửi trình duyệt của bạn sang VNeID mô phỏng, kèm state, nonce và PKCE.',
    en: 'The portal sends your browser to the simulated VNeID, with state, nonce and PKCE.',
  },
  {
    vi: 'Bạn chọn một người trong hộp cát, nhập mã từ điện thoại của người đó và đồng ý chia sẻ.',
    en: 'You choose a person of the sandbox, enter the code from their phone, and agree to share.',
  },
  {
    vi: 'VNeID trả về một mã dùng một lần; cổng đổi mã đó lấy token ở phía máy chủ.',
    en: 'VNeID returns a code that works once; the portal redeems it for tokens, server to server.',
  },
  {
    vi: 'Cổng kiểm tra token rồi cho bạn xem từng thứ đã nhận.',
    en: 'The portal checks the tokens and shows you everything that it received.',
  },
];

/** The portal before anyone has signed in. */
export const portalHomePage = (props: PortalHomeProps): Content => {
  const { lang, signIn, configuration } = props;
  return portalPage({
    ...props,
    title: PORTAL,
    body: html`<section class="paper">
      ${heading(PORTAL, lang, LEAD)}
      ${form(signIn, button({ label: SIGN_IN, lang, testid: 'sign-in' }), 'sign-in-form')}
      <div class="steps"><h2>${say(NEXT, lang)}</h2><ol>${STEPS.map((step) => html`<li class="prose">${say(step, lang)}</li>`)}</ol></div>
      ${details(CONFIGURATION, keyValue(configuration, lang), lang, 'configuration')}
    </section>`,
  });
};
