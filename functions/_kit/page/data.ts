import type { Text } from '../../../contracts/_contract.ts';
import { vietnamDate, vietnamTime } from '../clock.ts';
import { type Content, html, type Lang, type Phrase, plain, say } from './html.ts';

export interface Row {
  label: Phrase;
  value: string | Content;
  /** The name on the wire, where there is one. */
  wire?: string;
  testid?: string;
}

/** Labels and their values, as a definition list. */
export const keyValue = (rows: readonly Row[], lang: Lang): Content =>
  html`<dl class="key-value">${rows.map(
    (row) => html`<div>
      <dt>${say(row.label, lang)}${row.wire && html` <code class="wire">${row.wire}</code>`}</dt>
      <dd ${row.testid && html`data-testid="${row.testid}"`}>${row.value}</dd>
    </div>`,
  )}</dl>`;

export interface TableProps {
  caption: Text;
  head: readonly Phrase[];
  /** One cell for each column; the first names the row. */
  rows: readonly (readonly (string | number | Content)[])[];
  lang: Lang;
  testid?: string;
  /** Shown instead of an empty body. */
  empty?: Text;
  /** Of two columns, and yet too wide for a phone. */
  cards?: boolean;
}

const withoutTags = (half: string | Content): string => String(half).replace(/<[^>]*>/g, '');

/** A header as plain text in both languages, for the style sheet to repeat beside a cell. */
const named = ({ vi, en }: Phrase, lang: Lang): string =>
  plain({ vi: withoutTags(vi), en: withoutTags(en) }, lang);

/** From three columns on a phone has no room for them side by side. */
const CARDS_FROM = 3;

/**
 * A table. On a narrow screen the rows of one with three columns or more become cards, each cell with its header;
 * other tables scroll by themselves, by mouse or keyboard.
 */
export const table = (props: TableProps): Content => {
  const { caption, head, rows, lang, testid = 'table', empty } = props;
  const cards = props.cards ?? head.length >= CARDS_FROM;
  const names = head.map((cell) => named(cell, lang));
  const td = (cell: string | number | Content, at: number) =>
    html`<td ${cards && names[at + 1] && html`data-label="${names[at + 1]}"`}>${cell}</td>`;
  return html`<div class="table${cards ? ' cards' : ''}" role="region" aria-label="${plain(caption, lang)}" tabindex="0" data-testid="${testid}"><table>
    <caption>${say(caption, lang)}</caption>
    <thead><tr>${head.map((cell) => html`<th scope="col">${say(cell, lang)}</th>`)}</tr></thead>
    <tbody>${
      rows.length === 0 && empty
        ? html`<tr><td colspan="${head.length}">${say(empty, lang)}</td></tr>`
        : rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map(td)}</tr>`)
    }</tbody>
  </table></div>`;
};

/** A value as indented JSON. */
export const json = (value: unknown, testid: string): Content =>
  html`<pre class="json" data-testid="${testid}"><code>${JSON.stringify(value, null, 2) ?? ''}</code></pre>`;

/** `14:05` in Vietnam; takes epoch milliseconds. */
export const timeOfDay = vietnamTime;

/** `22/11/2026, 14:05` in Vietnam; takes epoch milliseconds. */
export const dateAndTime = (at: number): string =>
  `${vietnamDate(at).split('-').reverse().join('/')}, ${vietnamTime(at)}`;
