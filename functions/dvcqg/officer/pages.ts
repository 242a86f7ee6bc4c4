import type { Document } from '../../../contracts/_calendar.ts';
import type { Text } from '../../../contracts/_contract.ts';
import type { Created } from '../../../contracts/_dvcqg/officer.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import {
  button,
  field,
  form,
  heading,
  keyValue,
  link,
  type NoticeProps,
  notice,
  type Post,
} from '../../_kit/page/parts.ts';
import type { Frame } from '../../_kit/page.ts';
import { dvcqgPage } from '../pages/frame.ts';
import type { Officer } from './officer.ts';

export type Typed = Readonly<Record<'number' | 'name' | 'birth' | 'phone', string>>;

const TITLE: Text = { vi: 'Lập tài khoản cho công dân', en: 'Make an account for a citizen' };
const FOR: Text = {
  vi: 'Dành cho cán bộ, công chức bộ phận một cửa.',
  en: 'For officers of one-stop desks.',
};
const SIGN_IN_FIRST: Text = {
  vi: 'Đăng nhập bằng tài khoản cơ quan nhà nước (USB ký số) trước. Trong hộp cát: Lê Thị Ngọc, ngoc.h99.01.',
  en: 'Sign in with an account of a state agency (USB token) first. In the sandbox: Lê Thị Ngọc, ngoc.h99.01.',
};
const SIGN_IN: Text = { vi: 'Đăng nhập', en: 'Sign in' };
const TIMELINE: Text = { vi: 'Xem dòng thời gian pháp lý', en: 'See the timeline of the law' };
const ACTS: Text = { vi: 'Cán bộ', en: 'Officer' };
const AGENCY: Text = { vi: 'Cơ quan', en: 'Agency' };
const CREATE: Text = { vi: 'Lập tài khoản', en: 'Make the account' };
const CREATED: Text = { vi: 'Đã lập tài khoản', en: 'The account was made' };
const USERNAME: Text = { vi: 'Tên đăng nhập', en: 'User name' };
const PHONES: Text = { vi: 'Mở điện thoại hộp cát', en: 'Open the phones' };
const ANOTHER: Text = { vi: 'Lập tài khoản khác', en: 'Make another' };

const FIELDS = [
  {
    name: 'number',
    label: { vi: 'Số CCCD hoặc CMND', en: 'Personal number, or old card' },
    inputmode: 'numeric',
  },
  { name: 'name', label: { vi: 'Họ và tên', en: 'Full name' }, inputmode: 'text' },
  {
    name: 'birth',
    label: { vi: 'Ngày sinh', en: 'Date of birth' },
    inputmode: 'text',
    hint: { vi: 'dd/MM/yyyy, hoặc chỉ năm sinh', en: 'dd/MM/yyyy, or the year alone' },
  },
  {
    name: 'phone',
    label: { vi: 'Số điện thoại', en: 'Phone number' },
    inputmode: 'numeric',
    hint: { vi: 'Nhận mật khẩu đầu qua SMS', en: 'Gets the first password by SMS' },
  },
] as const;

const day = (date: string): string => date.split('-').toReversed().join('/');

const cited = ({ name, issued }: Document): Text =>
  issued === undefined ? name : { vi: `${name.vi} ngày ${day(issued)}`, en: `${name.en} of ${day(issued)}` };

/** That the function is gone: since when, and by which dispatch. */
export function removedPage(
  props: Frame & {
    removal: { from: string; documents: readonly Document[] };
    today: string;
    timeline: string;
  },
): Content {
  const { lang, assets, removal, today, timeline } = props;
  const says: Text = {
    vi: `Từ ngày ${day(removal.from)}, chức năng này đã bỏ; hôm nay theo lịch là ${day(today)}.`,
    en: `This function is gone since ${day(removal.from)}; today by the calendar is ${day(today)}.`,
  };
  const cure: Text = {
    vi: 'Hướng dẫn công dân đăng ký, đăng nhập bằng VNeID; vướng mắc thì gọi tổng đài 1900.0368 của Bộ Công an.',
    en: 'Help citizens to register and sign in with VNeID; the hotline of the Ministry of Public Security is 1900.0368.',
  };
  return dvcqgPage({
    lang,
    assets,
    title: TITLE,
    body: html`<section class="paper" data-testid="officer-removed">${heading(TITLE, lang, FOR)}
      ${notice({ kind: 'info', title: says, cure }, lang)}
      ${removal.documents.map((document) => html`<p data-testid="officer-document">${say(cited(document), lang)}</p>`)}
      <p>${link({ href: timeline, label: TIMELINE, lang, testid: 'timeline' })}</p></section>`,
  });
}

export function signInFirstPage(props: Frame & { signIn: string; timeline: string }): Content {
  const { lang, assets, signIn, timeline } = props;
  return dvcqgPage({
    lang,
    assets,
    title: TITLE,
    body: html`<section class="paper">${heading(TITLE, lang, FOR)}
      <p>${say(SIGN_IN_FIRST, lang)}</p>
      <p class="actions">${link({ href: signIn, label: SIGN_IN, lang, testid: 'officer-sign-in', kind: 'primary' })}
      ${link({ href: timeline, label: TIMELINE, lang, testid: 'timeline', kind: 'plain' })}</p></section>`,
  });
}

interface FormProps extends Frame {
  officer: Officer;
  post: Post;
  typed?: Typed;
  trouble?: { notice: NoticeProps; errors: Readonly<Record<string, string>> };
}

/** A bilingual message of a schema, in its two halves. */
const halves = (message: string): Text => {
  const [vi = message, en = vi] = message.split(' / ');
  return { vi, en };
};

const fieldOf = (
  { lang, typed, trouble }: FormProps,
  { name, ...about }: (typeof FIELDS)[number],
): Content => {
  const error = trouble?.errors[name];
  return field({
    ...about,
    name,
    lang,
    testid: `officer-${name}`,
    value: typed?.[name] ?? '',
    autocomplete: 'off',
    ...(error !== undefined && { error: halves(error) }),
  });
};

export const formPage = (props: FormProps): Content => {
  const { lang, assets, officer, post, trouble } = props;
  const rows = [
    { label: ACTS, value: officer.name, testid: 'officer-name' },
    { label: AGENCY, value: `${officer.agency} (${officer.agencyCode})`, testid: 'officer-agency' },
  ];
  return dvcqgPage({
    lang,
    assets,
    title: TITLE,
    ...(trouble && { notice: trouble.notice }),
    body: html`<section class="paper">${heading(TITLE, lang, FOR)}${keyValue(rows, lang)}
      ${form(post, html`${FIELDS.map((each) => fieldOf(props, each))}<p class="actions">${button({ label: CREATE, lang, testid: 'officer-create' })}</p>`, 'officer-form')}</section>`,
  });
};

export function createdPage(props: Frame & { created: Created; phones: string; another: string }): Content {
  const { lang, assets, created, phones, another } = props;
  const sent: Text = {
    vi: `Mật khẩu đầu đã gửi tới ${created.passwordSentTo}. Số định danh chưa được đối chiếu với CSDL dân cư.`,
    en: `The first password was sent to ${created.passwordSentTo}. The number was not checked at the population register.`,
  };
  const rows = [
    {
      label: USERNAME,
      value: html`<span class="digits">${created.username}</span>`,
      testid: 'officer-username',
    },
    { label: ACTS, value: created.by.name },
    { label: AGENCY, value: `${created.by.agency} (${created.by.agencyCode})` },
  ];
  return dvcqgPage({
    lang,
    assets,
    title: CREATED,
    notice: { kind: 'done', title: CREATED, cure: sent },
    body: html`<section class="paper">${heading(CREATED, lang)}${keyValue(rows, lang)}
      <p class="actions">${link({ href: phones, label: PHONES, lang, testid: 'phones', kind: 'primary' })}
      ${link({ href: another, label: ANOTHER, lang, testid: 'officer-another', kind: 'plain' })}</p></section>`,
  });
}
