import type { Text } from '../../contracts/_contract.ts';
import contract from '../../contracts/pki.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { button, details, heading, link, notice } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';

export interface UploadProps extends Frame {
  /** The system's own path, no slash at the end. */
  here: string;
  /** The form was sent without a file. */
  isEmpty?: boolean;
}

const TITLE: Text = { vi: 'Kiểm tra chữ ký số', en: 'Check a digital signature' };
const LEAD: Text = {
  vi: 'Chọn tệp đã ký. Trang sẽ nói ai ký, ký lúc nào, tổ chức nào chứng thực, có hợp lệ không và vì sao.',
  en: 'Choose a signed file. The page says who signed it, when, which authority vouches for it, whether it is valid, and why not.',
};
const FILE: Text = { vi: 'Tệp đã ký', en: 'Signed file' };
const FILE_HINT: Text = {
  vi: 'PDF, XML hoặc CMS (.p7s, .p7m), tối đa 4 MB. Tệp không được lưu lại.',
  en: 'PDF, XML or CMS (.p7s, .p7m), at most 4 MB. The file is not kept.',
};
const CONTENT: Text = { vi: 'Tệp gốc', en: 'Original file' };
const CONTENT_HINT: Text = {
  vi: 'Chỉ khi chữ ký nằm ở một tệp riêng (.p7s tách rời).',
  en: 'Only where the signature is a file of its own (detached .p7s).',
};
const DETACHED: Text = { vi: 'Chữ ký nằm ở tệp riêng?', en: 'The signature is a file of its own?' };
const CHECK: Text = { vi: 'Kiểm tra', en: 'Check' };
const SAMPLES: Text = { vi: 'Tệp mẫu để thử', en: 'Samples to try' };
const NONE: Text = { vi: 'Chưa có tệp nào', en: 'No file was chosen' };
const NONE_CURE: Text = {
  vi: 'Chọn tệp đã ký rồi bấm Kiểm tra.',
  en: 'Choose a signed file, then press Check.',
};
const TRUST: Text = { vi: 'Trang này tin ai?', en: 'Whom does this page trust?' };
const TRUST_TEXT: Text = {
  vi: 'Chỉ tin chứng thư gốc của hộp cát, và xét theo đồng hồ của không gian làm việc. Chữ ký thật của cơ quan, doanh nghiệp ngoài đời sẽ hiện là «không rõ tổ chức cấp».',
  en: 'Only the root of the sandbox, by the clock of the workspace. A real signature of the world outside shows as issued by nobody known.',
};

interface FileField {
  name: string;
  label: Text;
  hint: Text;
  accept?: string;
}

const fileField = ({ name, label, hint, accept }: FileField, lang: Lang): Content =>
  html`<div class="field">
    <label for="${name}">${say(label, lang)}</label>
    <input class="plain" id="${name}" name="${name}" type="file" ${accept !== undefined && html`accept="${accept}"`} aria-describedby="${name}-hint" data-testid="${name}">
    <p class="hint" id="${name}-hint">${say(hint, lang)}</p>
  </div>`;

const signedFile: FileField = {
  name: 'file',
  label: FILE,
  hint: FILE_HINT,
  accept: '.pdf,.xml,.p7s,.p7m,.cms,.pem,application/pdf,text/xml',
};

/** Where a signed file is chosen. */
export const uploadPage = ({ lang, assets, here, isEmpty }: UploadProps): Content =>
  shell({
    lang,
    assets,
    system: contract.title,
    title: TITLE,
    sheets: ['verdict'],
    body: html`<section class="paper">${heading(TITLE, lang, LEAD)}
      ${isEmpty && notice({ kind: 'error', title: NONE, cure: NONE_CURE, id: 'error' }, lang)}
      <form method="post" action="${here}/verify" enctype="multipart/form-data" data-testid="verify-form">
        ${fileField(signedFile, lang)}
        ${details(DETACHED, fileField({ name: 'content', label: CONTENT, hint: CONTENT_HINT }, lang), lang, 'detached')}
        <p class="actions">${button({ label: CHECK, lang, testid: 'check' })}
        ${link({ href: `${here}/samples`, label: SAMPLES, lang, testid: 'samples-link', kind: 'plain' })}</p>
      </form>
      ${details(TRUST, html`<p>${say(TRUST_TEXT, lang)}</p>`, lang, 'trust')}
    </section>`,
  });
