import type { Text } from '../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { button, details, field, heading, link, notice } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';

/** What was sent, and why it could not be judged. */
export interface Tried {
  title: Text;
  cure: Text;
  said: { text?: string | undefined; unit?: string | undefined; columns?: string | undefined };
  /** What was wrong with the columns that were named. */
  wrongColumns?: Text | undefined;
  /** Columns that are not there, and the headers that are. */
  missing?: readonly Text[] | undefined;
  header?: readonly string[] | undefined;
}

export interface UploadProps extends Frame {
  /** Path of the system. */
  here: string;
  tried?: Tried;
}

export const SYSTEM: Text = { vi: 'Rà soát tài khoản', en: 'Cleaning of accounts' };
const TITLE: Text = { vi: 'Rà soát, làm sạch tài khoản', en: 'Review and clean accounts' };
const LEAD: Text = {
  vi: 'Tải lên danh sách tài khoản của cổng (CSV). Mỗi tài khoản được đối chiếu với cơ sở dữ liệu dân cư giả lập.',
  en: "Upload a portal's list of accounts (CSV). Each one is held against the made-up population database.",
};
const NO_REAL: Text = {
  vi: 'Không tải lên dữ liệu của người thật',
  en: 'Do not upload data of real people',
};
const WHY: Text = {
  vi: 'Hộp cát chỉ biết người giả lập (số bắt đầu bằng 099). Tệp không được lưu lại, nhưng vẫn đi qua mạng.',
  en: 'The sandbox knows made-up people only (numbers from 099 on). No file is kept, but it does travel over the network.',
};
const FILE: Text = { vi: 'Tệp CSV', en: 'CSV file' };
const FILE_HINT: Text = {
  vi: 'Tối đa 1 MB (khoảng 10.000 dòng). UTF-8, UTF-16, Windows-1258, TCVN3, VNI đều đọc được; dấu phẩy, chấm phẩy hay tab.',
  en: 'At most 1 MB (some 10,000 rows). UTF-8, UTF-16, Windows-1258, TCVN3 and VNI; comma, semicolon or tab.',
};
const PASTE: Text = { vi: 'Hoặc dán nội dung', en: 'Or paste it' };
const PASTE_HINT: Text = { vi: 'Cả dòng tiêu đề', en: 'With the header' };
const UNIT: Text = {
  vi: 'Đơn vị (nếu tệp không có cột đơn vị)',
  en: 'Unit (if the file has no such column)',
};
const WHICH: Text = {
  vi: 'Cột nào chứa gì (nếu tiêu đề khác lạ)',
  en: 'Which column holds what (for other headers)',
};
const WHICH_HINT: Text = {
  vi: 'Chẳng hạn number=Số giấy tờ,name=2: tên tiêu đề, hoặc thứ tự cột tính từ 1',
  en: 'Such as number=Số giấy tờ,name=2: a header, or the number of a column from 1 on',
};
const MISSING: Text = { vi: 'Không thấy cột', en: 'Columns that are not there' };
const HEADER: Text = { vi: 'Tệp có các cột', en: 'The file has' };
const SEND: Text = { vi: 'Rà soát', en: 'Review' };
const SAMPLE: Text = { vi: 'Tải tệp mẫu', en: 'Download a sample file' };
const COLUMNS: Text = { vi: 'Cần những cột nào?', en: 'Which columns are needed?' };
const COLUMNS_HELP: Text = {
  vi: 'Bắt buộc: họ tên, và số định danh hoặc số CMND. Nên có: ngày sinh, đơn vị, đã liên kết. Tên cột tiếng Việt (có dấu hay không) hoặc tiếng Anh đều được nhận ra; các cột khác được giữ nguyên.',
  en: 'Needed: the name, and the personal or old card number. Useful: birth date, unit, linked. Headers in Vietnamese (with or without diacritics) or English are recognised; other columns are kept as they are.',
};
const LARGE: Text = {
  vi: 'Tệp lớn hơn: lệnh hopcat clean (không giới hạn số dòng, tiếp tục được khi bị ngắt), hoặc API.',
  en: 'Larger files: the command hopcat clean (any number of rows, resumes when cut off), or the API.',
};

const fileField = (lang: Lang): Content =>
  html`<div class="field">
    <label for="file">${say(FILE, lang)}</label>
    <input class="plain" id="file" name="file" type="file" accept=".csv,.txt,text/csv" aria-describedby="file-hint" data-testid="file">
    <p class="hint" id="file-hint">${say(FILE_HINT, lang)}</p>
  </div>`;

const pasteField = (lang: Lang, text = ''): Content =>
  html`<div class="field">
    <label for="text">${say(PASTE, lang)}</label>
    <textarea class="plain" id="text" name="text" rows="6" autocomplete="off" spellcheck="false" aria-describedby="text-hint" data-testid="text">${text}</textarea>
    <p class="hint" id="text-hint">${say(PASTE_HINT, lang)}</p>
  </div>`;

const unitField = (lang: Lang, value = ''): Content =>
  field({ name: 'unit', label: UNIT, lang, testid: 'unit', value, autocomplete: 'off', optional: true });

const columnsField = (lang: Lang, tried: Tried | undefined): Content =>
  field({
    name: 'columns',
    label: WHICH,
    lang,
    testid: 'columns',
    value: tried?.said.columns ?? '',
    autocomplete: 'off',
    optional: true,
    hint: WHICH_HINT,
    ...(tried?.wrongColumns && { error: tried.wrongColumns }),
  });

/** The columns that were looked for, and those that were found. */
const seen = ({ missing = [], header = [] }: Tried, lang: Lang): Content =>
  html`${
    missing.length > 0 &&
    html`<div class="seen"><p>${say(MISSING, lang)}:</p><ul data-testid="missing-columns">${missing.map((each) => html`<li>${say(each, lang)}</li>`)}</ul>
    <p>${say(HEADER, lang)}:</p><ul data-testid="found-headers">${header.map((cell) => html`<li><code>${cell}</code></li>`)}</ul></div>`
  }`;

const refusal = (tried: Tried, lang: Lang): Content =>
  html`${notice({ kind: 'error', title: tried.title, cure: tried.cure, id: 'error' }, lang)}${seen(tried, lang)}`;

/** Where a file is chosen or pasted. */
export const uploadPage = ({ lang, assets, here, tried }: UploadProps): Content =>
  shell({
    lang,
    assets,
    title: TITLE,
    system: SYSTEM,
    sheets: ['clean'],
    body: html`<section class="paper">${heading(TITLE, lang, LEAD)}
      ${tried && refusal(tried, lang)}
      ${notice({ kind: 'info', title: NO_REAL, cure: WHY, testid: 'no-real-data' }, lang)}
      <form method="post" action="${here}/" enctype="multipart/form-data" data-testid="upload">
        ${fileField(lang)}${pasteField(lang, tried?.said.text)}${columnsField(lang, tried)}${unitField(lang, tried?.said.unit)}
        <p class="actions">${button({ label: SEND, lang, testid: 'review' })}
        ${link({ href: `${here}/sample.csv`, label: SAMPLE, lang, testid: 'sample-file', kind: 'plain' })}</p>
      </form>
      ${details(COLUMNS, html`<p>${say(COLUMNS_HELP, lang)}</p><p>${say(LARGE, lang)}</p>`, lang, 'columns-toggle')}
    </section>`,
  });
