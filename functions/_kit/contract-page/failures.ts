import type { Text } from '../../../contracts/_contract.ts';
import { transportFailures } from '../../../contracts/_failures.ts';
import { type Content, html, type Lang, say } from '../page/html.ts';
import { texts } from './texts.ts';

type Failures = Readonly<Record<string, { title: Text }>>;

const row = (failure: string, title: Content): Content => {
  const header = `x-hopcat-fault: ${failure}`;
  return html`<li data-code><code data-testid="failure">${header}</code>
    <button class="button plain" type="button" data-copy="${header}" aria-label="Chép / Copy ${header}" data-testid="copy-failure"><span class="copy-idle">${texts.copy.vi}</span><span class="copy-done">${texts.copied.vi}</span></button>
    <span>${title}</span></li>`;
};

/** Ways to fail, each as the header that asks for it. */
export const failureList = (failures: Failures, lang: Lang): Content | false =>
  Object.keys(failures).length > 0 &&
  html`<ul class="failures">${Object.entries(failures).map(([name, { title }]) => row(name, say(title, lang)))}</ul>`;

/** The ways in which every operation can fail. */
export const everyFailure = (lang: Lang): Content =>
  html`<section class="paper" aria-labelledby="failures-title">
    <h2 id="failures-title">${say(texts.failures, lang)}</h2>
    <p class="lead">${say(texts.failuresLead, lang)}</p>
    ${failureList(transportFailures, lang)}
  </section>`;
