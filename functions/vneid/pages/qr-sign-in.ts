import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang, plain, say } from '../../_kit/page/html.ts';
import { countdown, link } from '../../_kit/page/parts.ts';
import { qrCode } from '../../_kit/page/qr.ts';

export interface QrSignIn {
  /** What the QR code holds. */
  text: string;
  /** The few characters by which a person finds this sign-in on the phone. */
  shortCode: string;
  status: 'waiting' | 'expired' | 'refused';
  secondsLeft: number;
  /** Answers `{ status: 'pending' | 'approved' | 'refused' | 'expired', next?: url }`. */
  pollUrl: string;
  /** The same page with a new code. */
  reloadUrl: string;
  /** Goes on after the approval, for a browser without script. */
  continueUrl: string;
}

const TITLE: Text = { vi: 'Hoặc quét mã QR', en: 'Or scan the QR code' };
const LABEL: Text = { vi: 'Mã QR để đăng nhập', en: 'QR code for signing in' };
const SHORT_CODE: Text = { vi: 'Mã ngắn', en: 'Short code' };
const LEFT: Text = { vi: 'Còn hiệu lực', en: 'Valid for' };
const WAITING: Text = {
  vi: 'Đang chờ bạn xác nhận trên điện thoại.',
  en: 'Waiting for your approval on the phone.',
};
const APPROVED: Text = { vi: 'Đã xác nhận, đang chuyển tiếp.', en: 'Approved, moving on.' };
const REFUSED: Text = { vi: 'Đã bị từ chối trên điện thoại', en: 'Refused on the phone' };
const EXPIRED: Text = { vi: 'Mã QR đã hết hạn', en: 'The QR code has expired' };
const RELOAD: Text = { vi: 'Tải mã mới', en: 'Get a new code' };
const CONTINUE: Text = { vi: 'Tôi đã xác nhận', en: 'I have approved' };

const over = (reloadUrl: string, lang: Lang): Content =>
  html`<div class="qr-over">${link({ href: reloadUrl, label: RELOAD, lang, testid: 'qr-reload', kind: 'primary' })}</div>`;

const facts = (qr: QrSignIn, lang: Lang): Content =>
  html`<dl class="qr-facts qr-when-waiting">
    <div><dt>${say(SHORT_CODE, lang)}</dt><dd class="short-code" data-testid="qr-short-code">${qr.shortCode}</dd></div>
    <div><dt>${say(LEFT, lang)}</dt><dd>${countdown(qr.secondsLeft, 'qr-time-left')}</dd></div>
  </dl>`;

/** Every state is in the page; `data-state` says which one shows, at first and when `qr.js` learns more. */
export const qrSignIn = (qr: QrSignIn, lang: Lang): Content =>
  html`<div class="way-qr qr" data-state="${qr.status}" data-poll-url="${qr.pollUrl}" data-testid="qr">
    <h2>${say(TITLE, lang)}</h2>
    <div class="qr-frame">${qrCode(qr.text, plain(LABEL, lang))}${over(qr.reloadUrl, lang)}</div>
    ${facts(qr, lang)}
    <div class="qr-status" role="status" data-testid="qr-status">
      <p class="qr-when-waiting">${say(WAITING, lang)}</p>
      <p class="qr-when-approved">${say(APPROVED, lang)}</p>
      <p class="qr-when-refused">${say(REFUSED, lang)}</p>
      <p class="qr-when-expired">${say(EXPIRED, lang)}</p>
    </div>
    <p class="qr-links qr-when-waiting">
      ${link({ href: qr.continueUrl, label: CONTINUE, lang, testid: 'qr-continue' })}
    </p>
  </div>`;
