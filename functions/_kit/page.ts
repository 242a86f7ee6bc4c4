import type { Text } from '../../contracts/_contract.ts';
import { type NoticeProps, notice } from './page/controls.ts';
import { type Content, html, type Lang, plain, say } from './page/html.ts';
import { mark } from './page/mark.ts';

/** What every page is told. */
export interface Frame {
  lang: Lang;
  /** URL prefix of the style sheets, scripts and fonts, without a slash at the end: `/assets`. */
  assets: string;
}

export type Script =
  | 'clock'
  | 'contract'
  | 'copy'
  | 'leave'
  | 'panel'
  | 'phone'
  | 'qr'
  | 'sign-by-token'
  | 'submit'
  | 'usb-sign-document';
export type Sheet =
  | 'clean'
  | 'contract'
  | 'contract-try'
  | 'dvcqg'
  | 'phone'
  | 'portal'
  | 'registration'
  | 'signin'
  | 'timeline'
  | 'usb-token'
  | 'verdict';

export interface ShellProps extends Frame {
  title: Text;
  /** Whose page this imitates, beside HopCat's own mark. */
  system?: Text;
  body: Content;
  /** The sandbox's own controls, set apart: see `page/panel.ts`. */
  panel?: Content;
  notice?: NoticeProps;
  /** Room for tables; a narrow column otherwise. */
  wide?: boolean;
  scripts?: readonly Script[];
  /** URL of a script that has to run before those. */
  scriptBefore?: string | undefined;
  sheets?: readonly Sheet[];
}

const SKIP: Text = { vi: 'Tới nội dung chính', en: 'Skip to content' };
const BANNER: Text = {
  vi: 'Môi trường thử nghiệm HopCat, không phải trang của cơ quan nhà nước. Không nhập dữ liệu thật.',
  en: 'HopCat test environment, not a government site. Do not enter real data.',
};

const head = (props: ShellProps): Content => {
  const sheets = ['page', ...(props.sheets ?? [])];
  return html`<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${plain(props.title, props.lang)} – HopCat</title>
    <link rel="icon" type="image/svg+xml" href="${props.assets}/icon.svg">
    ${sheets.map((name) => html`<link rel="stylesheet" href="${props.assets}/${name}.css">`)}
    ${props.scriptBefore !== undefined && html`<script src="${props.scriptBefore}"></script>`}
    ${props.scripts?.map((name) => html`<script type="module" src="${props.assets}/${name}.js"></script>`)}
  </head>`;
};

/** A whole document: test banner, HopCat's mark, `main`, and the sandbox's panel beside or below it. */
export const shell = (props: ShellProps): Content => {
  const { lang, system, panel } = props;
  return html`<!doctype html>
<html lang="${lang}">
${head(props)}
<body>
  <a class="skip" href="#main" data-testid="skip">${say(SKIP, lang)}</a>
  <header>
    <p class="banner" data-testid="banner">${say(BANNER, lang)}</p>
    <p class="brand">${mark()}<span class="brand-name">HopCat</span>${system && html`<span class="brand-system">${say(system, lang)}</span>`}</p>
  </header>
  <div class="stage${props.wide ? ' wide' : ''}${panel ? ' with-panel' : ''}">
    <main id="main" tabindex="-1">${props.notice && notice(props.notice, lang)}${props.body}</main>
    ${panel}
  </div>
</body>
</html>`;
};
