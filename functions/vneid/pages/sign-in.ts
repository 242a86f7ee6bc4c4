import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang } from '../../_kit/page/html.ts';
import { type CastPanelProps, castPanel } from '../../_kit/page/panel.ts';
import { button, field, form, heading, link, type Post } from '../../_kit/page/parts.ts';
import type { Frame } from '../../_kit/page.ts';
import { backTo, type Client, ERROR_ID, type PageError, strong, vneidPage } from './frame.ts';
import { type QrSignIn, qrSignIn } from './qr-sign-in.ts';

export interface SignInProps extends Frame {
  client: Client;
  /** Receives `username` and `password`. */
  post: Post;
  /** What was typed before, or `login_hint`. */
  username?: string;
  error?: PageError;
  /** Back to the client without signing in. */
  cancel: string;
  qr?: QrSignIn;
  panel?: Omit<CastPanelProps, 'lang'>;
}

const TITLE: Text = { vi: 'Đăng nhập VNeID', en: 'Sign in with VNeID' };
const NUMBER: Text = { vi: 'Số định danh cá nhân', en: 'Personal identification number' };
const NUMBER_HINT: Text = {
  vi: 'Gồm 12 chữ số. Người trong hộp cát có số bắt đầu bằng 099.',
  en: 'Twelve digits. Numbers of people in the sandbox begin with 099.',
};
const PASSWORD: Text = { vi: 'Mật khẩu', en: 'Password' };
const SUBMIT: Text = { vi: 'Đăng nhập', en: 'Sign in' };

const passwordForm = ({ post, username, error }: SignInProps, lang: Lang): Content => {
  const errorId = error && ERROR_ID;
  const number = field({
    name: 'username',
    label: NUMBER,
    lang,
    testid: 'username',
    value: username,
    hint: NUMBER_HINT,
    autocomplete: 'username',
    inputmode: 'numeric',
    errorId,
    autofocus: true,
  });
  const password = field({
    name: 'password',
    label: PASSWORD,
    lang,
    testid: 'password',
    type: 'password',
    autocomplete: 'current-password',
    errorId,
  });
  return form(
    post,
    html`${number}${password}${button({ label: SUBMIT, lang, testid: 'sign-in' })}`,
    'sign-in-form',
  );
};

/** Personal number and password, a QR code for the phone beside them, and the sandbox's cast in the panel. */
export const signInPage = (props: SignInProps): Content => {
  const { lang, client, cancel, qr, panel } = props;
  const back = link({ href: cancel, label: backTo(client), lang, testid: 'cancel', kind: 'quiet' });
  const name = strong(client.name);
  const lead = { vi: html`để tiếp tục tới ${name}`, en: html`to continue to ${name}` };
  return vneidPage({
    ...props,
    title: TITLE,
    wide: qr !== undefined,
    scripts: [...(qr ? (['qr', 'clock'] as const) : []), ...(panel ? (['panel'] as const) : [])],
    panel: panel && castPanel({ lang, ...panel }),
    body: html`<div class="${qr ? 'ways' : 'way'}">
      <div class="way-password">${heading(TITLE, lang, lead)}${passwordForm(props, lang)}<p class="actions">${back}</p></div>
      ${qr && qrSignIn(qr, lang)}
    </div>`,
  });
};
