import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { button, field, form, link, type Post } from '../../../_kit/page/parts.ts';
import { ERROR_ID, type PageError } from './frame.ts';

/** A door that the law has closed. */
export interface Closed {
  /** `YYYY-MM-DD`. */
  since: string;
  what: Text;
  documents: readonly Text[];
}

interface Props {
  lang: Lang;
  post: Post;
  closed?: Closed;
  username: string;
  error?: PageError;
  timeline: string;
  recover: string;
}

const TITLE: Text = {
  vi: 'Tài khoản do Cổng Dịch vụ công quốc gia cấp',
  en: 'An account that the national portal gave',
};
const USERNAME: Text = { vi: 'Tên đăng nhập', en: 'User name' };
const USERNAME_HINT: Text = {
  vi: 'Người trong hộp cát: số định danh (099…) hoặc số CMND mà tài khoản đăng ký.',
  en: 'People of the sandbox: the personal number (099…) or old card number that the account was made with.',
};
const PASSWORD: Text = { vi: 'Mật khẩu', en: 'Password' };
const PASSWORD_HINT: Text = {
  vi: 'Người trong hộp cát: Aa@123456. Sau đó Cổng gửi mã xác thực bằng SMS.',
  en: 'People of the sandbox: Aa@123456. Then a code comes by SMS.',
};
const RECOVER: Text = { vi: 'Quên mật khẩu', en: 'Forgotten password' };
const SUBMIT: Text = { vi: 'Đăng nhập bằng tài khoản', en: 'Sign in with the account' };
const TIMELINE: Text = { vi: 'Xem dòng thời gian của quy định', en: "See the law's timeline" };
const ALTERNATIVE: Text = {
  vi: 'Tài khoản cũ đã xác thực số định danh được liên kết ngay khi bạn đăng nhập bằng VNeID.',
  en: 'An old account whose number was verified is linked as you sign in with VNeID.',
};

const HOTLINE: Text = {
  vi: 'Vướng mắc khi đăng ký, đăng nhập VNeID: gọi tổng đài 1900.0368 của Bộ Công an.',
  en: 'For trouble with VNeID there is the hotline of the Ministry of Public Security, 1900.0368.',
};

const FOREIGNERS: Text = {
  vi: 'Người nước ngoài đăng nhập bằng tài khoản',
  en: 'Foreigners sign in with the account',
};
const FOREIGNERS_HINT: Text = {
  vi: 'Công văn 3701/VPCP-KSTT để tài khoản của người nước ngoài chờ hướng dẫn riêng của Bộ Công an: ngày dừng trên là của công dân Việt Nam.',
  en: 'By Dispatch 3701/VPCP-KSTT accounts of foreigners await guidance of their own: the day above is that of Vietnamese citizens.',
};

export const dated = (date: string): string => date.split('-').reverse().join('/');

const accountForm = ({ post, lang, username, error, recover }: Props, of = ''): Content => {
  const errorId = error && ERROR_ID;
  const name = field({
    name: 'username',
    label: USERNAME,
    lang,
    testid: `${of}username`,
    value: username,
    hint: USERNAME_HINT,
    autocomplete: 'username',
    errorId,
  });
  const password = field({
    name: 'password',
    label: PASSWORD,
    lang,
    testid: `${of}password`,
    type: 'password',
    hint: PASSWORD_HINT,
    autocomplete: 'current-password',
    errorId,
  });
  const submit = button({ label: SUBMIT, lang, testid: `${of}sign-in`, kind: 'plain' });
  const forgotten = link({ href: recover, label: RECOVER, lang, testid: `${of}recover` });
  return html`${form(post, html`${name}${password}${submit}`, `${of}account-form`)}<p class="actions">${forgotten}</p>`;
};

const all = (documents: readonly Text[], lang: Lang): string =>
  documents.map((document) => document[lang]).join('; ');

/** By which documents. */
export const basisOf = ({ documents }: Closed): Text => ({
  vi: `Căn cứ: ${all(documents, 'vi')}.`,
  en: `By: ${all(documents, 'en')}.`,
});

const closedNote = (closed: Closed, { lang, timeline }: Props): Content => {
  const { since, what } = closed;
  const title: Text = {
    vi: `Không đăng nhập bằng tài khoản này được nữa từ ${dated(since)}`,
    en: `These accounts no longer sign in since ${dated(since)}`,
  };
  return html`<div class="closed" data-testid="closed">
    <p class="closed-title">${say(title, lang)}</p>
    <p class="hint">${say(what, lang)}</p>
    <p class="hint">${say(basisOf(closed), lang)}</p>
    <p class="hint">${say(ALTERNATIVE, lang)}</p>
    <p class="hint">${say(HOTLINE, lang)}</p>
    <p>${link({ href: timeline, label: TIMELINE, lang, testid: 'timeline' })}</p>
  </div>`;
};

/** Unfolded where somebody tried already. */
const foreigners = (props: Props): Content =>
  html`<details class="fold" ${props.username !== '' && html`open`}><summary data-testid="foreigner">${say(FOREIGNERS, props.lang)}</summary>
    <div class="fold-body"><p class="hint">${say(FOREIGNERS_HINT, props.lang)}</p>${accountForm(props, 'foreigner-')}</div>
  </details>`;

/** User name and password; or since when the law lets none but foreigners come by it. */
export const accountSection = (props: Props): Content =>
  html`<section class="way-in" aria-labelledby="door-account">
    <h2 id="door-account">${say(TITLE, props.lang)}</h2>
    ${props.closed ? [closedNote(props.closed, props), foreigners(props)] : accountForm(props)}
  </section>`;
