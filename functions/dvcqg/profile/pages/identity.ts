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
