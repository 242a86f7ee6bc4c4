import type { Text } from '../../../../contracts/_contract.ts';
import { keyValue } from '../../../_kit/page/data.ts';
import { type Content, html, say } from '../../../_kit/page/html.ts';
import { button, field, form, heading, type Post } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { ERROR_ID, exchangePage, type PageError } from './frame.ts';

export interface SignatureProps extends Frame {
  /** Receives `pin`. */
  post: Post;
  /** That this is a stand-in, and its PIN. */
  what: Text;
  pin?: string;
  /** The signer is asked on the phone: there is nothing to type, and the page asks by itself. */
  onPhone: boolean;
  error?: PageError;
}

const TITLE: Text = { vi: 'Ký để đăng nhập', en: 'Sign to sign in' };
const PIN: Text = { vi: 'Mã PIN', en: 'PIN' };
const SHOWN: Text = { vi: 'Mã PIN của bên ký thử', en: "The stand-in's PIN" };
const SUBMIT: Text = { vi: 'Ký', en: 'Sign' };
const SIGNED: Text = { vi: 'Tôi đã ký', en: 'I have signed' };

/** Where the holder of a key types the PIN. */
export const signaturePage = (props: SignatureProps): Content => {
  const { lang, post, what, pin, onPhone, error } = props;
  const typed = field({
    name: 'pin',
    label: PIN,
    lang,
    testid: 'pin',
    autocomplete: 'off',
    inputmode: 'numeric',
    errorId: error && ERROR_ID,
    autofocus: true,
  });
  return exchangePage({
    ...props,
    title: TITLE,
    body: html`${heading(TITLE, lang)}<div class="code-sent"><p class="prose" data-testid="${onPhone ? 'asked-on-phone' : 'stand-in'}">${say(what, lang)}</p>
      ${pin !== undefined && keyValue([{ label: SHOWN, value: pin, testid: 'pin-shown' }], lang)}
      ${
        onPhone
          ? form(post, button({ label: SIGNED, lang, testid: 'check' }), 'check-form')
          : form(post, html`${typed}${button({ label: SUBMIT, lang, testid: 'sign' })}`, 'pin-form')
      }</div>`,
  });
};
