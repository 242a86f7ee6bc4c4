import type { Text } from '../../../../contracts/_contract.ts';
import { hiddenFields } from '../../../_kit/page/controls.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { link, notice, type Post } from '../../../_kit/page/parts.ts';
import type { ToSign } from '../to-sign.ts';

/** Whose token the page answers for by itself. */
export interface PluggedIn {
  name: string;
  /** URL of the script that answers in place of the plug-ins. */
  shim: string;
  /** URL of the token's window, where the PIN is entered. */
  window: string;
}

export interface TokenProps {
  lang: Lang;
  /** Receives `signedData` and `serial` beside what it carries. */
  post: Post;
  toSign: ToSign;
  /** Undefined: a plug-in on the computer answers. */
  pluggedIn?: PluggedIn | undefined;
}

const plugins: Readonly<Record<ToSign['plugin'], string>> = {
  vgca: 'VGCA Sign Service',
  vnpt: 'VNPT-CA Plugin',
};

const SIGN: Text = { vi: 'Ký bằng USB', en: 'Sign with the token' };
const OPEN: Text = { vi: 'Mở cửa sổ của USB', en: "Open the token's window" };
const PRESS: Text = { vi: 'Bấm «Ký bằng USB».', en: 'Press "Sign with the token".' };
const ENTER: Text = {
  vi: 'Bấm «Mở cửa sổ của USB», chọn chứng thư và nhập mã PIN (trong hộp cát là 123456). Trang này tự chuyển tiếp.',
  en: 'Press "Open the token’s window", choose the certificate and enter the PIN (123456 in the sandbox). This page goes on by itself.',
};
const ENTER_THERE: Text = {
  vi: 'Chọn chứng thư và nhập mã PIN trong cửa sổ của phần mềm ký. Trang này tự chuyển tiếp.',
  en: "Choose the certificate and enter the PIN in the plug-in's own window. This page goes on by itself.",
};
const WAITING: Text = {
  vi: 'Đang chờ phần mềm ký. Hãy chọn chứng thư, nhập mã PIN trong cửa sổ của USB.',
  en: "Waiting for the plug-in. Choose the certificate and enter the PIN in the token's window.",
};
const NO_SCRIPT: Text = {
  vi: 'Trang này cần JavaScript để nói chuyện với phần mềm ký trên máy',
  en: 'This page needs JavaScript, to talk to the plug-in on this computer',
};
const NO_SCRIPT_CURE: Text = {
  vi: 'Bật JavaScript rồi tải lại trang. Chương trình thì ký qua API của hệ thống usbtoken.',
  en: 'Switch JavaScript on and load the page again. Programs sign by the API of the system usbtoken.',
};

const SAYS: Text = { vi: 'Phần mềm ký trả lời:', en: 'The plug-in says:' };

const contentText = (plugin: string): Text => ({
  vi: `Nội dung sẽ ký bằng ${plugin}:`,
  en: `What ${plugin} will sign:`,
});

interface Trouble {
  title: Text;
  cure: Text;
}

/** What may come of it at the token, and what to do then. */
const troubles: Readonly<Record<string, Trouble>> = {
  'no-plugin': {
    title: { vi: 'Không kết nối được phần mềm ký trên máy', en: 'No plug-in answers on this computer' },
    cure: {
      vi: 'Chọn USB của một người trong bảng của hộp cát, hoặc chạy «hopcat token» rồi ký lại. Nếu đang chạy: trang này phải được usbtoken.allowedOrigins cho phép.',
      en: 'Choose somebody’s token in the sandbox panel, or run "hopcat token" and sign again. Where it runs, usbtoken.allowedOrigins must admit this page.',
    },
  },
  cancelled: {
    title: {
      vi: 'Bạn đã hủy, hoặc chưa nhập mã PIN kịp',
      en: 'It was cancelled, or nobody entered the PIN in time',
    },
    cure: {
      vi: 'Bấm «Ký bằng USB» rồi nhập mã PIN trong cửa sổ của USB.',
      en: "Sign again, and enter the PIN in the token's window.",
    },
  },
  'no-token': {
    title: { vi: 'Máy chưa nhận được USB ký số', en: 'There is no token in this computer' },
    cure: {
      vi: 'Cắm USB vào máy và cài driver. Trong hộp cát: bấm «Cắm vào, mở khóa» ở cửa sổ của USB, rồi ký lại.',
      en: "Plug it in, with its driver. In the sandbox: press “Plug in, unblock” in the token's window, then sign again.",
    },
  },
  'no-certificate': {
    title: { vi: 'USB không có chứng thư số', en: 'The token has no certificate' },
    cure: {
      vi: 'Dùng USB có chứng thư số. Trong hộp cát: chọn người khác.',
      en: 'Use a token with a certificate. In the sandbox: choose somebody else.',
    },
  },
  failed: {
    title: { vi: 'Phần mềm ký không ký được', en: 'The plug-in did not sign' },
    cure: {
      vi: 'Nếu mã PIN bị khóa: mở cửa sổ của USB, bấm «Cắm vào, mở khóa». Nếu chứng thư hết hạn: gia hạn hoặc dùng USB khác. Rồi ký lại.',
      en: "Where the PIN is blocked, press “Plug in, unblock” in the token's window. Where the certificate has expired, renew it or use another token. Then sign again.",
    },
  },
};

const template = (name: string, { title, cure }: Trouble, lang: Lang): Content => {
  const told = notice({ kind: 'error', title, cure, id: `trouble-${name}`, testid: `trouble-${name}` }, lang);
  return html`<template data-trouble="${name}">${told}${name === 'failed' && html`<p class="plugin-says">${say(SAYS, lang)} <strong data-says data-testid="plugin-says"></strong></p>`}</template>`;
};

const steps = ({ pluggedIn, lang }: TokenProps): Content =>
  html`<ol class="prose">${[PRESS, pluggedIn ? ENTER : ENTER_THERE].map((step) => html`<li>${say(step, lang)}</li>`)}</ol>`;

const windowLink = ({ pluggedIn, lang }: TokenProps): Content | undefined =>
  pluggedIn &&
  link({ href: pluggedIn.window, label: OPEN, lang, testid: 'open-token', kind: 'plain', newTab: true });

/** The form that `sign-by-token.js` has a token sign. */
export const tokenForm = (props: TokenProps): Content => {
  const { lang, post, toSign } = props;
  const { plugin, url, message, text } = toSign;
  const empty = { signedData: '', serial: '' };
  return html`<form class="token-form" method="post" action="${post.action}" data-plugin="${plugin}" data-url="${url}" data-message="${JSON.stringify(message)}" data-testid="token-form">
    ${hiddenFields({ ...post.hidden, ...empty })}
    <p class="token-content">${say(contentText(plugins[plugin]), lang)}</p>
    <pre class="json" data-testid="to-sign"><code>${text}</code></pre>
    <div data-troubles role="alert"></div>
    <noscript>${notice({ kind: 'error', title: NO_SCRIPT, cure: NO_SCRIPT_CURE, id: 'no-script', testid: 'no-script' }, lang)}</noscript>
    <div data-with-script hidden>
      ${steps(props)}
      <p class="actions stretch"><button class="button primary" type="submit" data-sign data-testid="sign-by-token">${say(SIGN, lang)}</button>${windowLink(props)}</p>
      <p role="status" data-waiting hidden data-testid="token-waits">${say(WAITING, lang)}</p>
    </div>
    ${Object.entries(troubles).map(([name, trouble]) => template(name, trouble, lang))}
  </form>`;
};
