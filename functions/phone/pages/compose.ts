import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { button, field, form, type Post } from '../../_kit/page/parts.ts';

/** A message that the owner is about to write. */
export interface Compose {
  /** Receives `to`, `text`, and `from` where there are several SIMs. */
  post: Post;
  sims: readonly { number: string; shown: string }[];
}

const WRITE: Text = { vi: 'Soạn tin nhắn', en: 'Write a message' };
const FROM: Text = { vi: 'Gửi từ SIM', en: 'From SIM' };
const TO: Text = { vi: 'Gửi tới', en: 'To' };
const TEXT: Text = { vi: 'Nội dung', en: 'Message' };
const HINT: Text = {
  vi: 'TTTB, dấu cách, số CCCD hoặc CMND: xem những số đăng ký dưới giấy tờ của bạn. Miễn phí.',
  en: 'TTTB, a space, the number of your paper: tells which numbers are registered under it. Free.',
};
const SEND: Text = { vi: 'Gửi', en: 'Send' };

const simChoice = ({ sims }: Compose, lang: Lang): Content =>
  html`<fieldset class="sims"><legend>${say(FROM, lang)}</legend>${sims.map(
    ({ number, shown }, at) =>
      html`<label><input type="radio" name="from" value="${number}" ${at === 0 && html`checked`} data-testid="sim-${at + 1}"> <span class="digits">${shown}</span></label>`,
  )}</fieldset>`;

/** It stands outside what the script renews, so that nothing that is being typed gets lost. */
export const composeFold = (compose: Compose, lang: Lang): Content => {
  const fields = html`${compose.sims.length > 1 && simChoice(compose, lang)}
    ${field({ name: 'to', label: TO, lang, testid: 'compose-to', value: '1414', autocomplete: 'off', inputmode: 'numeric' })}
    ${field({ name: 'text', label: TEXT, lang, testid: 'compose-text', value: 'TTTB ', hint: HINT, autocomplete: 'off' })}
    <p class="actions stretch">${button({ label: SEND, lang, testid: 'compose-send' })}</p>`;
  return html`<details class="fold compose" id="compose"><summary data-testid="compose">${say(WRITE, lang)}</summary>
    <div class="fold-body">${form(compose.post, fields, 'compose-form')}</div></details>`;
};
