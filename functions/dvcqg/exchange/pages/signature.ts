import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, say } from '../../../_kit/page/html.ts';
import { button, form, heading, type Post } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { phonePanel } from '../../pages/phone-panel.ts';
import { exchangePage } from './frame.ts';

export interface SignatureProps extends Frame {
  post: Post;
  /** What the signer does on the phone. */
  what: Text;
  /** Whose phone asks, where the sandbox knows. */
  phone?: { url: string; person: string } | undefined;
}

const TITLE: Text = { vi: 'Ký để đăng nhập', en: 'Sign to sign in' };
const SIGNED: Text = { vi: 'Tôi đã ký', en: 'I have signed' };

/** The signer is asked on the phone; the page asks by itself whether they have answered. */
export const signaturePage = (props: SignatureProps): Content => {
  const { lang, post, what, phone } = props;
  return exchangePage({
    ...props,
    title: TITLE,
    panel: phone && phonePanel(phone, lang, 'signature'),
    body: html`${heading(TITLE, lang)}<div class="code-sent"><p class="prose" data-testid="asked-on-phone">${say(what, lang)}</p>
      ${form(post, button({ label: SIGNED, lang, testid: 'check' }), 'check-form')}</div>`,
  });
};
