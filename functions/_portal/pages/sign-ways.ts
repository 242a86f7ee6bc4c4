import type { Text } from '../../../contracts/_contract.ts';
import {
  remoteAuthorities,
  type SigningWay,
  type SigningWish,
  signingWays,
} from '../../../contracts/_portal/signing-data.ts';
import { type Authority, authorities } from '../../../contracts/_sign/authorities.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { field } from '../../_kit/page/parts.ts';

export interface WaysProps {
  lang: Lang;
  /** What is chosen, and stands in the fields. */
  said: Partial<SigningWish>;
  /** What was wrong with what was sent, beside its field. */
  wrong?: { field: 'ca' | 'phone'; message: Text };
}

const WAY: Text = { vi: 'Ký bằng', en: 'Sign with' };
const CA: Text = { vi: 'Nhà cung cấp', en: 'Authority' };
const PHONE: Text = { vi: 'Số điện thoại của SIM', en: 'Number of the SIM' };
const PHONE_HINT: Text = {
  vi: 'Điền sẵn từ định danh',
  en: 'Filled in from the identity',
};

export interface Named {
  label: Text;
  hint: Text;
}

/** What the ways to sign are called. */
export const wayNames: Readonly<Record<SigningWay, Named>> = {
  remote: {
    label: { vi: 'Chữ ký số từ xa', en: 'Remote signature' },
    hint: {
      vi: 'Xác nhận bằng mã PIN trong ứng dụng trên điện thoại',
      en: 'Approved with a PIN in the app on the phone',
    },
  },
  sim: {
    label: { vi: 'SIM ký số', en: 'SIM PKI' },
    hint: {
      vi: 'Khóa nằm trong SIM; nhập mã PIN trên điện thoại. Chỉ ký cho cá nhân, không ký cho doanh nghiệp',
      en: 'The key is on the SIM; PIN on the phone. For persons only, not for enterprises',
    },
  },
  usb: {
    label: { vi: 'USB ký số (VNPT-CA Plugin)', en: 'USB token (VNPT-CA Plugin)' },
    hint: { vi: 'Phần mềm ký trên máy tính hỏi mã PIN', en: 'The plug-in on the computer asks for the PIN' },
  },
};

/** Without `(thử nghiệm)`: beside each other in two languages they would be cut on a phone, and every page says so. */
const shortName = ({ title }: Pick<Authority, 'title'>): string => title.vi.replace(/ \(.*\)$/, '');

const authorityField = ({ lang, said, wrong }: WaysProps): Content => {
  const error = wrong?.field === 'ca' && wrong.message;
  return html`<div class="field"><label for="ca">${say(CA, lang)}</label>
    <select class="plain" id="ca" name="ca" ${error && html`aria-invalid="true" aria-describedby="ca-error"`} data-testid="ca">${remoteAuthorities.map(
      (name) =>
        html`<option value="${name}" ${name === said.ca && html`selected`}>${shortName(authorities[name])}</option>`,
    )}</select>
    ${error && html`<p class="field-error" id="ca-error" data-testid="ca-error">${say(error, lang)}</p>`}</div>`;
};

const phoneField = ({ lang, said, wrong }: WaysProps): Content =>
  field({
    name: 'phone',
    label: PHONE,
    lang,
    testid: 'sim-phone',
    type: 'tel',
    value: said.phone ?? '',
    hint: PHONE_HINT,
    autocomplete: 'off',
    optional: true,
    ...(wrong?.field === 'phone' && { error: wrong.message }),
  });

/** What one way alone has to know, below it; seen while it is chosen. */
const below = (way: SigningWay, props: WaysProps): Content | false =>
  (way === 'remote' && authorityField(props)) || (way === 'sim' && phoneField(props));

/** With what a dossier is signed. */
export const waysField = (props: WaysProps): Content => {
  const { lang, said } = props;
  const { way: chosen = 'remote' } = said;
  return html`<fieldset class="choices ways" data-testid="way"><legend>${say(WAY, lang)}</legend>
    ${signingWays.map((way) => {
      const { label, hint } = wayNames[way];
      return html`<label class="choice"><input type="radio" name="way" value="${way}" required ${way === chosen && html`checked`}
        data-testid="way-${way}"><span>${say(label, lang)}<span class="hint">${say(hint, lang)}</span></span></label>${below(way, props)}`;
    })}
  </fieldset>`;
};
