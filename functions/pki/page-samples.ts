import type { Text } from '../../contracts/_contract.ts';
import { type SampleName, samples } from '../../contracts/_pki/samples.ts';
import { reasons } from '../../contracts/_sign/verdict.ts';
import contract from '../../contracts/pki.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { heading, link, table } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';
import { answers } from '../_verify/verdict-words.ts';

export interface SamplesProps extends Frame {
  /** The system's own path, no slash at the end. */
  here: string;
}

const TITLE: Text = { vi: 'Tệp mẫu đã ký', en: 'Signed samples' };
const LEAD: Text = {
  vi: 'Để thử phần mềm kiểm tra chữ ký: tệp tốt, và mỗi kiểu sai một tệp, kèm kết luận đúng. Mỗi lần tải, tệp được ký mới bằng khóa thử nghiệm.',
  en: 'To try software that checks signatures: good ones, and one for each way of being wrong, with the verdict that is right. Signed anew with test keys at each download.',
};
const CAPTION: Text = { vi: 'Các tệp mẫu', en: 'The samples' };
const HEAD: readonly Text[] = [
  { vi: 'Tệp', en: 'File' },
  { vi: 'Là gì', en: 'What it is' },
  { vi: 'Kết luận đúng', en: 'The right verdict' },
];
const CHECK: Text = { vi: 'Kiểm tra một tệp', en: 'Check a file' };
const API: Text = { vi: 'Danh sách này dạng JSON', en: 'This list as JSON' };

function row(here: string, lang: Lang, name: SampleName): Content[] {
  const { title, expected } = samples[name];
  const [code] = expected.reasons;
  const why =
    code && html`<br><span class="hint"><code>${code}</code> ${say(reasons[code].title, lang)}</span>`;
  return [
    link({ href: `${here}/samples/${name}`, label: { vi: name, en: name }, lang, testid: 'sample' }),
    say(title, lang),
    html`${say(answers[expected.status], lang)}${why}`,
  ];
}

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
      ${table({ caption: CAPTION, head: HEAD, rows: (Object.keys(samples) as SampleName[]).map((name) => row(here, lang, name)), lang, testid: 'samples' })}
      <p class="actions">${link({ href: `${here}/verify`, label: CHECK, lang, testid: 'verify-link', kind: 'primary' })}
      ${link({ href: `${here}/api/samples`, label: API, lang, testid: 'samples-json', kind: 'plain' })}</p></section>`,
  });
