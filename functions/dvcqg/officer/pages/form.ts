import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html } from '../../../_kit/page/html.ts';
import {
  button,
  field,
  form,
  heading,
  keyValue,
  type NoticeProps,
  type Post,
} from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { dvcqgPage } from '../../pages/frame.ts';
import type { Officer } from '../officer.ts';
import { ACTS, AGENCY, FOR, TITLE } from './words.ts';

export type Typed = Readonly<Record<'number' | 'name' | 'birth' | 'phone', string>>;

const CREATE: Text = { vi: 'Lập tài khoản', en: 'Make the account' };

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

/** A bilingual message of a schema, in its two halves. */
const halves = (message: string): Text => {
  const [vi = message, en = vi] = message.split(' / ');
  return { vi, en };
};

interface FormProps extends Frame {
  officer: Officer;
  post: Post;
  typed?: Typed;
  trouble?: { notice: NoticeProps; errors: Readonly<Record<string, string>> };
}

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
    { label: ACTS, value: officer.name, testid: 'officer-who' },
    { label: AGENCY, value: `${officer.agency} (${officer.agencyCode})`, testid: 'officer-agency' },
  ];
  return dvcqgPage({
    lang,
    assets,
    title: TITLE,
    ...(trouble && { notice: trouble.notice }),
    body: html`<section class="paper">${heading(TITLE, lang, FOR)}<div class="heading">${keyValue(rows, lang)}</div>
      ${form(post, html`${FIELDS.map((each) => fieldOf(props, each))}<p class="actions">${button({ label: CREATE, lang, testid: 'officer-create' })}</p>`, 'officer-form')}</section>`,
  });
};
