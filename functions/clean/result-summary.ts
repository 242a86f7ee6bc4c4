import type { Text } from '../../contracts/_contract.ts';
import { columnNames } from '../_cleaning/columns.ts';
import { grouped } from '../_cleaning/report.ts';
import type { Summary } from '../_cleaning/tally.ts';
import { type Content, html, type Phrase, say } from '../_kit/page/html.ts';
import { heading, keyValue } from '../_kit/page/parts.ts';
import type { ResultProps } from './result-page.ts';

export const TITLE: Text = { vi: 'Kết quả rà soát', en: 'What was found' };
const FILE: Text = { vi: 'Tệp', en: 'File' };
const ROWS: Text = { vi: 'Số tài khoản', en: 'Accounts' };
const TODAY: Text = { vi: 'Xét theo ngày', en: 'Judged as of' };
const READ_AS: Text = { vi: 'Bảng mã, dấu phân cách', en: 'Encoding, delimiter' };
const COLUMNS: Text = { vi: 'Các cột nhận ra', en: 'Columns recognised' };

const delimiterNames = {
  ',': { vi: 'dấu phẩy (,)', en: 'comma' },
  ';': { vi: 'dấu chấm phẩy (;)', en: 'semicolon' },
  '\t': { vi: 'dấu tab', en: 'tab' },
  '|': { vi: 'gạch đứng (|)', en: 'vertical bar' },
} as const satisfies Record<string, Text>;

export const digits = (count = 0): Content => html`<span class="digits">${grouped(count)}</span>`;

/** How many accounts need nothing more than their holder's sign-in, or not even that. */
export const done = ({ clean = 0, linked = 0 }: Summary['main']): number => clean + linked;

/** What matters of all the counts. */
function headline({ rows, main }: Summary): Phrase {
  const ready = done(main);
  return {
    vi: html`<strong>${digits(ready)}</strong> tài khoản sạch hoặc đã liên kết, <strong>${digits(rows - ready)}</strong> tài khoản cần xử lý`,
    en: html`${digits(ready)} clean or linked, ${digits(rows - ready)} to be dealt with`,
  };
}

/** What came of a file in a sentence, and how it was read. */
export function resultSummary({ table, file, summary, today, lang }: ResultProps): Content {
  const { format, mojibake, header, places } = table;
  const columns = columnNames.filter((column) => places[column] >= 0).map((column) => header[places[column]]);
  const facts = [
    ...(file === undefined ? [] : [{ label: FILE, value: file, testid: 'file-name' }]),
    { label: ROWS, value: digits(summary.rows), testid: 'rows' },
    { label: TODAY, value: today.split('-').reverse().join('/'), testid: 'judged-as-of' },
    {
      label: READ_AS,
      value: html`<code>${format.encoding}</code>${mojibake && html` (<code>${mojibake}</code>)`}, ${say(delimiterNames[format.delimiter], lang)}`,
      testid: 'read-as',
    },
    { label: COLUMNS, value: columns.join(', ') },
  ];
  return html`${heading(TITLE, lang, headline(summary))}${keyValue(facts, lang)}`;
}
