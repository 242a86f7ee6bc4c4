import type { Text } from '../../../contracts/_contract.ts';
import {
  type DocumentFormat,
  remoteAuthorities,
  type SignatureLevel,
  type SigningWay,
} from '../../../contracts/_portal/signing-data.ts';
import { authorities } from '../../../contracts/_sign/authorities.ts';
import { type Content, html, plain, say } from '../../_kit/page/html.ts';
import { button, choices, field, form, heading, link, type Post } from '../../_kit/page/parts.ts';
import type { Dossier } from '../dossiers/dossier.ts';
import { type PortalFrame, portalPage, wayAround } from './frame.ts';

export interface SignFormProps extends PortalFrame {
  base: string;
  dossier: Pick<Dossier, 'code'>;
  /** As what it was not signed yet. */
  formats: readonly DocumentFormat[];
  /** Of the account; empty: it has none. */
  phone: string;
  post: Post;
}

const TITLE: Text = { vi: 'Ký số hồ sơ', en: 'Sign the dossier' };
const FORMAT: Text = { vi: 'Tài liệu được ký', en: 'The document to be signed' };
const WAY: Text = { vi: 'Ký bằng', en: 'Sign with' };
const CA: Text = { vi: 'Ký từ xa: nhà cung cấp', en: 'Remote: the authority' };
const PHONE: Text = { vi: 'SIM ký số: số điện thoại', en: 'SIM: the number' };
const PHONE_HINT: Text = {
  vi: 'Điền sẵn từ định danh; chỉ dùng khi ký bằng SIM',
  en: 'Filled in from the identity; used for the SIM only',
};
const LEVEL: Text = { vi: 'Mức của chữ ký', en: 'Level of the signature' };
const SUBMIT: Text = { vi: 'Tiếp tục', en: 'Go on' };
const BACK: Text = { vi: 'Về các hồ sơ', en: 'To the dossiers' };

/** What documents are called. */
export const formatNames: Readonly<Record<DocumentFormat, Text>> = {
  pdf: { vi: 'PDF, để đọc và in', en: 'PDF, to be read and printed' },
  xml: { vi: 'XML, để máy xử lý', en: 'XML, for machines' },
};

interface Named {
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
    label: { vi: 'SIM ký số', en: 'SIM' },
    hint: {
      vi: 'Khóa nằm trong SIM; nhập mã PIN trên điện thoại',
      en: 'The key is on the SIM; PIN on the phone',
    },
  },
  usb: {
    label: { vi: 'USB token (VNPT-CA Plugin)', en: 'USB token (VNPT-CA Plugin)' },
    hint: { vi: 'Phần mềm ký trên máy tính hỏi mã PIN', en: 'The plug-in on the computer asks for the PIN' },
  },
};

const levelNames: Readonly<Record<SignatureLevel, Named>> = {
  'B-LT': {
    label: { vi: 'B-LT: kiểm tra được lâu dài', en: 'B-LT: can be verified in the long term' },
    hint: {
      vi: 'Có dấu thời gian và bằng chứng chứng thư chưa bị thu hồi',
      en: 'With a time stamp and proofs that no certificate was revoked',
    },
  },
  'B-T': {
    label: { vi: 'B-T: có dấu thời gian', en: 'B-T: with a time stamp' },
    hint: { vi: 'Người kiểm tra tự hỏi trạng thái chứng thư', en: 'Whoever verifies asks for the status' },
  },
};

const options = <Name extends string>(names: Readonly<Record<Name, Named>>) =>
  (Object.keys(names) as Name[]).map((value) => ({ value, ...names[value] }));

const authorityField = ({ lang }: SignFormProps): Content =>
  html`<div class="field"><label for="ca">${say(CA, lang)}</label>
    <select class="plain" id="ca" name="ca" data-testid="ca">${remoteAuthorities.map(
      (name) => html`<option value="${name}">${plain(authorities[name].title, lang)}</option>`,
    )}</select></div>`;

const fieldsOf = (props: SignFormProps): Content => {
  const { lang, formats, phone } = props;
  return html`${choices({
    name: 'format',
    legend: FORMAT,
    lang,
    testid: 'format',
    options: formats.map((value) => ({ value, label: formatNames[value] })),
    ...(formats[0] && { chosen: formats[0] }),
  })}
    ${choices({ name: 'way', legend: WAY, lang, testid: 'way', options: options(wayNames), chosen: 'remote' })}
    ${authorityField(props)}
    ${field({ name: 'phone', label: PHONE, lang, testid: 'sim-phone', type: 'tel', value: phone, hint: PHONE_HINT, autocomplete: 'off', optional: true })}
    ${choices({ name: 'level', legend: LEVEL, lang, testid: 'level', options: options(levelNames), chosen: 'B-LT' })}
    ${button({ label: SUBMIT, lang, testid: 'begin-signing' })}`;
};

/** As what, and with what, a dossier is signed. */
export const signFormPage = (props: SignFormProps): Content => {
  const { lang, base, dossier, post } = props;
  const lead = { vi: html`Hồ sơ <code data-testid="dossier-code">${dossier.code}</code>`, en: 'Dossier' };
  return portalPage({
    ...props,
    title: TITLE,
    wide: true,
    body: html`<section class="paper sign">${wayAround(base, 'dossiers', props)}${heading(TITLE, lang, lead)}
      ${form(post, fieldsOf(props), 'sign-form')}
      <div class="actions">${link({ href: `${base}/dossiers`, label: BACK, lang, testid: 'back', kind: 'quiet' })}</div>
    </section>`,
  });
};
