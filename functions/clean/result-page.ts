import { type FindingCode, findingCodes, findings, notes } from '../../contracts/_clean.ts';
import type { Text } from '../../contracts/_contract.ts';
import type { Judged } from '../_cleaning/cleaning.ts';
import { birthOf, rowsNamed } from '../_cleaning/result.ts';
import type { Table } from '../_cleaning/table.ts';
import type { Summary } from '../_cleaning/tally.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { details, link, table as tablePart } from '../_kit/page/parts.ts';
import { shell } from '../_kit/page.ts';
import { SYSTEM, type UploadProps } from './page.ts';
import { digits, done, resultSummary, TITLE } from './result-summary.ts';

export interface ResultProps extends UploadProps {
  table: Table;
  /** What the file is called, where one was chosen. */
  file?: string | undefined;
  summary: Summary;
  /** The first rows of each finding. */
  samples: readonly { code: FindingCode; rows: readonly Judged[] }[];
  today: string;
  /** Whole files, which stand in the page: the sandbox keeps none. */
  files: Readonly<Record<'result' | 'report' | 'reportCsv', string>>;
}

const DOWNLOADS: Text = { vi: 'Tải về', en: 'Download' };
const KEPT: Text = {
  vi: 'Các tệp này nằm ngay trong trang; hộp cát không lưu lại gì. Rời trang là mất.',
  en: 'These files are in the page itself; the sandbox keeps nothing. They go when you leave.',
};
const AGAIN: Text = { vi: 'Rà soát tệp khác', en: 'Review another file' };
const BY_FINDING: Text = { vi: 'Theo kết luận', en: 'By finding' };
const BY_UNIT: Text = { vi: 'Theo đơn vị', en: 'By unit' };
const FIRST_ROWS: Text = { vi: 'Những dòng đầu của mỗi kết luận', en: 'The first rows of each finding' };
const FINDING_HEAD: readonly Text[] = [
  { vi: 'Kết luận chính', en: 'Main finding' },
  { vi: 'Số tài khoản', en: 'Accounts' },
  { vi: 'Mọi lần gặp', en: 'All occurrences' },
];
const TO_DO: Text = { vi: 'Việc cần làm', en: 'What to do' };
const UNIT_HEAD: readonly Text[] = [
  { vi: 'Đơn vị', en: 'Unit' },
  { vi: 'Tổng', en: 'Total' },
  { vi: 'Sạch, đã liên kết', en: 'Clean or linked' },
  { vi: 'Cần xử lý', en: 'To be dealt with' },
];
const ROW_HEAD: readonly Text[] = [
  { vi: 'Dòng', en: 'Row' },
  { vi: 'Trong tệp', en: 'In the file' },
  { vi: 'CSDL dân cư', en: 'The register' },
  { vi: 'Mọi kết luận, ghi chú', en: 'All findings and notes' },
];
const NO_UNIT: Text = { vi: '(không ghi đơn vị)', en: '(no unit)' };
const NOBODY: Text = { vi: '–', en: '–' };
const TOTAL: Text = { vi: 'Tổng cộng', en: 'Total' };
const SAME_PERSON: Text = { vi: 'Cùng người với dòng', en: 'The same person as row' };

const findingTable = ({ summary: { main, found, rows }, lang }: ResultProps): Content =>
  tablePart({
    caption: BY_FINDING,
    head: FINDING_HEAD,
    rows: [
      ...findingCodes
        .filter((code) => main[code] || found[code])
        .map((code) => [
          html`<strong data-testid="finding-${code}">${say(findings[code].title, lang)}</strong><span class="line hint"><span class="unseen">${say(TO_DO, lang)}:</span> ${say(findings[code].cure, lang)}</span>`,
          digits(main[code]),
          digits(found[code]),
        ]),
      [html`<strong>${say(TOTAL, lang)}</strong>`, digits(rows), ''],
    ],
    lang,
    testid: 'by-finding',
  });

const unitTable = ({ summary: { units }, lang }: ResultProps): Content =>
  tablePart({
    caption: BY_UNIT,
    head: UNIT_HEAD,
    rows: units.slice(0, 200).map(({ unit, rows, counts }) => {
      const ready = done(counts);
      return [unit || say(NO_UNIT, lang), digits(rows), digits(ready), digits(rows - ready)];
    }),
    lang,
    testid: 'by-unit',
  });

const registered = ({ verdict: { person } }: Judged, lang: Lang): Content =>
  person
    ? html`<span class="digits">${person.personalNumber}</span><br>${person.name.full}<br>${birthOf(person)}`
    : say(NOBODY, lang);

const sampleRow =
  ({ table: { places }, lang }: ResultProps) =>
  (judged: Judged): Content[] => {
    const at = (place: number) => (place < 0 ? '' : (judged.cells[place] ?? ''));
    const { verdict, others } = judged;
    return [
      html`<span class="digits">${judged.row}</span>`,
      html`<span class="digits">${at(places.number) || at(places.oldNumber) || '–'}</span><br>${at(places.name) || '–'}<br>${at(places.birth)}`,
      registered(judged, lang),
      html`${verdict.findings.map((code) => html`<span class="line">${say(findings[code].title, lang)}</span>`)}${verdict.notes.map((code) => html`<span class="line hint">${say(notes[code], lang)}</span>`)}${others && html`<span class="line">${say(SAME_PERSON, lang)} ${rowsNamed(others)}</span>`}`,
    ];
  };

const sampleTables = (props: ResultProps): Content[] =>
  props.samples.map(({ code, rows }) => {
    const { title } = findings[code];
    const shown = tablePart({
      caption: title,
      head: ROW_HEAD,
      rows: rows.map(sampleRow(props)),
      lang: props.lang,
      testid: `rows-${code}`,
    });
    return details(title, shown, props.lang, `toggle-${code}`);
  });

/** A file that stands in the page: the browser writes it to the disk. */
const download = (
  type: string,
  name: string,
  text: string,
  testid: string,
  lang: Lang,
  label: Text,
): Content =>
  html`<a class="button plain" download="${name}" href="data:${type};charset=utf-8;base64,${Buffer.from(text).toString('base64')}" data-testid="${testid}">${say(label, lang)}</a> `;

const downloads = ({ files, lang }: ResultProps): Content =>
  html`<section class="paper" aria-labelledby="downloads-title"><h2 id="downloads-title">${say(DOWNLOADS, lang)}</h2>
    <p class="actions">${download('text/csv', 'ket-qua.csv', files.result, 'download-result', lang, { vi: 'Kết quả từng dòng (CSV)', en: 'Every row (CSV)' })}
    ${download('text/html', 'bao-cao.html', files.report, 'download-report', lang, { vi: 'Báo cáo để in (HTML)', en: 'Report to print (HTML)' })}
    ${download('text/csv', 'bao-cao.csv', files.reportCsv, 'download-report-csv', lang, { vi: 'Báo cáo (CSV)', en: 'Report (CSV)' })}</p>
    <p class="hint">${say(KEPT, lang)}</p></section>`;

/** What was found in a file: counts, the files to take along, and the first rows of each finding. */
export const resultPage = (props: ResultProps): Content => {
  const { lang, assets, here } = props;
  return shell({
    lang,
    assets,
    title: TITLE,
    system: SYSTEM,
    wide: true,
    sheets: ['clean'],
    body: html`<section class="paper">${resultSummary(props)}
        <p class="actions">${link({ href: `${here}/`, label: AGAIN, lang, testid: 'review-another', kind: 'plain' })}</p></section>
      ${downloads(props)}
      <section class="paper">${findingTable(props)}${unitTable(props)}</section>
      <section class="paper" aria-labelledby="first-title"><h2 id="first-title">${say(FIRST_ROWS, lang)}</h2>${sampleTables(props)}</section>`,
  });
};
