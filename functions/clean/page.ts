import type { Text } from '../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { button, details, field, heading, link, notice } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';

export interface UploadProps extends Frame {
  /** Path of the system. */
  here: string;
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
  en: 'The sandbox knows made-up people only (numbers from 099 on). No file is kept, yet it travels.',
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

const pasteField = (lang: Lang): Content =>
  html`<div class="field">
    <label for="text">${say(PASTE, lang)}</label>
    <textarea class="plain" id="text" name="text" rows="6" autocomplete="off" spellcheck="false" aria-describedby="text-hint" data-testid="text"></textarea>
    <p class="hint" id="text-hint">${say(PASTE_HINT, lang)}</p>
  </div>`;

const unitField = (lang: Lang): Content =>
  field({ name: 'unit', label: UNIT, lang, testid: 'unit', autocomplete: 'off', optional: true });

/** Where a file is chosen or pasted. */
export const uploadPage = ({ lang, assets, here }: UploadProps): Content =>
  shell({
    lang,
    assets,
    title: TITLE,
    system: SYSTEM,
    sheets: ['clean'],
    body: html`<section class="paper">${heading(TITLE, lang, LEAD)}
      ${notice({ kind: 'info', title: NO_REAL, cure: WHY, testid: 'no-real-data' }, lang)}
      <form method="post" action="${here}/" enctype="multipart/form-data" data-testid="upload">
        ${fileField(lang)}${pasteField(lang)}${unitField(lang)}
        <p class="actions">${button({ label: SEND, lang, testid: 'review' })}
        ${link({ href: `${here}/sample.csv`, label: SAMPLE, lang, testid: 'sample-file', kind: 'plain' })}</p>
      </form>
      ${details(COLUMNS, html`<p>${say(COLUMNS_HELP, lang)}</p><p>${say(LARGE, lang)}</p>`, lang, 'columns-toggle')}
    </section>`,
  });
