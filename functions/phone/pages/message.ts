import type { Text } from '../../../contracts/_contract.ts';
import { dateAndTime, timeOfDay } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';

interface Any {
  id: string;
  /** Epoch milliseconds, on the workspace's token clock. */
  at: number;
  text: string;
  /** The one-time code in the text. */
  code?: string | undefined;
}

/** A text message: from a sender, or to a number. */
export type Message = Any & ({ sender: string } | { to: string });

const COPY: Text = { vi: 'Sao chép', en: 'Copy' };
const COPIED: Text = { vi: 'Đã chép', en: 'Copied' };

const copyCode = (id: string, code: string, lang: Lang): Content =>
  html`<p class="message-code" data-code><code data-testid="message-code">${code}</code>
    <button class="button plain" type="button" id="copy-${id}" data-copy="${code}" data-testid="copy-code">
      <span class="copy-idle">${say(COPY, lang)} <span class="unseen">${code}</span></span>
      <span class="copy-done" role="status">${say(COPIED, lang)}</span>
    </button></p>`;

const sentTo = (to: string): Text => ({ vi: `Đã gửi tới ${to}`, en: `Sent to ${to}` });

export const messageCard = (message: Message, lang: Lang): Content => {
  const { id, at, text, code } = message;
  const who = 'sender' in message ? message.sender : say(sentTo(message.to), lang);
  return html`<article class="card message ${'to' in message && 'sent'}" aria-labelledby="message-${id}" data-testid="${'to' in message ? 'sent-message' : 'message'}">
    <h3 id="message-${id}"><span data-testid="message-sender">${who}</span>
      <time class="hint digits" datetime="${new Date(at).toISOString()}" title="${dateAndTime(at)}">${timeOfDay(at)}</time></h3>
    <p class="message-text" data-testid="message-text">${text}</p>${code && copyCode(id, code, lang)}
  </article>`;
};
