import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html } from '../../../_kit/page/html.ts';
import { button, field, form, heading, type Post } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { cscPage, ERROR_ID, type PageError, strong } from './frame.ts';

export interface SignInProps extends Frame {
  /** The signature application. */
  client: string;
  scope: 'service' | 'credential';
  /** Receives `username` and `password`. */
  post: Post;
  error?: PageError;
}

const TITLE: Text = { vi: 'Đăng nhập để ký số', en: 'Sign in to sign' };
const USER: Text = { vi: 'Số định danh hoặc số điện thoại', en: 'Personal number or phone number' };
const PASSWORD: Text = { vi: 'Mật khẩu', en: 'Password' };
const SUBMIT: Text = { vi: 'Đăng nhập', en: 'Sign in' };

const leads = {
  service: (name: Content) => ({
    vi: html`${name} muốn dùng chứng thư số của bạn. Bạn sẽ được hỏi ý kiến ở bước sau.`,
    en: html`${name} wants to use your certificates. You will be asked in the next step.`,
  }),
  credential: (name: Content) => ({
    vi: html`${name} muốn bạn ký. Bạn sẽ thấy nội dung ký ở bước sau.`,
    en: html`${name} wants your signature. You will see what is signed in the next step.`,
  }),
};

/** Who signs? */
export const signInPage = (props: SignInProps): Content => {
  const { lang, client, scope, post, error } = props;
  const fields = html`${field({
    name: 'username',
    label: USER,
    lang,
    testid: 'username',
    autocomplete: 'username',
    errorId: error && ERROR_ID,
    autofocus: true,
  })}${field({
    name: 'password',
    label: PASSWORD,
    lang,
    testid: 'password',
    type: 'password',
    autocomplete: 'current-password',
    errorId: error && ERROR_ID,
  })}${button({ label: SUBMIT, lang, testid: 'sign-in' })}`;
  return cscPage({
    ...props,
    title: TITLE,
    body: html`${heading(TITLE, lang, leads[scope](strong(client)))}<div class="way way-password">${form(post, fields, 'sign-in-form')}</div>`,
  });
};
