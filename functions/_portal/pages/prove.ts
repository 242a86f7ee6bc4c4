import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { button, field, form, heading, type Post } from '../../_kit/page/parts.ts';
import { type PortalFrame, portalPage } from './frame.ts';

export interface ProveProps extends PortalFrame {
  /** Of the old account. */
  username: string;
  /** Who signed in. */
  name: string;
  prove: Post;
  signOut: Post;
  /** After a wrong password. */
  triesLeft?: number;
}

const TITLE: Text = { vi: 'Bạn đã có tài khoản cũ tại cổng này', en: 'You have an old account here' };
const WHY: Text = {
  vi: 'Tài khoản cũ có cùng số giấy tờ nhưng chưa được liên kết. Trùng số chưa chứng minh là cùng một người: hãy nhập mật khẩu của tài khoản cũ để liên kết.',
  en: 'The old account has the same number and is not linked yet. A number alone proves nothing: enter the old account’s password to link it.',
};
const PASSWORD: Text = { vi: 'Mật khẩu tài khoản cũ', en: 'Password of the old account' };
const LINK: Text = { vi: 'Liên kết', en: 'Link' };
const NOT_MINE: Text = { vi: 'Không phải của tôi: đăng xuất', en: 'Not mine: sign out' };

const wrong = (left: number): Text => ({
  vi: `Mật khẩu không đúng. Còn ${left} lần thử; sau đó tài khoản cũ bị khóa. Trong hộp cát mật khẩu là Aa@123456.`,
  en: `Wrong password. ${left} ${left === 1 ? 'try is' : 'tries are'} left; then the old account is locked. In the sandbox it is Aa@123456.`,
});

/** Rule `local-proof`. */
export const provePage = (props: ProveProps): Content => {
  const { lang, username, name, prove, signOut, triesLeft } = props;
  const error = triesLeft !== undefined && { error: wrong(triesLeft) };
  const asked = html`<p>${say({ vi: 'Tài khoản cũ', en: 'Old account' }, lang)}: <code data-testid="old-username">${username}</code></p>
    ${field({ name: 'password', label: PASSWORD, lang, testid: 'password', type: 'password', autocomplete: 'current-password', autofocus: true, ...error })}
    ${button({ label: LINK, lang, testid: 'link-account' })}`;
  return portalPage({
    ...props,
    title: TITLE,
    body: html`<section class="paper prove">${heading(TITLE, lang, { vi: `Đang đăng nhập: ${name}`, en: `Signed in: ${name}` })}
      <p class="prose">${say(WHY, lang)}</p>
      ${form(prove, asked, 'prove-form')}
      <div class="actions">${form(signOut, button({ label: NOT_MINE, lang, testid: 'sign-out', kind: 'quiet' }), 'sign-out-form')}</div>
    </section>`,
  });
};
