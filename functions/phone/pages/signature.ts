import type { Text } from '../../../contracts/_contract.ts';
import { keyValue, type Row } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { button, field, form, notice, type Post } from '../../_kit/page/parts.ts';
import { type Approval, decisions, facts } from './approval.ts';

/** Documents that wait for the person's signature. */
export interface Signature extends Approval {
  /** `digest`: lower-case hex. */
  documents: readonly { name: string; hash: string; digest: string }[];
  /** By whose certificate. */
  certificate: readonly Row[];
  /** `triesLeft`: 0 where it is blocked. */
  pin: { triesLeft: number; triedWrong: boolean };
  /** Receives `decision`, and `pin` where that is `approve`. */
  post: Post;
}

const DOCUMENTS: Text = { vi: 'Tài liệu được ký', en: 'What is signed' };
const CERTIFICATE: Text = { vi: 'Chứng thư số', en: 'Certificate' };
const PIN: Text = { vi: 'Mã PIN ký số', en: 'Signing PIN' };
const HINT: Text = {
  vi: 'Trong hộp cát, mã PIN của mọi người là 123456',
  en: 'In the sandbox everybody has 123456',
};
const SIGN: Text = { vi: 'Ký', en: 'Sign' };
const UNBLOCK: Text = { vi: 'Mở khóa mã PIN', en: 'Unblock the PIN' };
const BLOCKED: Text = { vi: 'Mã PIN ký số đang bị khóa', en: 'The signing PIN is blocked' };
const CURE: Text = {
  vi: 'Bạn đã nhập sai quá số lần cho phép nên yêu cầu ký đã kết thúc. Ngoài đời phải nhờ đơn vị cấp chữ ký số mở khóa; trong hộp cát, bấm nút dưới đây rồi yêu cầu ký lại.',
  en: 'Too many wrong PINs ended the request to sign. In life the provider has to unblock it; in the sandbox press the button, then ask for the signature anew.',
};

const leftText = (tries: number): Text => ({
  vi: `Mã PIN vừa nhập không đúng. Còn ${tries} lần nhập`,
  en: `The last PIN was wrong. ${tries} ${tries === 1 ? 'try' : 'tries'} left`,
});

const HASHES: Readonly<Record<string, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/** The folds have ids, so that the script keeps them open. */
const documentList = ({ id, documents }: Signature, lang: Lang): Content =>
  html`<h4>${say(DOCUMENTS, lang)}</h4><ul class="documents">${documents.map(
    (
      { name, hash, digest },
      index,
    ) => html`<li data-testid="document"><strong data-testid="document-name">${name}</strong>
      <details class="fold" id="digest-${id}-${index}"><summary data-testid="document-hash">${HASHES[hash] ?? hash} <code>${digest.slice(0, 16)}…</code></summary>
        <div class="fold-body"><code class="digest" data-testid="document-digest">${digest}</code></div></details></li>`,
  )}</ul>`;

/** With an id, so that the script keeps it open. */
const certificateFold = ({ id, certificate }: Signature, lang: Lang): Content =>
  html`<details class="fold" id="certificate-${id}"><summary data-testid="certificate">${say(CERTIFICATE, lang)}</summary>
    <div class="fold-body">${keyValue(certificate, lang)}</div></details>`;

function pinField({ id, pin }: Signature, lang: Lang): Content {
  const { triesLeft, triedWrong } = pin;
  return field({
    name: 'pin',
    id: `pin-${id}`,
    label: PIN,
    lang,
    testid: 'pin',
    type: 'password',
    inputmode: 'numeric',
    autocomplete: 'off',
    hint: HINT,
    ...(triedWrong && { error: leftText(triesLeft) }),
  });
}

/** While the PIN is blocked it can only be refused. */
export const signatureCard = (signature: Signature, lang: Lang): Content => {
  const { id, title, post, pin } = signature;
  const body =
    pin.triesLeft === 0 ? decisions(lang) : html`${pinField(signature, lang)}${decisions(lang, SIGN)}`;
  return html`<article class="card signature" aria-labelledby="approval-${id}" data-testid="sign-request">
    <h3 id="approval-${id}">${say(title, lang)}</h3>${facts(signature, lang)}${signature.documents.length > 0 && documentList(signature, lang)}
    ${signature.certificate.length > 0 && certificateFold(signature, lang)}${form(post, body, 'sign-request-form')}
  </article>`;
};

/** What to do about a blocked PIN. */
export const blockedNotice = (post: Post, lang: Lang): Content =>
  html`<div class="pin-blocked">${notice({ kind: 'error', title: BLOCKED, cure: CURE, id: 'pin-blocked', testid: 'pin-blocked' }, lang)}
    ${form(post, html`<p class="actions stretch">${button({ label: UNBLOCK, lang, testid: 'unblock-pin' })}</p>`, 'unblock-form')}</div>`;
