import type { Text } from '../../../../contracts/_contract.ts';
import type { Way } from '../../../../contracts/_dvcqg/registration-ways.ts';
import { keyValue, type Row } from '../../../_kit/page/data.ts';
import { type Content, html, say } from '../../../_kit/page/html.ts';
import { button, countdown, field, form, heading, notice, type Post } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { phonePanel } from '../../pages/phone-panel.ts';
import { tokenPanel } from '../../token/pages/panel.ts';
import { type TokenProps, tokenForm } from '../../token/pages/sign.ts';
import { passwordParts } from '../password.ts';
import { type Holder, phoneNote } from '../signature.ts';
import { progress, registrationPage, type Trouble, wayOf } from './frame.ts';

export interface StepProps extends Frame {
  way: Way;
  post: Post;
  trouble?: Trouble | undefined;
}

export interface CodeProps extends StepProps {
  sentTo: string;
  secondsLeft: number;
  digits: number;
  /** Whose phone got it, where the sandbox knows. */
  phone?: { url: string; person: string } | undefined;
}

const CODE: Text = { vi: 'Nhập mã xác thực gửi qua SMS', en: 'Enter the SMS code' };
const LEFT: Text = { vi: 'Mã hết hạn sau', en: 'The code expires in' };
const CONFIRM: Text = { vi: 'Xác nhận', en: 'Confirm' };
const RESEND: Text = { vi: 'Gửi lại mã mới', en: 'Send a new code' };

/** The code that came by SMS. */
export const codePage = (props: CodeProps): Content => {
  const { way, lang, post, trouble, sentTo, secondsLeft, digits, phone } = props;
  const label: Text = { vi: `Mã gồm ${digits} chữ số`, en: `The code of ${digits} digits` };
  const lead = {
    vi: html`Mã đã được gửi bằng SMS tới <strong class="digits" data-testid="masked-phone">${sentTo}</strong>.`,
    en: html`It was sent by SMS to <strong class="digits">${sentTo}</strong>.`,
  };
  const error = trouble?.fields.code;
  const code = field({
    name: 'code',
    label,
    lang,
    testid: 'code',
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    big: true,
    autofocus: true,
    ...(error && { error }),
  });
  const resend = { ...post, hidden: { ...post.hidden, resend: '1' } };
  return registrationPage({
    lang,
    assets: props.assets,
    title: CODE,
    trouble,
    scripts: ['clock'],
    panel: phone && phonePanel(phone, lang),
    body: html`${progress(way, 'code', lang)}${heading(CODE, lang, lead)}
      ${form(post, html`${code}${button({ label: CONFIRM, lang, testid: 'confirm' })}`, 'code-form')}
      ${keyValue([{ label: LEFT, value: countdown(secondsLeft, 'time-left') }], lang)}
      ${form(resend, button({ label: RESEND, lang, testid: 'resend', kind: 'quiet' }), 'resend-form')}`,
  });
};

const PASSWORD: Text = { vi: 'Đặt mật khẩu', en: 'Set a password' };
const PASSWORD_FIELD: Text = { vi: 'Mật khẩu', en: 'Password' };
const AGAIN: Text = { vi: 'Nhập lại mật khẩu', en: 'The password again' };
const RULE: Text = { vi: 'Mật khẩu cần có', en: 'The password needs' };
const EXAMPLE: Text = { vi: 'Chẳng hạn Aa@123456', en: 'Such as Aa@123456' };
const REGISTER: Text = { vi: 'Đăng ký', en: 'Register' };

const rule = (shortest: number): Text[] => [
  ...passwordParts.slice(0, -1).map(({ label }) => label),
  { vi: `ít nhất ${shortest} ký tự`, en: `at least ${shortest} characters` },
];

/** The password, twice. */
export const passwordPage = ({
  way,
  lang,
  assets,
  post,
  trouble,
  shortest,
}: StepProps & { shortest: number }): Content => {
  const secret = (name: string, label: Text) =>
    field({
      name,
      label,
      lang,
      testid: name,
      type: 'password',
      autocomplete: 'new-password',
      ...(name === 'password' && { hint: EXAMPLE, autofocus: true }),
      ...(trouble?.fields[name] && { error: trouble.fields[name] }),
    });
  const fields = html`${secret('password', PASSWORD_FIELD)}${secret('again', AGAIN)}`;
  return registrationPage({
    lang,
    assets,
    title: PASSWORD,
    trouble,
    body: html`${progress(way, 'password', lang)}${heading(PASSWORD, lang)}
      <p>${say(RULE, lang)}:</p><ul class="rule" data-testid="password-rule">${rule(shortest).map((part) => html`<li>${say(part, lang)}</li>`)}</ul>
      ${form(post, html`${fields}${button({ label: REGISTER, lang, testid: 'register' })}`, 'password-form')}`,
  });
};

const TOKEN: Text = { vi: 'Ký bằng USB', en: 'Sign with the token' };

/** A USB token signs: the page itself talks to its plug-in. */
export const tokenPage = (
  props: StepProps & Pick<TokenProps, 'toSign' | 'pluggedIn'> & { othersUrl: string },
): Content => {
  const { way, lang, assets, post, trouble, toSign, pluggedIn, othersUrl } = props;
  return registrationPage({
    lang,
    assets,
    title: TOKEN,
    trouble,
    scripts: ['sign-by-token'],
    scriptBefore: pluggedIn?.shim,
    panel: tokenPanel({ pluggedIn, othersUrl }, lang),
    body: html`${progress(way, 'signature', lang)}${heading(TOKEN, lang, wayOf(way).title)}
      ${tokenForm({ lang, post, toSign, pluggedIn })}`,
  });
};

const CHECK: Text = { vi: 'Ký trên điện thoại', en: 'Sign on the phone' };
const SIGNED: Text = { vi: 'Tôi đã ký', en: 'I have signed' };

/** A provider asks the signer on the phone; the page asks by itself whether they have answered. */
export const checkPage = (props: StepProps & Pick<CodeProps, 'phone'>): Content => {
  const { way, lang, assets, post, trouble, phone } = props;
  const again = { ...post, hidden: { ...post.hidden, check: '1' } };
  return registrationPage({
    lang,
    assets,
    title: CHECK,
    trouble,
    panel: phone && phonePanel(phone, lang, 'signature'),
    body: html`${progress(way, 'check', lang)}${heading(CHECK, lang, wayOf(way).title)}
      ${notice({ kind: 'info', title: phoneNote, testid: 'asked-on-phone', id: 'asked-on-phone' }, lang)}
      ${form(again, button({ label: SIGNED, lang, testid: 'check' }), 'check-form')}`,
  });
};

const HOLDER: Text = { vi: 'Thông tin lấy từ chứng thư số', en: 'What the certificate says' };
const EMAIL: Text = { vi: 'Thư điện tử', en: 'E-mail' };

const vietnamese = (day: string): string => day.split('-').reverse().join('/');

const rowsOf = (holder: Holder): Row[] => [
  { label: { vi: 'Họ tên', en: 'Name' }, value: holder.name, testid: 'holder-name' },
  { label: { vi: 'Số CCCD', en: 'Personal number' }, value: holder.number, testid: 'holder-number' },
  ...(holder.organisation
    ? [
        { label: { vi: 'Doanh nghiệp', en: 'Enterprise' }, value: holder.organisation.name },
        {
          label: { vi: 'Mã số thuế', en: 'Tax code' },
          value: holder.organisation.taxCode,
          testid: 'holder-tax-code',
        },
      ]
    : []),
  ...(holder.agency
    ? [{ label: { vi: 'Cơ quan', en: 'Agency' }, value: `${holder.agency.name} (${holder.agency.code})` }]
    : []),
  { label: { vi: 'Số chứng thư', en: 'Serial number' }, value: holder.serial },
  { label: { vi: 'Nơi cấp', en: 'Issuer' }, value: holder.issuer },
  {
    label: { vi: 'Hiệu lực', en: 'Valid' },
    value: `${vietnamese(holder.validFrom)} – ${vietnamese(holder.validTo)}`,
  },
];

const twoClocks = (day: string): Text => ({
  vi: `Hiệu lực của chứng thư theo đồng hồ của không gian làm việc, không theo lịch: lịch đang ở ngày ${vietnamese(day)}.`,
  en: `A certificate's validity goes by the workspace's clock, not by its calendar, which is at ${vietnamese(day)}.`,
});

/** The holder as the certificate has them; a token's registration asks for an e-mail address too. */
export const confirmPage = ({
  way,
  lang,
  assets,
  post,
  trouble,
  holder,
  email = '',
  movedTo,
}: StepProps & { holder: Holder; email?: string; movedTo?: string }): Content => {
  const error = trouble?.fields.email;
  const address =
    way === 'usb' &&
    field({
      name: 'email',
      label: EMAIL,
      lang,
      testid: 'email',
      type: 'email',
      value: email,
      autocomplete: 'email',
      optional: true,
      ...(error && { error }),
    });
  return registrationPage({
    lang,
    assets,
    title: HOLDER,
    trouble,
    body: html`${progress(way, 'confirm', lang)}${heading(HOLDER, lang)}
      ${keyValue(rowsOf(holder), lang)}
      ${movedTo !== undefined && html`<p class="hint" data-testid="two-clocks">${say(twoClocks(movedTo), lang)}</p>`}
      ${form(post, html`${address}${button({ label: REGISTER, lang, testid: 'register' })}`, 'confirm-form')}`,
  });
};
