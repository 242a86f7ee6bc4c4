import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { button, countdown, form, type Post } from '../../_kit/page/parts.ts';

/** A QR code that is on some screen and waits for a phone. */
export interface Scan {
  id: string;
  /** The characters that stand below the QR code on that screen. */
  shortCode: string;
  /** Which portal the sign-in is for. */
  asks: string;
  secondsLeft: number;
  /** Scans it: the sign-in then waits among the approvals. */
  post: Post;
}

const SCAN: Text = { vi: 'Quét', en: 'Scan' };
const LEFT: Text = { vi: 'Còn hiệu lực', en: 'Valid for' };

export const scanRow = ({ shortCode, asks, secondsLeft, post }: Scan, lang: Lang): Content =>
  html`<div class="scan" data-testid="scan">
    <p><strong class="scan-code" data-testid="scan-short-code">${shortCode}</strong><span>${asks}</span>
      <span class="hint">${say(LEFT, lang)} ${countdown(secondsLeft, 'scan-time-left')}</span></p>
    ${form(post, button({ label: SCAN, lang, testid: 'scan-qr', kind: 'plain' }), 'scan-form')}
  </div>`;
