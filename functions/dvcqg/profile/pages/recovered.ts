import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, say } from '../../../_kit/page/html.ts';
import { heading, link } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { dvcqgPage } from '../../pages/frame.ts';

export interface RecoveredPageProps extends Frame {
  usernames: readonly string[];
  passwordChanged: boolean;
  signInUrl: string;
}

const TITLE: Text = { vi: 'Đã tìm thấy tài khoản', en: 'Account found' };
const CHANGED: Text = { vi: 'Mật khẩu mới đã được lưu.', en: 'The new password is saved.' };
const KEPT: Text = { vi: 'Mật khẩu không thay đổi.', en: 'The password was not changed.' };
const NAMES: Text = { vi: 'Tên đăng nhập của bạn', en: 'Your user names' };
const SIGN_IN: Text = { vi: 'Đăng nhập', en: 'Sign in' };

/** The user names that were forgotten, and whether a new password was taken. */
export const recoveredPage = ({
  lang,
  assets,
  usernames,
  passwordChanged,
  signInUrl,
}: RecoveredPageProps): Content =>
  dvcqgPage({
    lang,
    assets,
    title: TITLE,
    body: html`<section class="paper">
      ${heading(TITLE, lang, passwordChanged ? CHANGED : KEPT)}
      <h2>${say(NAMES, lang)}</h2>
      <ul data-testid="usernames">${usernames.map((name) => html`<li><span class="digits">${name}</span></li>`)}</ul>
      <p class="actions">${link({ href: signInUrl, label: SIGN_IN, lang, testid: 'sign-in', kind: 'primary' })}</p>
    </section>`,
  });
