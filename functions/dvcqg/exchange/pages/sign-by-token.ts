import type { Text } from '../../../../contracts/_contract.ts';
import { html } from '../../../_kit/page/html.ts';
import { heading, link } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { type Owner, tokenPanel } from '../../token/pages/panel.ts';
import { type TokenProps, tokenForm } from '../../token/pages/sign.ts';
import { exchangePage } from './frame.ts';

export interface SignByTokenProps extends Frame, Pick<TokenProps, 'post' | 'toSign' | 'pluggedIn'> {
  /** Whose token may be plugged in. */
  people: readonly Owner[];
  /** The sign-in page. */
  retry: string;
}

const TITLE: Text = { vi: 'Đăng nhập bằng USB ký số', en: 'Sign in with a USB token' };
const BACK: Text = { vi: 'Chọn cách đăng nhập khác', en: 'Choose another way to sign in' };

/** A USB token signs, and what it answered goes to `commonauth`. */
export const signByTokenPage = (props: SignByTokenProps) => {
  const { lang, post, toSign, pluggedIn, people, retry } = props;
  return exchangePage({
    ...props,
    title: TITLE,
    scripts: ['sign-by-token'],
    scriptBefore: pluggedIn?.shim,
    panel: tokenPanel({ pluggedIn, people }, lang),
    body: html`${heading(TITLE, lang)}${tokenForm({ lang, post, toSign, pluggedIn })}
      <p class="actions">${link({ href: retry, label: BACK, lang, testid: 'retry' })}</p>`,
  });
};
