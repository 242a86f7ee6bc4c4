import type { Text } from '../../../contracts/_contract.ts';
import { keyValue } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { sandboxPanel } from '../../_kit/page/panel.ts';
import { button, countdown, field, form, heading, link, type Post } from '../../_kit/page/parts.ts';
import type { Frame } from '../../_kit/page.ts';
import { ERROR_ID, type PageError, vneidPage } from './frame.ts';

export interface OneTimePasswordProps extends Frame {
  /** Receives `otp`. */
  post: Post;
  /** Such as `09•• ••• 123`. */
  maskedPhone: string;
  triesLeft: number;
  secondsLeft: number;
  error?: PageError;
  /** Asks for a new code. Absent while that is not allowed. */
  resend?: Post;
  /** The sandbox's phone on which the message arrived. */
  phoneUrl?: string;
  /** Whose phone that is. */
  person?: string;
}

const TITLE: Text = { vi: 'Nhập mã xác thực', en: 'Enter the SMS code' };
const LABEL: Text = { vi: 'Mã gồm 6 chữ số', en: 'Six-digit code' };
const TRIES: Text = { vi: 'Số lần thử còn lại', en: 'Tries left' };
const LEFT: Text = { vi: 'Mã hết hạn sau', en: 'The code expires in' };
const SUBMIT: Text = { vi: 'Xác nhận', en: 'Confirm' };
const RESEND: Text = { vi: 'Gửi lại mã mới', en: 'Send a new code' };
const PHONE: Text = { vi: 'Mở điện thoại', en: 'Open the phone' };

const phonePanel = (url: string, person: string | undefined, lang: Lang): Content => {
  const whose = person
    ? { vi: `của ${person}`, en: `of ${person}` }
    : { vi: 'của người này', en: 'of this person' };
  const intro: Text = {
    vi: `Không có tin nhắn nào được gửi ra ngoài. Mã nằm trong điện thoại hộp cát ${whose.vi}.`,
    en: `No message leaves the sandbox. The code is on the sandbox phone ${whose.en}.`,
  };
  const open = link({ href: url, label: PHONE, lang, testid: 'open-phone', kind: 'plain', newTab: true });
  return sandboxPanel(
    lang,
    html`<p class="panel-intro">${say(intro, lang)}</p><p class="panel-more">${open}</p>`,
  );
};

const codeForm = ({ post, error, lang }: OneTimePasswordProps): Content => {
  const code = field({
    name: 'otp',
    label: LABEL,
    lang,
    testid: 'otp',
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    errorId: error && ERROR_ID,
    big: true,
    autofocus: true,
  });
  return form(post, html`${code}${button({ label: SUBMIT, lang, testid: 'confirm' })}`, 'otp-form');
};

/** The code that came by SMS. */
export const oneTimePasswordPage = (props: OneTimePasswordProps): Content => {
  const { lang, maskedPhone, triesLeft, secondsLeft, resend, phoneUrl, person } = props;
  const phone = html`<strong class="digits" data-testid="masked-phone">${maskedPhone}</strong>`;
  const lead = {
    vi: html`Mã đã được gửi bằng SMS tới ${phone}.`,
    en: html`It was sent by SMS to <strong class="digits">${maskedPhone}</strong>.`,
  };
  const limits = [
    { label: LEFT, value: countdown(secondsLeft, 'time-left') },
    { label: TRIES, value: String(triesLeft), testid: 'tries-left' },
  ];
  return vneidPage({
    ...props,
    title: TITLE,
    scripts: ['clock'],
    panel: phoneUrl === undefined ? undefined : phonePanel(phoneUrl, person, lang),
    body: html`${heading(TITLE, lang, lead)}
      <div class="otp">${codeForm(props)}${keyValue(limits, lang)}
        ${resend && form(resend, button({ label: RESEND, lang, testid: 'resend', kind: 'quiet' }), 'resend-form')}
      </div>`,
  });
};
