import { type FindingCode, findingCodes, findings } from '../../contracts/_clean.ts';
import { csvLine } from './csv.ts';
import { BOM } from './result.ts';
import type { Summary, UnitCounts } from './tally.ts';

/** What a report says of the file that it is about. */
export interface ReportAbout {
  /** Name of the file. */
  file: string;
  /** The day by which it was judged, `YYYY-MM-DD`. */
  today: string;
}

type Group = 'number' | 'person' | 'duplicate' | 'done';

const groupOf = (code: FindingCode): Group => {
  if (code === 'clean' || code === 'linked') return 'done';
  if (code === 'duplicate') return 'duplicate';
  return /^(name|birth)-|^deceased$/.test(code) ? 'person' : 'number';
};

const groups: Readonly<Record<Group, string>> = {
  number: 'Chưa đầy đủ, chưa đúng số định danh cá nhân|Personal number missing or wrong',
  person: 'Có số định danh, thông tin chưa khớp CSDL dân cư|Number known, data differ from the register',
  duplicate: 'Nhiều tài khoản của cùng một người|Several accounts of one person',
  done: 'Sạch hoặc đã liên kết VNeID|Clean, or linked to VNeID',
};

const groupNames = Object.keys(groups) as Group[];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** As Viet Nam writes thousands. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

const dayOf = (date: string): string => date.split('-').reverse().join('/');

const sumOf = (counts: Summary['main'], group: Group): number =>
  findingCodes.reduce((sum, code) => sum + (groupOf(code) === group ? (counts[code] ?? 0) : 0), 0);

const both = (vi: string, en: string): string => `${escaped(vi)} <i lang="en">${escaped(en)}</i>`;

const bothOf = (text: string): string => {
  const [vi = '', en = ''] = text.split('|');
  return both(vi, en);
};

const unitName = (unit: string): string => unit || '(không ghi đơn vị / no unit)';

const number = (count: number): string => `<td class="n">${grouped(count)}</td>`;

const findingRows = ({ main, found }: Summary): string =>
  findingCodes
    .filter((code) => main[code] || found[code])
    .map((code) => {
      const { title, cure } = findings[code];
      return `<tr><th scope="row">${both(title.vi, title.en)}</th>${number(main[code] ?? 0)}${number(found[code] ?? 0)}<td>${both(cure.vi, cure.en)}</td></tr>`;
    })
    .join('\n');

const reasonsOf = ({ counts }: UnitCounts): string =>
  findingCodes
    .filter((code) => counts[code] && groupOf(code) !== 'done')
    .map((code) => `${escaped(findings[code].title.vi)}: ${grouped(counts[code] ?? 0)}`)
    .join('<br>');

const unitRow = (unit: UnitCounts, reasons = reasonsOf(unit)): string =>
  `<tr><th scope="row">${escaped(unitName(unit.unit))}</th>${number(unit.rows)}${groupNames
    .map((group) => number(sumOf(unit.counts, group)))
    .join('')}<td>${reasons}</td></tr>`;

const headOf = (cells: readonly string[]): string =>
  `<thead><tr>${cells.map((cell) => `<th scope="col">${bothOf(cell)}</th>`).join('')}</tr></thead>`;

const style = `@page{size:A4;margin:18mm 15mm}
*{box-sizing:border-box}body{font:11pt/1.45 "Times New Roman",Times,serif;color:#000;background:#fff;max-width:180mm;margin:8mm auto;padding:0 4mm}
.test{border:1.5pt solid #000;padding:2mm 3mm;font-weight:bold;text-align:center}
h1{font-size:15pt;text-align:center;margin:8mm 0 1mm}h2{font-size:12.5pt;margin:7mm 0 2mm}.under{text-align:center;margin:0 0 5mm}
i{font-style:italic;color:#444}table{width:100%;border-collapse:collapse}th,td{border:.5pt solid #000;padding:1.2mm 1.8mm;text-align:left;vertical-align:top;font-weight:normal}
thead th,tfoot th,tfoot td{font-weight:bold}thead{display:table-header-group}tr{break-inside:avoid}.n{text-align:right;white-space:nowrap}
.wide{overflow-x:auto}tbody th{min-width:32mm}td:last-child:not(.n){min-width:58mm}.small{font-size:9.5pt}.sign{display:flex;justify-content:space-around;margin-top:10mm;text-align:center;min-height:32mm;break-inside:avoid}
dl{display:grid;grid-template-columns:auto 1fr;gap:.5mm 4mm;margin:0}dd{margin:0}`;

const BANNER =
  '<p class="test">Môi trường thử nghiệm HopCat: dữ liệu giả lập, không phải báo cáo chính thức. <i lang="en">HopCat test environment: made-up data, not an official report.</i></p>';

const headline = (summary: Summary): string =>
  groupNames
    .map(
      (group) =>
        `<tr><th scope="row">${bothOf(groups[group])}</th>${number(sumOf(summary.main, group))}</tr>`,
    )
    .join('\n');

/** A report by finding and by unit, as an office could print it and send it upwards. Loads nothing from anywhere. */
export function reportHtml(summary: Summary, { file, today }: ReportAbout): string {
  const total = number(summary.rows);
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Báo cáo rà soát, làm sạch tài khoản · HopCat</title><style>${style}</style></head>
<body>
${BANNER}
<h1>BÁO CÁO KẾT QUẢ RÀ SOÁT, LÀM SẠCH TÀI KHOẢN</h1>
<p class="under"><i lang="en">Report on the review and cleaning of accounts</i></p>
<dl><dt>${both('Tệp:', 'File:')}</dt><dd>${escaped(file)}</dd>
<dt>${both('Xét theo ngày:', 'Judged as of:')}</dt><dd>${dayOf(today)}</dd>
<dt>${both('Tổng số tài khoản:', 'Accounts:')}</dt><dd><b>${grouped(summary.rows)}</b></dd></dl>
<h2>1. ${both('Tổng hợp', 'Overview')}</h2>
<table>${headOf(['Nhóm|Group', 'Số tài khoản|Accounts'])}<tbody>${headline(summary)}</tbody>
<tfoot><tr><th scope="row">${both('Tổng cộng', 'Total')}</th>${total}</tr></tfoot></table>
<h2>2. ${both('Theo kết luận', 'By finding')}</h2>
<p class="small">${both('Mỗi tài khoản có một kết luận chính, nên cột thứ nhất cộng lại đúng bằng tổng số; cột thứ hai đếm mọi lần gặp, một tài khoản có thể có nhiều.', 'Each account has one main finding, so the first column adds up to the total; the second counts every occurrence.')}</p>
<div class="wide"><table>${headOf(['Kết luận|Finding', 'Là kết luận chính|As the main one', 'Mọi lần gặp|All occurrences', 'Việc cần làm|What to do'])}
<tbody>${findingRows(summary)}</tbody>
<tfoot><tr><th scope="row">${both('Tổng cộng', 'Total')}</th>${total}<td></td><td></td></tr></tfoot></table></div>
<h2>3. ${both('Theo đơn vị', 'By unit')}</h2>
<div class="wide"><table class="small">${headOf(['Đơn vị|Unit', 'Tổng|Total', 'Số định danh|Number', 'Thông tin|Data', 'Trùng|Several', 'Sạch|Clean', 'Cần xử lý|To be dealt with'])}
<tbody>${summary.units.map((unit) => unitRow(unit)).join('\n')}</tbody>
<tfoot>${unitRow({ unit: 'Tổng cộng / Total', rows: summary.rows, counts: summary.main }, '')}</tfoot></table></div>
<div class="sign"><div><b>Người lập báo cáo</b><br><i lang="en">Prepared by</i></div><div><b>Thủ trưởng đơn vị</b><br><i lang="en">Head of the unit</i></div></div>
${BANNER}
</body></html>
`;
}

/** The same as a table: a line for each unit and finding, then the totals. */
export function reportCsv(summary: Summary, delimiter = ','): string {
  const lines = (unit: string, counts: Summary['main']): string[] =>
    findingCodes
      .filter((code) => counts[code])
      .map((code) => {
        const { title } = findings[code];
        return csvLine([unit, code, title.vi, title.en, String(counts[code])], delimiter);
      });
  const total = 'TỔNG CỘNG / TOTAL';
  return [
    BOM,
    csvLine(['Đơn vị / Unit', 'Mã / Code', 'Kết luận', 'Finding', 'Số tài khoản / Accounts'], delimiter),
    ...summary.units.flatMap(({ unit, counts }) => lines(unitName(unit), counts)),
    ...lines(total, summary.main),
    csvLine([total, '', 'Tất cả', 'All', String(summary.rows)], delimiter),
  ].join('');
}
