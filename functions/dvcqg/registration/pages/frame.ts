import type { Text } from '../../../../contracts/_contract.ts';
import type { AccountKind } from '../../../../contracts/_dvcqg/account.ts';
import type { Way, WayOfRegistering } from '../../../../contracts/_dvcqg/registration-ways.ts';
import { waysOfRegistering } from '../../../../contracts/_dvcqg/registration-ways.ts';
import { type Content, html, type Lang, type Phrase, say } from '../../../_kit/page/html.ts';
import type { Frame, Script } from '../../../_kit/page.ts';
import { dvcqgPage } from '../../pages/frame.ts';

/** What went wrong at the last try: above the form, and beside each field that it is about. */
export interface Trouble {
  title: Phrase;
  cure: Phrase;
  /** By name of the field. */
  fields: Readonly<Record<string, Phrase>>;
}

interface Props extends Frame {
  title: Text;
  body: Content;
  panel?: Content | undefined;
  trouble?: Trouble | undefined;
  scripts?: readonly Script[];
  scriptBefore?: string | undefined;
  wide?: boolean;
}

/** A page on the way to an account. */
export const registrationPage = ({ trouble, body, scripts = [], panel, ...frame }: Props): Content =>
  dvcqgPage({
    ...frame,
    sheets: ['registration'],
    scripts,
    panel,
    notice: trouble && { kind: 'error', title: trouble.title, cure: trouble.cure, testid: 'error' },
    body: html`<section class="paper">${body}</section>`,
  });

export const wayOf = (way: Way): WayOfRegistering => waysOfRegistering[way];

const stepNames: Readonly<Record<'form' | WayOfRegistering['steps'][number] | 'done', Text>> = {
  form: { vi: 'Khai thông tin', en: 'Data' },
  code: { vi: 'Mã SMS', en: 'SMS code' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  signature: { vi: 'Ký bằng USB', en: 'Sign with the token' },
  check: { vi: 'Ký trên điện thoại', en: 'Sign on the phone' },
  confirm: { vi: 'Đăng ký', en: 'Register' },
  done: { vi: 'Xong', en: 'Done' },
};

/** How far one has come. */
export const progress = (way: Way, now: keyof typeof stepNames, lang: Lang): Content =>
  html`<ol class="progress" data-testid="progress">${(['form', ...wayOf(way).steps, 'done'] as const).map(
    (step, at) =>
      html`<li ${step === now && html`aria-current="step"`}>${at + 1}. ${say(stepNames[step], lang)}</li>`,
  )}</ol>`;

export const kindNames: Readonly<Record<AccountKind, Text>> = {
  citizen: { vi: 'Công dân', en: 'Citizen' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  agency: { vi: 'Cơ quan nhà nước', en: 'State agency' },
};
