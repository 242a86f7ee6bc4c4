import type { Text } from '../../../contracts/_contract.ts';
import { keyValue } from '../../_kit/page/data.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
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
const LEAD: Text = {
  vi: 'Cắm USB ký số và mở phần mềm VNPT-CA Plugin, rồi bấm «Ký».',
  en: 'Plug in the token, run VNPT-CA Plugin, then press "Sign".',
};
const SANDBOX: Text = {
  vi: 'Trong hộp cát không cần cài gì: mã PIN được hỏi ở cửa sổ của USB.',
  en: 'In the sandbox nothing is installed: the PIN is asked for in the token’s window.',
};
const SIGN: Text = { vi: 'Ký', en: 'Sign' };
const WINDOW: Text = { vi: 'Mở cửa sổ của USB', en: "Open the token's window" };
const BACK: Text = { vi: 'Về các hồ sơ', en: 'To the dossiers' };

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
      ${heading(TITLE, lang, LEAD)}
      ${keyValue(signingRows(signing, lang), lang)}
      ${tokenSays(lang)}
      <div class="actions"><button class="button primary" type="button" data-testid="sign-now">${say(SIGN, lang)}</button>
        ${windowUrl !== undefined && link({ href: windowUrl, label: WINDOW, lang, testid: 'open-token', kind: 'plain', newTab: true })}
        ${link({ href: `${base}/dossiers`, label: BACK, lang, testid: 'back', kind: 'quiet' })}</div>
      <p class="hint">${say(SANDBOX, lang)}</p>
    </section>`,
  });
};
