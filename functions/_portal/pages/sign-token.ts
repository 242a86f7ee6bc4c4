import type { Text } from '../../../contracts/_contract.ts';
import { keyValue } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { heading, link } from '../../_kit/page/parts.ts';
import type { Signing } from '../signing/signing.ts';
import { type PortalFrame, portalPage } from './frame.ts';
import { signingRows } from './sign-waiting.ts';
import { tokenSays } from './token-says.ts';

export interface SignTokenProps extends PortalFrame {
  base: string;
  signing: Signing;
  /** Of the certificate, and what its key is to sign, once both are known. */
  serial?: string;
  digest?: string;
  /** Takes `certificate` and `signature`, below it. */
  at: string;
  doneUrl: string;
  /** The token's window, in the sandbox. */
  windowUrl: string | undefined;
  /** The script that answers in place of the plug-in. */
  shimUrl?: string;
}

const TITLE: Text = { vi: 'Ký bằng USB ký số', en: 'Sign with the USB token' };
const PREPARE: Text = {
  vi: 'Cắm USB ký số và mở phần mềm VNPT-CA Plugin; trong hộp cát không cần cài gì.',
  en: 'Plug in the token and run VNPT-CA Plugin; in the sandbox nothing is installed.',
};
const PRESS: Text = { vi: 'Bấm «Ký».', en: 'Press "Sign".' };
const ENTER: Text = {
  vi: 'Bấm «Mở cửa sổ của USB» và nhập mã PIN (trong hộp cát là 123456). Trang này tự chuyển tiếp.',
  en: 'Press "Open the token’s window" and enter the PIN (123456 in the sandbox). This page goes on by itself.',
};
const ENTER_THERE: Text = {
  vi: 'Nhập mã PIN trong cửa sổ của phần mềm ký. Trang này tự chuyển tiếp.',
  en: "Enter the PIN in the plug-in's own window. This page goes on by itself.",
};
const SIGN: Text = { vi: 'Ký', en: 'Sign' };
const WINDOW: Text = { vi: 'Mở cửa sổ của USB', en: "Open the token's window" };
const BACK: Text = { vi: 'Về các hồ sơ', en: 'To the dossiers' };

const steps = (windowUrl: string | undefined, lang: Lang): Content =>
  html`<div class="steps"><ol>${[PREPARE, PRESS, windowUrl === undefined ? ENTER_THERE : ENTER].map(
    (step) => html`<li class="prose">${say(step, lang)}</li>`,
  )}</ol></div>`;

/** The page whose script talks to the plug-in. */
export const signTokenPage = (props: SignTokenProps): Content => {
  const { lang, base, signing, serial, digest, at, doneUrl, windowUrl, shimUrl } = props;
  return portalPage({
    ...props,
    title: TITLE,
    scriptBefore: shimUrl,
    scripts: ['usb-sign-document'],
    body: html`<section class="paper" data-testid="sign-token" data-usb-sign="${at}" data-done="${doneUrl}"
        ${serial !== undefined && html`data-serial="${serial}"`} ${digest !== undefined && html`data-digest="${digest}"`}>
      ${heading(TITLE, lang)}
      ${keyValue(signingRows(signing, lang), lang)}
      ${steps(windowUrl, lang)}
      ${tokenSays(lang)}
      <div class="actions"><button class="button primary" type="button" data-testid="sign-now">${say(SIGN, lang)}</button>
        ${windowUrl !== undefined && link({ href: windowUrl, label: WINDOW, lang, testid: 'open-token', kind: 'plain', newTab: true })}
        ${link({ href: `${base}/dossiers`, label: BACK, lang, testid: 'back', kind: 'quiet' })}</div>
    </section>`,
  });
};
