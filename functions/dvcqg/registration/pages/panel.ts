import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, type Lang, plain, say } from '../../../_kit/page/html.ts';
import { sandboxPanel } from '../../../_kit/page/panel.ts';

/** Somebody whose data fills the form with one click. */
export interface Fitting {
  slug: string;
  name: string;
  hint: string;
  reason: Text;
  /** What will come of it: absent where it succeeds. */
  refusal?: Text;
  url: string;
}

const INTRO: Text = {
  vi: 'Bấm vào một người để điền sẵn trang khai. Hệ thống thật không có bảng này.',
  en: 'Press a person to fill in the form. The real system has no such panel.',
};
const GOOD: Text = { vi: 'Đăng ký được', en: 'This succeeds' };
const BAD: Text = { vi: 'Bị từ chối', en: 'This is refused' };
const FILTER: Text = { vi: 'Lọc theo tên, số', en: 'Filter by name or number' };
const NOBODY: Text = { vi: 'Không có ai khớp.', en: 'Nobody matches.' };

const member = ({ slug, name, hint, reason, refusal, url }: Fitting, lang: Lang): Content =>
  html`<li data-filter="${slug}"><a class="person" href="${url}" data-testid="person-${slug}"><span class="person-name">${name}</span> <span class="person-hint digits">${hint}</span> <span class="person-reason">${say(reason, lang)}</span> ${refusal && html`<span class="outcome bad">${say(refusal, lang)}</span>`}</a></li>`;

const group = (title: Text, people: readonly Fitting[], lang: Lang, open: boolean): Content | false =>
  people.length > 0 &&
  html`<details class="group" ${open && html`open`}>
    <summary data-testid="people-group"><span>${say(title, lang)}</span> <span class="count">${people.length}</span></summary>
    <ul>${people.map((each) => member(each, lang))}</ul>
  </details>`;

/** The people of the sandbox for one way: those for whom it succeeds, and those for whom it fails, and why. */
export const fittingPanel = (people: readonly Fitting[], lang: Lang): Content =>
  sandboxPanel(
    lang,
    html`<p class="panel-intro">${say(INTRO, lang)}</p>
    <div class="filter" hidden>
      <label for="people-filter">${say(FILTER, lang)}</label>
      <input id="people-filter" class="plain" type="search" autocomplete="off" data-testid="people-filter">
      <p class="hint" role="status" data-nobody="${plain(NOBODY, lang)}"></p>
    </div>
    <div data-testid="people">
      ${group(
        GOOD,
        people.filter(({ refusal }) => !refusal),
        lang,
        true,
      )}
      ${group(
        BAD,
        people.filter(({ refusal }) => refusal),
        lang,
        true,
      )}
    </div>`,
  );
