import type { Text } from '../../../../contracts/_contract.ts';
import { keyValue } from '../../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { sandboxPanel } from '../../../_kit/page/panel.ts';
import { button, countdown, field, form, heading, link, type Post } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { ERROR_ID, exchangePage, type PageError } from './frame.ts';

export interface CodeProps extends Frame {
  /** Receives `code`. */
  post: Post;
  resend: Post;
  /** Such as `0950 *** 101`. */
  sentTo: string;
  digits: number;
  secondsLeft: number;
  error?: PageError;
  /** The sandbox's phone on which the message arrived. */
  phoneUrl?: string;
}

const TITLE: Text = { vi: 'Nhập mã xác thực', en: 'Enter the SMS code' };
const LEFT: Text = { vi: 'Mã hết hạn sau', en: 'The code expires in' };
const SUBMIT: Text = { vi: 'Xác nhận', en: 'Confirm' };
const RESEND: Text = { vi: 'Gửi lại mã mới', en: 'Send a new code' };
const PHONE: Text = { vi: 'Mở điện thoại', en: 'Open the phone' };
const PANEL: Text = {
  vi: 'Không có tin nhắn nào được gửi ra ngoài. Mã nằm trong điện thoại hộp cát của người này.',
  en: "No message leaves the sandbox. The code is on this person's sandbox phone.",
};

const codeForm = ({ post, digits, error, lang }: CodeProps): Content => {
  const label: Text = { vi: `Mã gồm ${digits} chữ số`, en: `Code of ${digits} digits` };
  const code = field({
    name: 'code',
    label,
    lang,
    testid: 'code',
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    errorId: error && ERROR_ID,
    big: true,
    autofocus: true,
  });
  return form(post, html`${code}${button({ label: SUBMIT, lang, testid: 'confirm' })}`, 'code-form');
};

const phonePanel = (url: string, lang: Lang): Content =>
  sandboxPanel(
    lang,
    html`<p class="panel-intro">${say(PANEL, lang)}</p><p class="panel-more">${link({ href: url, label: PHONE, lang, testid: 'open-phone', kind: 'plain', newTab: true })}</p>`,
  );

/** The code that came by SMS. */
export const codePage = (props: CodeProps): Content => {
  const { lang, sentTo, secondsLeft, resend, phoneUrl } = props;
  const phone = html`<strong class="digits" data-testid="sent-to">${sentTo}</strong>`;
  const lead = {
    vi: html`Mã đã được gửi bằng SMS tới ${phone}.`,
    en: html`It was sent by SMS to <strong class="digits">${sentTo}</strong>.`,
  };
  return exchangePage({
    ...props,
    title: TITLE,
    scripts: ['clock'],
    ...(phoneUrl !== undefined && { panel: phonePanel(phoneUrl, lang) }),
    body: html`${heading(TITLE, lang, lead)}<div class="code-sent">${codeForm(props)}
      ${keyValue([{ label: LEFT, value: countdown(secondsLeft, 'time-left') }], lang)}
      ${form(resend, button({ label: RESEND, lang, testid: 'resend', kind: 'quiet' }), 'resend-form')}</div>`,
  });
};
