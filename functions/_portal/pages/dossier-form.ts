import type { Text } from '../../../contracts/_contract.ts';
import type { DossierField } from '../../../contracts/_portal/data.ts';
import type { Procedure } from '../../../contracts/_procedures.ts';
import type { FaultExtra } from '../../_kit/fault.ts';
import { halves } from '../../_kit/halves.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { button, field, form, heading, type NoticeProps, type Post } from '../../_kit/page/parts.ts';
import { filledFields } from './fields.ts';
import { type PortalFrame, portalPage, wayAround } from './frame.ts';

export interface DossierFormProps extends PortalFrame {
  base: string;
  procedure: Pick<Procedure, 'name' | 'agency' | 'MaDVC'>;
  fields: readonly DossierField[];
  /** What stands in the fields. */
  said: { phone: string; email: string; content: string };
  /** What was wrong with what was sent. */
  errors?: FaultExtra['errors'];
  submit: Post;
}

const APPLICANT: Text = {
  vi: 'Người nộp, điền sẵn từ định danh',
  en: 'The applicant, filled in from the identity',
};
const FIXED: Text = {
  vi: 'Những ô này không sửa được ở đây: cổng lấy lại chúng từ phiên đăng nhập khi bạn nộp, không lấy từ trình duyệt.',
  en: 'These cannot be changed here: the portal takes them from the sign-in when you submit, never from the browser.',
};
const YOURS: Text = { vi: 'Phần bạn ghi', en: 'Your part' };
const PHONE: Text = { vi: 'Số điện thoại liên hệ', en: 'Contact telephone' };
const EMAIL: Text = { vi: 'Thư điện tử liên hệ', en: 'Contact e-mail' };
const CONTENT: Text = { vi: 'Nội dung đề nghị *', en: 'What you ask for *' };
const NOT_SENT: NoticeProps = {
  kind: 'error',
  title: { vi: 'Hồ sơ chưa được nộp', en: 'The dossier was not submitted' },
  cure: { vi: 'Sửa những ô được nêu rồi nộp lại', en: 'Mend the fields that are named and submit it again' },
};
const SUBMIT: Text = { vi: 'Nộp hồ sơ', en: 'Submit' };

/** A procedure's form. */
export const dossierFormPage = (props: DossierFormProps): Content => {
  const { lang, base, procedure, fields, said, errors = [], submit } = props;
  const wrong = (name: string) => {
    const error = errors.find(({ path }) => path === name);
    return error && { error: halves(error.message) };
  };
  const inputs = html`
    ${field({ name: 'phone', label: PHONE, lang, testid: 'contact-phone', type: 'tel', value: said.phone, autocomplete: 'off', optional: true, ...wrong('phone') })}
    ${field({ name: 'email', label: EMAIL, lang, testid: 'contact-email', type: 'email', value: said.email, autocomplete: 'off', optional: true, ...wrong('email') })}
    ${field({ name: 'content', label: CONTENT, lang, testid: 'content', value: said.content, autocomplete: 'off', ...wrong('content') })}
    ${button({ label: SUBMIT, lang, testid: 'submit-dossier' })}`;
  const where = { vi: `${procedure.agency.vi} · ${procedure.MaDVC}`, en: procedure.agency.en };
  return portalPage({
    ...props,
    title: procedure.name,
    wide: true,
    ...(errors.length > 0 && { notice: NOT_SENT }),
    body: html`<section class="paper">${wayAround(base, 'services', props)}${heading(procedure.name, lang, where)}
      <div class="filled"><h2>${say(APPLICANT, lang)}</h2><p class="hint">${say(FIXED, lang)}</p>${filledFields(fields, lang)}</div>
      <div class="filled"><h2>${say(YOURS, lang)}</h2>${form(submit, inputs, 'dossier-form')}</div>
    </section>`,
  });
};
