import type { Text } from '../../../contracts/_contract.ts';
import {
  type DocumentFormat,
  type SignatureLevel,
  signatureLevels,
} from '../../../contracts/_portal/signing-data.ts';
import { type Content, html } from '../../_kit/page/html.ts';
import { button, choices, form, heading, link, type NoticeProps, type Post } from '../../_kit/page/parts.ts';
import type { Dossier } from '../dossiers/dossier.ts';
import { type PortalFrame, portalPage, wayAround } from './frame.ts';
import { type Named, type WaysProps, waysField } from './sign-ways.ts';

export interface SignFormProps extends PortalFrame, WaysProps {
  base: string;
  dossier: Pick<Dossier, 'code'>;
  /** As what it was not signed yet. */
  formats: readonly DocumentFormat[];
  post: Post;
}

const TITLE: Text = { vi: 'Ký số hồ sơ', en: 'Sign the dossier' };
const FORMAT: Text = { vi: 'Tài liệu được ký', en: 'The document to be signed' };
const LEVEL: Text = { vi: 'Mức của chữ ký', en: 'Level of the signature' };
const NOT_BEGUN: NoticeProps = {
  kind: 'error',
  title: { vi: 'Chưa bắt đầu ký', en: 'Nothing was begun' },
  cure: { vi: 'Sửa ô được nêu rồi bấm «Tiếp tục»', en: 'Mend the field that is named, then go on' },
};
const SUBMIT: Text = { vi: 'Tiếp tục', en: 'Go on' };
const BACK: Text = { vi: 'Về các hồ sơ', en: 'To the dossiers' };

/** What documents are called. */
export const formatNames: Readonly<Record<DocumentFormat, Text>> = {
  pdf: { vi: 'PDF, để đọc và in', en: 'PDF, to be read and printed' },
  xml: { vi: 'XML, để máy xử lý', en: 'XML, for machines' },
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

const fieldsOf = (props: SignFormProps): Content => {
  const { lang, formats, said } = props;
  const { format = formats[0], level = 'B-LT' } = said;
  return html`${choices({
    name: 'format',
    legend: FORMAT,
    lang,
    testid: 'format',
    options: formats.map((value) => ({ value, label: formatNames[value] })),
    ...(format && { chosen: format }),
  })}
    ${waysField(props)}
    ${choices({ name: 'level', legend: LEVEL, lang, testid: 'level', options: signatureLevels.toReversed().map((value) => ({ value, ...levelNames[value] })), chosen: level })}
    ${button({ label: SUBMIT, lang, testid: 'begin-signing' })}`;
};

/** As what, and with what, a dossier is signed. */
export const signFormPage = (props: SignFormProps): Content => {
  const { lang, base, dossier, post, wrong } = props;
  const lead = { vi: html`Hồ sơ <code data-testid="dossier-code">${dossier.code}</code>`, en: 'Dossier' };
  return portalPage({
    ...props,
    title: TITLE,
    wide: true,
    ...(wrong && { notice: NOT_BEGUN }),
    body: html`<section class="paper sign">${wayAround(base, 'dossiers', props)}${heading(TITLE, lang, lead)}
      ${form(post, fieldsOf(props), 'sign-form')}
      <div class="actions">${link({ href: `${base}/dossiers`, label: BACK, lang, testid: 'back', kind: 'quiet' })}</div>
    </section>`,
  });
};
