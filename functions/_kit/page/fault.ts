import type { Text } from '../../../contracts/_contract.ts';
import type { FaultExtra } from '../fault.ts';
import { halves } from '../halves.ts';
import { type Frame, shell } from '../page.ts';
import { details, heading, link } from './controls.ts';
import { type Content, html, type Lang, type Phrase, say } from './html.ts';

/** `lang` is `vi` and `assets` is `/assets` unless told: a fault may strike before anything else is known. */
export interface FaultPageProps extends Partial<Frame> {
  /** Whose page this is. */
  system?: Text;
  title: Text;
  /** What happened. */
  happened?: Phrase;
  /** What to do next. */
  cure: Phrase;
  /** What is wrong with which field, where that is known. */
  errors?: FaultExtra['errors'];
  /** For whoever builds the portal: the error code, the parameter, what was expected. */
  detail?: string;
  back?: { url: string; label?: Text };
  /** The sandbox's own controls. */
  panel?: Content;
}

const CURE: Text = { vi: 'Cần làm gì', en: 'What to do' };
const DETAIL: Text = { vi: 'Chi tiết kỹ thuật', en: 'Technical detail' };
const BACK: Text = { vi: 'Quay lại', en: 'Back' };

const wrongFields = (errors: FaultExtra['errors'] = [], lang: Lang): Content =>
  html`${
    errors.length > 0 &&
    html`<ul class="wrong-fields" data-testid="wrong-fields">${errors.map(
      ({ path, message }) =>
        html`<li>${path && html`<code>${path}</code>: `}${say(halves(message), lang)}</li>`,
    )}</ul>`
  }`;

/** A refusal that a person can act on. */
export const faultPage = (props: FaultPageProps): Content => {
  const { lang = 'vi', assets = '/assets', happened, detail, back } = props;
  const body = html`<section class="paper" data-testid="fault">
    ${heading(props.title, lang, happened)}
    <div class="cure" data-testid="cure"><h2>${say(CURE, lang)}</h2><p>${say(props.cure, lang)}</p>${wrongFields(props.errors, lang)}</div>
    ${detail && details(DETAIL, html`<pre class="json" data-testid="detail"><code>${detail}</code></pre>`, lang, 'detail-toggle')}
    ${back && html`<p class="actions">${link({ href: back.url, label: back.label ?? BACK, lang, testid: 'back', kind: 'plain' })}</p>`}
  </section>`;
  return shell({ lang, assets, system: props.system, title: props.title, panel: props.panel, body });
};
