import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';

/** The heading that a section is labelled by, and what to know before reading on. */
export const sectionHeading = (id: string, title: Text, lead: Text, lang: Lang): Content =>
  html`<div class="heading"><h2 id="${id}-title">${say(title, lang)}</h2><p class="lead">${say(lead, lang)}</p></div>`;
