import type { Text } from '../../../contracts/_contract.ts';
import { hiddenFields, link, type Post } from './controls.ts';
import { type Content, html, type Lang, plain, say } from './html.ts';

/** One person that the panel offers. */
export interface CastMember {
  slug: string;
  name: string;
  /** Why this person exists. */
  reason: Text;
  /** Searched by the filter, shown small. */
  tags: readonly string[];
  /** What helps to tell them apart, such as the personal number. */
  hint?: string;
  /** The heading under which the person stands. People without one come first. */
  group?: Text;
}

export interface CastPanelProps {
  lang: Lang;
  people: readonly CastMember[];
  /** Where a click on a person posts to, together with `field`. */
  post: Post;
  /** The name under which the slug is sent; `person` unless told. */
  field?: string;
  /** What a click does. */
  intro?: Text;
  /** Where the phones of these people are. */
  phonesUrl?: string;
}

const TITLE: Text = { vi: 'Bảng của hộp cát', en: 'Sandbox panel' };
const INTRO: Text = {
  vi: 'Bấm vào một người để đăng nhập ngay. Hệ thống thật không có bảng này.',
  en: 'Press a person to sign in at once. The real system has no such panel.',
};
const FILTER: Text = { vi: 'Lọc theo tên, số, nhãn', en: 'Filter by name, number, tag' };
const GENERAL: Text = { vi: 'Tình huống chung', en: 'General' };
const PHONES: Text = { vi: 'Mở điện thoại hộp cát', en: 'Open a sandbox phone' };
const NOBODY: Text = { vi: 'Không có ai khớp.', en: 'Nobody matches.' };

/** The frame of everything that is the sandbox's own and not the imitated system's. */
export const sandboxPanel = (lang: Lang, body: Content): Content =>
  html`<aside class="panel" aria-labelledby="panel-title" data-testid="sandbox-panel">
    <h2 class="panel-title" id="panel-title">${say(TITLE, lang)}</h2>${body}
  </aside>`;

/** Without a space that is not seen: there are many of them, and a page that nobody reads must fit into 64 KiB. */
const member = (person: CastMember, field: string, lang: Lang): Content =>
  html`<li><button class="person" type="submit" name="${field}" value="${person.slug}" data-testid="person-${person.slug}"><span class="person-name">${person.name}</span> ${person.hint && html`<span class="person-hint digits">${person.hint}</span>`} <span class="person-reason">${say(person.reason, lang)}</span> ${person.tags.length > 0 && html`<span class="tags">${person.tags.map((tag) => html`<b>${tag}</b> `)}</span>`}</button></li>`;

function groups(people: readonly CastMember[]): [Text, CastMember[]][] {
  const found = new Map<string, [Text, CastMember[]]>();
  for (const person of people.toSorted((a, b) => Number(Boolean(a.group)) - Number(Boolean(b.group)))) {
    const title = person.group ?? GENERAL;
    const group = found.get(title.vi) ?? [title, []];
    group[1].push(person);
    found.set(title.vi, group);
  }
  return [...found.values()];
}

/** The people, one click each, in groups that fold. `panel.js` adds the filter. */
export const castPanel = ({
  lang,
  people,
  post,
  field = 'person',
  intro = INTRO,
  phonesUrl,
}: CastPanelProps): Content =>
  sandboxPanel(
    lang,
    html`<p class="panel-intro">${say(intro, lang)}</p>
    <div class="filter" hidden>
      <label for="people-filter">${say(FILTER, lang)}</label>
      <input id="people-filter" class="plain" type="search" autocomplete="off" data-testid="people-filter">
      <p class="hint" role="status" data-nobody="${plain(NOBODY, lang)}"></p>
    </div>
    <form method="post" action="${post.action}" data-testid="people">${hiddenFields(post.hidden)}
      ${groups(people).map(
        ([title, members]) => html`<details class="group" open>
          <summary data-testid="people-group"><span>${say(title, lang)}</span> <span class="count">${members.length}</span></summary>
          <ul>${members.map((person) => member(person, field, lang))}</ul>
        </details>`,
      )}
    </form>${phonesUrl && html`<p class="panel-more">${link({ href: phonesUrl, label: PHONES, lang, testid: 'phones', newTab: true })}</p>`}`,
  );
