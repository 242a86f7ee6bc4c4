import type { Certainty } from '../../../contracts/_contract.ts';
import { certainties } from '../openapi/certainty.ts';
import { type Content, html, type Lang, say } from '../page/html.ts';

/** How sure the wire is, as a small mark with words. */
export const fidelityBadge = (fidelity: Certainty, lang: Lang): Content =>
  html`<span class="badge badge-${fidelity}" data-testid="fidelity">${say(certainties[fidelity].name, lang)}</span>`;

export const methodBadge = (method: string): Content =>
  html`<span class="method method-${method.toLowerCase()}">${method}</span>`;
