import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html } from '../../../_kit/page/html.ts';
import {
  button,
  type FieldProps,
  field,
  form,
  heading,
  link,
  type NoticeProps,
  type Post,
} from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { dvcqgPage } from '../../pages/frame.ts';

export interface FormPageProps extends Frame {
  title: Text;
  lead?: Text | undefined;
  fields: readonly Omit<FieldProps, 'lang'>[];
  action: string;
  hidden?: Readonly<Record<string, string>>;
  /** What the button says. */
  send: Text;
  notice?: NoticeProps | undefined;
  back: { href: string; label: Text };
  /** A sandbox phone, where the code can be read. */
  phoneUrl?: string | undefined;
  /** Asks for another code. */
  resend?: Post | undefined;
}

const RESEND: Text = { vi: 'Gửi lại mã mới', en: 'Send a new code' };
const PHONE: Text = { vi: 'Mở điện thoại trong hộp cát', en: 'Open the sandbox phone' };

/** A page with one form: a telephone, a code, an address, a password. */
export const formPage = (props: FormPageProps): Content => {
  const { lang, title, lead, fields, action, hidden = {}, send, notice, back, phoneUrl, resend } = props;
  return dvcqgPage({
    lang,
    assets: props.assets,
    title,
    ...(notice && { notice }),
    body: html`<section class="paper">
      ${heading(title, lang, lead)}
      ${form(
        { action, hidden },
        html`${fields.map((each) => field({ ...each, lang }))}<div class="actions">${button({ label: send, lang, testid: 'send' })}${link({ href: back.href, label: back.label, lang, testid: 'back', kind: 'plain' })}</div>`,
        'form',
      )}
      ${resend && form(resend, button({ label: RESEND, lang, testid: 'resend', kind: 'quiet' }), 'resend-form')}
      ${phoneUrl !== undefined && html`<p class="after-form">${link({ href: phoneUrl, label: PHONE, lang, testid: 'phone-link', newTab: true })}</p>`}
    </section>`,
  });
};
