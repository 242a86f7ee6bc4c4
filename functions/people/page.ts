import type { Text } from '../../contracts/_contract.ts';
import type { Person } from '../../contracts/person.ts';
import { titleOf } from '../_kit/openapi/title.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { heading, link, table } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';
import type { Outcome } from './outcomes.ts';

export interface PeopleProps extends Frame {
  people: readonly Person[];
  /** By system, in the order of the contracts. */
  systems: readonly { name: string; title: Text; url: string; outcomes: readonly Outcome[] }[];
  /** The phones of the workspace, to which a slug is added. */
  phonesUrl: string;
  /** The same as JSON. */
  jsonUrl: string;
}

const TITLE: Text = { vi: 'Ai làm xảy ra điều gì', en: 'Who makes what happen' };
const LEAD: Text = {
  vi: 'Muốn thử trường hợp nào, hãy tra cứu người được tạo ra cho trường hợp đó. Kết quả lần nào cũng như nhau.',
  en: 'To try a case, ask about the person who was made for it. The outcome is always the same.',
};
const HEAD: readonly Text[] = [
  { vi: 'Điều xảy ra', en: 'What happens' },
  { vi: 'Người', en: 'Person' },
];
const EVERYBODY: Text = { vi: 'Mọi người và lý do có mặt', en: 'Everybody and their reasons' };
const PEOPLE_HEAD: readonly Text[] = [
  { vi: 'Tên gọi', en: 'Slug' },
  { vi: 'Người', en: 'Person' },
];
const JSON_LINK: Text = { vi: 'Danh sách này dạng JSON', en: 'This list as JSON' };
const CONTRACT: Text = { vi: 'Đặc tả API của hệ thống này', en: "This system's contract" };
const captionOf = ({ vi, en }: Text): Text => ({
  vi: `${vi}: trường hợp và người tạo ra nó`,
  en: `${en}: cases, and who makes them`,
});

const who = ({ person, name, personalNumber }: Outcome, phonesUrl: string, lang: Lang): Content => {
  const label = { vi: name, en: name };
  return html`${link({ href: `${phonesUrl}/${person}`, label, lang, testid: 'outcome-phone' })}<br><span class="digits">${personalNumber}</span> <code>${person}</code>`;
};

/** A path that may break before each of its parts. */
const breakable = (path: string): Content[] =>
  path.split(/(?=[/?&])/).map((part, at) => (at === 0 ? html`${part}` : html`<wbr>${part}`));

const outcomeRow =
  (phonesUrl: string, lang: Lang) =>
  (outcome: Outcome): Content[] => [
    html`${say(titleOf(outcome), lang)}<br><span class="hint"><code>${outcome.method} ${breakable(outcome.path)}</code> → <code>${outcome.status}${outcome.shows !== undefined && html` ${outcome.shows}`}</code></span>`,
    who(outcome, phonesUrl, lang),
  ];

/** Folded, and so found by a browser's search in the page all the same. */
const folded = (title: Text, count: number, body: Content, lang: Lang, open: boolean): Content =>
  html`<details class="group" ${open && html`open`}><summary data-testid="group-toggle"><h2>${say(title, lang)}</h2> <span class="tag digits">${count}</span></summary>${body}</details>`;

/** The only one that was asked for is open. */
const systemSection = (
  { title, url, outcomes }: PeopleProps['systems'][number],
  { phonesUrl, lang, systems }: PeopleProps,
): Content => {
  const rows = outcomes.map(outcomeRow(phonesUrl, lang));
  const body = html`${table({ caption: captionOf(title), head: HEAD, rows, lang, testid: 'outcomes', cards: true })}
    <p>${link({ href: `${url}/docs`, label: CONTRACT, lang, testid: 'contract' })}</p>`;
  return html`<section class="paper" data-testid="system">${folded(title, rows.length, body, lang, systems.length === 1)}</section>`;
};

const personRow =
  (lang: Lang) =>
  ({ slug, name, personalNumber, reason, tags }: Person): Content[] => [
    html`<code>${slug}</code>`,
    html`<strong>${name.full}</strong> <span class="digits">${personalNumber}</span><br>${say(reason, lang)}<br><span class="tags">${tags.map((tag) => html`<span class="tag">${tag}</span> `)}</span>`,
  ];

/** Every outcome by system, with the person who makes it, and everybody with their reason. */
export const peoplePage = (props: PeopleProps): Content => {
  const { lang, assets, people, systems, jsonUrl } = props;
  const rows = people.map(personRow(lang));
  const all = table({
    caption: EVERYBODY,
    head: PEOPLE_HEAD,
    rows,
    lang,
    testid: 'everybody',
    cards: true,
  });
  return shell({
    lang,
    assets,
    title: TITLE,
    wide: true,
    body: html`<section class="paper">${heading(TITLE, lang, LEAD)}
        <p>${link({ href: jsonUrl, label: JSON_LINK, lang, testid: 'outcomes-json' })}</p></section>
      ${systems.map((system) => systemSection(system, props))}
      <section class="paper">${folded(EVERYBODY, rows.length, all, lang, false)}</section>`,
  });
};
