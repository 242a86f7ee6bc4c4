import type { Text } from '../../contracts/_contract.ts';
import { type SampleName, samples } from '../../contracts/_pki/samples.ts';
import { reasons } from '../../contracts/_sign/verdict.ts';
import contract from '../../contracts/pki.ts';
import { type Content, html, type Lang, plain, say } from '../_kit/page/html.ts';
import { heading, link } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';
import { answers } from '../_verify/verdict-words.ts';
import { sampleGroups } from './sample-groups.ts';

export interface SamplesProps extends Frame {
  /** The system's own path, no slash at the end. */
  here: string;
}

const TITLE: Text = { vi: 'Tệp mẫu đã ký', en: 'Signed samples' };
const LEAD: Text = {
  vi: 'Để thử phần mềm kiểm tra chữ ký: tệp tốt, và mỗi kiểu sai một tệp, kèm kết luận đúng. Mỗi lần tải, tệp được ký mới bằng khóa thử nghiệm.',
  en: 'To try software that checks signatures: good ones, and one for each way of being wrong, with the verdict that is right. Signed anew with test keys at each download.',
};
const GROUPS: Text = { vi: 'Các nhóm tệp mẫu', en: 'Groups of samples' };
const CHECK: Text = { vi: 'Kiểm tra một tệp', en: 'Check a file' };
const API: Text = { vi: 'Danh sách này dạng JSON', en: 'This list as JSON' };

type Group = (typeof sampleGroups)[number];

function verdictOf(name: SampleName, lang: Lang): Content {
  const { status, reasons: codes } = samples[name].expected;
  const [code] = codes;
  return html`<p class="hint"><strong>${say(answers[status], lang)}</strong>${code && html`<br><code>${code}</code> ${say(reasons[code].title, lang)}`}</p>`;
}

/** Of the good ones the heading says all that there is to be said of the verdict. */
const one = (here: string, group: Group, name: SampleName, lang: Lang): Content =>
  html`<li>${link({ href: `${here}/samples/${name}`, label: { vi: name, en: name }, lang, testid: 'sample' })}
    <p>${say(samples[name].title, lang)}</p>${group.id !== 'valid' && verdictOf(name, lang)}</li>`;

const part = (here: string, group: Group, lang: Lang): Content =>
  html`<section class="samples" id="${group.id}" data-testid="samples-${group.id}"><h2>${say(group.title, lang)}</h2>
    <ul>${group.names.map((name) => one(here, group, name, lang))}</ul></section>`;

const jumps = (lang: Lang): Content =>
  html`<nav class="jumps" aria-label="${plain(GROUPS, lang)}" data-testid="sample-groups"><ul>${sampleGroups.map(
    ({ id, title, names }) =>
      html`<li>${link({ href: `#${id}`, label: { vi: `${title.vi} (${names.length})`, en: title.en }, lang, testid: `to-${id}` })}</li>`,
  )}</ul></nav>`;

/** Documents to try verifiers with. */
export const samplesPage = ({ lang, assets, here }: SamplesProps): Content =>
  shell({
    lang,
    assets,
    system: contract.title,
    title: TITLE,
    wide: true,
    sheets: ['verdict'],
    body: html`<section class="paper">${heading(TITLE, lang, LEAD)}
      ${jumps(lang)}
      ${sampleGroups.map((group) => part(here, group, lang))}
      <p class="actions">${link({ href: `${here}/verify`, label: CHECK, lang, testid: 'verify-link', kind: 'primary' })}
      ${link({ href: `${here}/api/samples`, label: API, lang, testid: 'samples-json', kind: 'plain' })}</p></section>`,
  });
