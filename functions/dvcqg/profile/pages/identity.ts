import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { button, field, form, keyValue } from '../../../_kit/page/parts.ts';
import { type FieldName, fieldNames } from './words.ts';

/** A field as an account's page shows it. */
export interface ShownField {
  name: FieldName;
  value: string | Content | undefined;
  confirmed: boolean;
}

export interface IdentityProps {
  lang: Lang;
  fields: readonly ShownField[];
  /** Where the register is asked; absent: this account has no way to it. */
  askUrl?: string | undefined;
  /** No 12-digit number is known: the form asks for it. */
  asksNumber: boolean;
  /** The old card, by which the register can be asked as well. */
  cmnd?: string | undefined;
}

const TITLE: Text = { vi: 'Thông tin định danh', en: 'Identity' };
const UPDATE: Text = {
  vi: 'Cập nhật từ CSDL Quốc gia về dân cư',
  en: 'Update from the population database',
};
const BY_CARD: Text = { vi: 'Tra theo CMND 9 số', en: 'Look up by the old card' };
const CONFIRMED: Text = { vi: 'Đã xác thực', en: 'Verified' };
const UNCONFIRMED: Text = { vi: 'Chưa xác thực', en: 'Not verified' };
const NONE: Text = { vi: 'Chưa có', en: 'None' };
const NUMBER_HINT: Text = {
  vi: '12 chữ số, như trên thẻ căn cước; trong hộp cát bắt đầu bằng 099',
  en: 'Twelve digits, as on the identity card; in the sandbox 099 first',
};

/** The tick is not the only sign: the words beside it say the same. */
const tick = (confirmed: boolean, lang: Lang): Content =>
  confirmed
    ? html`<span class="tick yes"><span aria-hidden="true">✓</span> ${say(CONFIRMED, lang)}</span>`
    : html`<span class="tick">${say(UNCONFIRMED, lang)}</span>`;

const rowOf = ({ name, value, confirmed }: ShownField, lang: Lang) => ({
  label: fieldNames[name],
  value: html`${value ?? say(NONE, lang)}${value !== undefined && html`<br>${tick(confirmed, lang)}`}`,
  testid: `field-${name}`,
});

function asking({ askUrl, asksNumber, cmnd, lang }: IdentityProps): Content | undefined {
  if (askUrl === undefined) return undefined;
  const number = field({
    name: 'number',
    label: fieldNames.number,
    lang,
    testid: 'number',
    hint: NUMBER_HINT,
    autocomplete: 'off',
    inputmode: 'numeric',
  });
  const update = button({ label: UPDATE, lang, testid: 'ask-register' });
  const byNumber = form(
    { action: askUrl },
    asksNumber ? html`${number}<p class="actions">${update}</p>` : html`<p class="actions">${update}</p>`,
    'ask-form',
  );
  if (!asksNumber || cmnd === undefined) return byNumber;
  const card = button({ label: BY_CARD, lang, testid: 'ask-by-card', kind: 'plain' });
  return html`${byNumber}${form({ action: askUrl }, html`<p class="actions">${card}</p>`, 'ask-card-form')}`;
}

/** "Thông tin định danh", with a tick for what the register has confirmed. */
export const identitySection = (props: IdentityProps): Content =>
  html`<section class="paper part" aria-labelledby="identity" data-testid="identity">
    <h2 id="identity">${say(TITLE, props.lang)}</h2>
    ${keyValue(
      props.fields.map((each) => rowOf(each, props.lang)),
      props.lang,
    )}
    ${asking(props)}
  </section>`;

/** An account of the list "DANH SÁCH TÀI KHOẢN LIÊN KẾT". */
export interface ShownLink {
  username: string;
  method: Text;
  createdOn: string;
  linkedOn: string;
  techId: string;
}

const LINKS: Text = { vi: 'DANH SÁCH TÀI KHOẢN LIÊN KẾT', en: 'Linked accounts' };
const USERNAME: Text = { vi: 'Tên đăng nhập', en: 'User name' };
const METHOD: Text = { vi: 'Hình thức đăng ký', en: 'Registered by' };
const CREATED: Text = { vi: 'Ngày lập', en: 'Made on' };
const LINKED: Text = { vi: 'Ngày liên kết', en: 'Linked on' };
const KEY: Text = { vi: 'Mã liên kết', en: 'Linking key' };
const NO_LINKS: Text = {
  vi: 'Chưa liên kết với VNeID. Đăng nhập bằng VNeID để liên kết.',
  en: 'Not linked to VNeID. Sign in with VNeID to link it.',
};

const linkedAccount = ({ username, method, createdOn, linkedOn, techId }: ShownLink, lang: Lang): Content =>
  html`<li>${keyValue(
    [
      { label: USERNAME, value: html`<span class="digits">${username}</span>` },
      { label: METHOD, value: say(method, lang) },
      { label: CREATED, value: html`<span class="digits">${createdOn}</span>` },
      { label: LINKED, value: html`<span class="digits">${linkedOn}</span>` },
      { label: KEY, value: html`<code>${techId}</code>`, wire: 'TechID' },
    ],
    lang,
  )}</li>`;

/** One below the other, as a telephone shows them. */
export const linksSection = (links: readonly ShownLink[], lang: Lang): Content =>
  html`<section class="paper part" aria-labelledby="links" data-testid="links">
    <h2 id="links">${say(LINKS, lang)}</h2>
    ${
      links.length > 0
        ? html`<ul class="links" data-testid="linked-accounts">${links.map((each) => linkedAccount(each, lang))}</ul>`
        : html`<p data-testid="linked-accounts">${say(NO_LINKS, lang)}</p>`
    }
  </section>`;
