import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { notice } from '../../_kit/page/parts.ts';

const READING: Text = { vi: 'Đang đọc chứng thư trong USB…', en: "Reading the token's certificate…" };
const WAITING: Text = {
  vi: 'Đang chờ mã PIN: mở cửa sổ của USB rồi nhập mã PIN (trong hộp cát là 123456).',
  en: "Waiting for the PIN: open the token's window and enter it (123456 in the sandbox).",
};
const SAID: Text = { vi: 'Phần mềm ký trả lời:', en: 'The plug-in says:' };

interface Trouble {
  title: Text;
  cure: Text;
}

/** What may come of it, and what to do then. */
const troubles: Readonly<Record<string, Trouble>> = {
  'no-plugin': {
    title: { vi: 'Không kết nối được phần mềm ký trên máy', en: 'No plug-in answers on this computer' },
    cure: {
      vi: 'Cài và mở VNPT-CA Plugin, rồi bấm «Ký» lần nữa. Nếu đang chạy «hopcat token»: trang này phải được usbtoken.allowedOrigins cho phép.',
      en: 'Install and run VNPT-CA Plugin, then press "Sign" again. Where "hopcat token" runs, usbtoken.allowedOrigins must admit this page.',
    },
  },
  cancelled: {
    title: {
      vi: 'Bạn đã hủy, hoặc chưa nhập mã PIN kịp',
      en: 'It was cancelled, or nobody entered the PIN in time',
    },
    cure: {
      vi: 'Bấm «Ký» lần nữa rồi nhập mã PIN trong cửa sổ của USB.',
      en: 'Press "Sign" again, and enter the PIN in the token\'s window.',
    },
  },
  'no-token': {
    title: { vi: 'Máy chưa nhận được USB ký số', en: 'There is no token in this computer' },
    cure: {
      vi: 'Cắm USB vào máy. Trong hộp cát: bấm «Cắm vào, mở khóa» ở cửa sổ của USB. Rồi bấm «Ký» lần nữa.',
      en: 'Plug it in. In the sandbox: press “Plug in, unblock” in the token\'s window. Then press "Sign" again.',
    },
  },
  'no-certificate': {
    title: { vi: 'USB không có chứng thư số', en: 'The token has no certificate' },
    cure: {
      vi: 'Dùng USB có chứng thư số, hoặc quay lại chọn cách ký khác.',
      en: 'Use a token that has one, or go back and choose another way to sign.',
    },
  },
  refused: {
    title: { vi: 'Phần mềm ký không ký được', en: 'The plug-in did not sign' },
    cure: {
      vi: 'Nếu mã PIN bị khóa: bấm «Cắm vào, mở khóa» ở cửa sổ của USB. Nếu chứng thư hết hạn: gia hạn hoặc dùng USB khác. Rồi bấm «Ký» lần nữa.',
      en: 'Where the PIN is blocked, press “Plug in, unblock” in the token\'s window. Where the certificate has expired, renew it or use another token. Then press "Sign" again.',
    },
  },
  unavailable: {
    title: { vi: 'Chưa kiểm tra được chữ ký', en: 'The signature could not be checked' },
    cure: {
      vi: 'Hồ sơ chưa thay đổi. Bấm «Ký» lần nữa sau giây lát.',
      en: 'The dossier is as it was. Press "Sign" again in a moment.',
    },
  },
};

const progress = (name: string, text: Text, lang: Lang): Content =>
  html`<p class="notice info" data-says="${name}" data-testid="says-${name}" hidden>${say(text, lang)}</p>`;

const trouble = ([name, { title, cure }]: [string, Trouble], lang: Lang): Content =>
  html`<div data-says="${name}" hidden>${notice({ kind: 'error', title, cure, id: `says-${name}`, testid: `says-${name}` }, lang)}</div>`;

/** What the script shows, by its own state; hidden until then. */
export const tokenSays = (lang: Lang): Content =>
  html`<div class="token-says" aria-live="polite">${progress('certificate', READING, lang)}${progress('signature', WAITING, lang)}
    ${Object.entries(troubles).map((each) => trouble(each, lang))}
    <p data-plugin-said hidden>${say(SAID, lang)} <strong data-why data-testid="token-why"></strong></p></div>`;
