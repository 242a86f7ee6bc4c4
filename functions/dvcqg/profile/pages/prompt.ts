import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { link } from '../../../_kit/page/parts.ts';

export interface PromptProps {
  lang: Lang;
  /** Where the way to VNeID begins. */
  linkUrl: string;
  /** Until which day the account still signs in. */
  lastDay: string;
  /** Where "later" leads; absent: the prompt stands on the page that one wanted. */
  laterUrl?: string;
}

const TITLE: Text = { vi: 'Thông báo', en: 'Notice' };
const VNEID: Text = { vi: 'Đăng nhập bằng VNeID', en: 'Sign in with VNeID' };
const LATER: Text = { vi: 'Để sau', en: 'Later' };

const body = (lastDay: string): Text => ({
  vi: `Tài khoản của bạn đã được cập nhật số định danh cá nhân với CSDL quốc gia về dân cư. Hãy đăng nhập bằng VNeID để liên kết hai tài khoản: sau ngày ${lastDay}, tài khoản này không đăng nhập Cổng được nữa.`,
  en: `Your account has a personal number that the population database has confirmed. Sign in with VNeID to link the two: after ${lastDay} this account no longer signs in here.`,
});

/** The dialog of whoever signed in with a password to an account that can be linked. */
export const promptDialog = ({ lang, linkUrl, lastDay, laterUrl }: PromptProps): Content =>
  html`<section class="dialog" role="dialog" aria-labelledby="prompt-title" data-testid="vneid-prompt">
    <h2 id="prompt-title">${say(TITLE, lang)}</h2>
    <p>${say(body(lastDay), lang)}</p>
    <div class="actions">${link({ href: linkUrl, label: VNEID, lang, testid: 'link-vneid', kind: 'primary' })}${laterUrl !== undefined && link({ href: laterUrl, label: LATER, lang, testid: 'later', kind: 'plain' })}</div>
  </section>`;
