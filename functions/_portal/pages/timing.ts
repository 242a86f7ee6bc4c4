import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';

/** One step of the sign-in, and how long it took. */
export interface Step {
  label: Text;
  milliseconds: number;
}

const TITLE: Text = { vi: 'Thời gian', en: 'Timing' };

/** Steps in order, each with a bar as long as its share of the longest. */
export const timingList = (steps: readonly Step[], lang: Lang): Content => {
  const longest = Math.max(1, ...steps.map((step) => step.milliseconds));
  return html`<h3>${say(TITLE, lang)}</h3><ol class="timing" data-testid="timing">${steps.map(
    ({
      label,
      milliseconds,
    }) => html`<li><span>${say(label, lang)}</span> <span class="digits">${Math.round(milliseconds)} ms</span>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${((100 * milliseconds) / longest).toFixed(1)}" height="1"></rect></svg></li>`,
  )}</ol>`;
};
