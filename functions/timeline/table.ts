import { type Standing, shownDate, standingsOn } from './domain.ts';

const both = ({ vi, en }: { vi: string; en: string }): string => `${vi}<br>*${en}*`;

const source = ({ name, issued }: Standing['documents'][number]): string =>
  issued === null ? name.vi : `${name.vi} (${shownDate(issued)})`;

const row = ({ id, from, who, what, sandbox, documents }: Standing): string =>
  [
    `${shownDate(from)}<br>\`${id}\``,
    both(who),
    both(what),
    sandbox ? both(sandbox) : '–',
    documents.map(source).join('<br>'),
  ].join(' | ');

const head = [
  'Từ ngày / *From*',
  'Ai / *Who*',
  'Điều gì / *What*',
  'Trong hộp cát / *Here*',
  'Văn bản / *By*',
];

/** The rules as a Markdown table: `docs/calendar.md` holds it. */
export const calendarTable = (): string =>
  [head.join(' | '), head.map(() => '---').join(' | '), ...standingsOn('2020-01-01').map(row)]
    .map((line) => `| ${line} |`)
    .join('\n');
