import type { Text } from '../../../../contracts/_contract.ts';
import { dateAndTime, keyValue, type Row } from '../../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { button, field, form, heading, type Post } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { cscPage, ERROR_ID, type PageError, strong } from './frame.ts';

/** What will be signed. */
export interface ToSign {
  /** Whom the certificate names. */
  holder: string;
  serial: string;
  /** Epoch milliseconds. */
  validTo: number;
  count: number;
  /** Base64. */
  hashes: readonly string[];
  description: string | undefined;
}

export interface ApproveProps extends Frame {
  client: string;
  /** The host of the redirect URI. */
  redirectHost: string;
  person: string;
  /** Receives `decision`, and `pin` where something is signed. */
  post: Post;
  /** Absent: the application asks to see and use the certificates, not for a signature. */
  signing?: ToSign;
  error?: PageError;
  triesLeft?: number;
}

const SIGN: Text = { vi: 'Xác nhận ký số', en: 'Approve the signature' };
const ALLOW: Text = { vi: 'Cho phép dùng chứng thư số', en: 'Allow the use of your certificates' };
const WHO: Text = { vi: 'Bạn đang đăng nhập là', en: 'You are signed in as' };
const WHOM: Text = { vi: 'Ứng dụng yêu cầu', en: 'Application' };
const WHERE: Text = { vi: 'Quay về địa chỉ', en: 'Returns to' };
const HOLDER: Text = { vi: 'Chứng thư số cấp cho', en: 'Certificate of' };
const SERIAL: Text = { vi: 'Số sê-ri', en: 'Serial number' };
const UNTIL: Text = { vi: 'Hiệu lực tới', en: 'Valid until' };
const ABOUT: Text = { vi: 'Nội dung', en: 'Description' };
const COUNT: Text = { vi: 'Số chữ ký', en: 'Signatures' };
const HASHES: Text = { vi: 'Giá trị băm sẽ được ký', en: 'Hashes to be signed' };
const ANY: Text = {
  vi: 'Yêu cầu này không nêu trước tài liệu nào: ứng dụng được ký bất kỳ tài liệu nào trong số chữ ký trên.',
  en: 'No document is named: the application may sign any, up to that number.',
};
/** Where more signatures are approved than are shown. */
const beyond = (count: number, shown: number): Text => ({
  vi: `Bạn đang cho phép ${count} chữ ký: ${shown} giá trị băm dưới đây và ${count - shown} tài liệu khác không hiện ở đây, do ứng dụng chọn sau.`,
  en: `You approve ${count} signatures: the ${shown} below and ${count - shown} of documents not shown here, which the application chooses later.`,
});
const PIN_LABEL: Text = { vi: 'Mã PIN ký số', en: 'Signature PIN' };
const APPROVE_SIGN: Text = { vi: 'Ký', en: 'Sign' };
const APPROVE: Text = { vi: 'Cho phép', en: 'Allow' };
const REFUSE: Text = { vi: 'Từ chối', en: 'Refuse' };

const code = (text: string): Content => html`<code class="wire">${text}</code>`;

const what = (signing: ToSign, lang: Lang): Content => {
  const { holder, serial, validTo, count, description, hashes } = signing;
  const rows: Row[] = [
    { label: HOLDER, value: holder, testid: 'holder' },
    { label: SERIAL, value: code(serial), testid: 'serial' },
    { label: UNTIL, value: dateAndTime(validTo) },
    ...(description === undefined ? [] : [{ label: ABOUT, value: description, testid: 'description' }]),
    { label: COUNT, value: String(count), testid: 'count' },
  ];
  const list = html`<ul class="grants" data-testid="hashes">${hashes.map((hash) => html`<li>${code(hash)}</li>`)}</ul>`;
  const none = html`<p class="prose" data-testid="any-hash">${say(ANY, lang)}</p>`;
  const more = html`<p class="prose" data-testid="more-signatures">${say(beyond(count, hashes.length), lang)}</p>`;
  const named = html`${count > hashes.length && more}${list}`;
  return html`${keyValue(rows, lang)}<h2>${say(HASHES, lang)}</h2>${hashes.length > 0 ? named : none}`;
};

const pinField = ({ lang, error, triesLeft }: ApproveProps): Content =>
  field({
    name: 'pin',
    label: PIN_LABEL,
    lang,
    testid: 'pin',
    type: 'password',
    autocomplete: 'off',
    inputmode: 'numeric',
    errorId: error && ERROR_ID,
    // A refusal needs no PIN.
    optional: true,
    ...(triesLeft !== undefined && {
      hint: { vi: `Còn ${triesLeft} lần thử.`, en: `${triesLeft} tries left.` },
    }),
  });

const lead = (name: Content, signs: boolean) =>
  signs
    ? { vi: html`${name} muốn bạn ký những gì dưới đây.`, en: html`${name} wants you to sign the following.` }
    : {
        vi: html`${name} muốn xem và dùng chứng thư số của bạn. Mỗi lần ký vẫn cần bạn cho phép.`,
        en: html`${name} wants to see and use your certificates. Each signature still needs your leave.`,
      };

/** What is asked for; yes, with the PIN where something is signed, or no. */
export const approvePage = (props: ApproveProps): Content => {
  const { lang, client, redirectHost, person, post, signing } = props;
  const title = signing ? SIGN : ALLOW;
  const parties = keyValue(
    [
      { label: WHO, value: person, testid: 'person' },
      { label: WHOM, value: client, testid: 'client' },
      { label: WHERE, value: redirectHost, testid: 'redirect-host' },
    ],
    lang,
  );
  const yes = { label: signing ? APPROVE_SIGN : APPROVE, lang, testid: 'approve' };
  const decide = html`${signing && pinField(props)}<p class="actions stretch">
    ${button({ ...yes, name: 'decision', value: 'approve' })}
    ${button({ label: REFUSE, lang, testid: 'refuse', name: 'decision', value: 'refuse', kind: 'plain' })}
  </p>`;
  return cscPage({
    ...props,
    title,
    body: html`${heading(title, lang, lead(strong(client), signing !== undefined))}
      <div class="shared">${parties}${signing && what(signing, lang)}</div>
      ${form(post, decide, 'approve-form')}`,
  });
};
