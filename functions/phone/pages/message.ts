import { dateAndTime, timeOfDay } from '../../_kit/page/data.ts';
import { type Content, html, type Lang } from '../../_kit/page/html.ts';

/** A text message. */
export interface Message {
  id: string;
  sender: string;
  /** Epoch milliseconds, on the workspace's token clock. */
  at: number;
  text: string;
  /** The one-time code in the text. */
  code?: string;
}

const copyCode = (id: string, code: string, lang: Lang): Content =>
  html`<p class="message-code" data-code><code data-testid="message-code">${code}</code>
    <button class="button plain" type="button" id="copy-${id}" data-copy="${code}" data-testid="copy-code">
      <span class="copy-idle">${lang === 'vi' ? 'Sao chép' : 'Copy'} <span class="unseen">${code}</span></span>
      <span class="copy-done" role="status">${lang === 'vi' ? 'Đã chép' : 'Copied'}</span>
    </button></p>`;

export const messageCard = ({ id, sender, at, text, code }: Message, lang: Lang): Content =>
  html`<article class="card message" aria-labelledby="message-${id}" data-testid="message">
    <h3 id="message-${id}"><span data-testid="message-sender">${sender}</span>
      <time class="hint digits" datetime="${new Date(at).toISOString()}" title="${dateAndTime(at)}">${timeOfDay(at)}</time></h3>
    <p data-testid="message-text">${text}</p>${code && copyCode(id, code, lang)}
  </article>`;
