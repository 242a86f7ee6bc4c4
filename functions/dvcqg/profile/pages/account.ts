import type { Text } from '../../../../contracts/_contract.ts';
import type { HistoryEntry } from '../../../../contracts/_dvcqg/account.ts';
import { type Content, html, say } from '../../../_kit/page/html.ts';
import {
  button,
  form,
  heading,
  keyValue,
  link,
  type NoticeProps,
  type Row,
} from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { dvcqgPage } from '../../pages/frame.ts';
import { type AsideProps, asideNotice } from './aside.ts';
import { historySection } from './history.ts';
import { type IdentityProps, identitySection } from './identity.ts';
import { linksSection, type ShownLink } from './links.ts';
import { type PromptProps, promptDialog } from './prompt.ts';

export interface AccountPageProps extends Frame {
  name: string;
  techId: string;
  username: string;
  kind: Text;
  method: Text;
  createdOn: string;
  state: Text;
  /** By which door whoever looks came in. */
  via: Text;
  organisation?: { name: string; taxCode: string } | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  identity: Omit<IdentityProps, 'lang'>;
  /** Absent: accounts of this kind are not linked. */
  links?: readonly ShownLink[] | undefined;
  /** Older accounts of the same holder that VNeID has not brought over. */
  aside?: Omit<AsideProps, 'lang'> | undefined;
  history: readonly HistoryEntry[];
  prompt?: Omit<PromptProps, 'lang'> | undefined;
  notice?: NoticeProps | undefined;
  urls: {
    phone: string;
    email: string;
    /** Absent: there is none to change. */
    password?: string | undefined;
    /** On to VNeID, to link it; absent: it is linked, or its number is not confirmed. */
    link?: string | undefined;
    /** Absent: it is not linked. */
    unlink?: string | undefined;
    home: string;
    signOut: string;
  };
}

const TITLE: Text = { vi: 'Thông tin tài khoản', en: 'Account' };
const ACCOUNT: Text = { vi: 'Tài khoản', en: 'Account' };
const CONTACT: Text = { vi: 'Liên hệ và đăng nhập', en: 'Contact and sign-in' };
const NONE: Text = { vi: 'Chưa có', en: 'None' };
const HOME: Text = { vi: 'Trang đầu', en: 'Start page' };
const SIGN_OUT: Text = { vi: 'Đăng xuất', en: 'Sign out' };
const UNLINK: Text = { vi: 'Bỏ liên kết với VNeID', en: 'Unlink from VNeID' };
const UNLINK_HINT: Text = {
  vi: 'Bỏ liên kết thì phiên đăng nhập bằng VNeID kết thúc; đăng nhập lại bằng VNeID sẽ liên kết lại.',
  en: 'Unlinking ends the session that came by VNeID; signing in with VNeID again links the account again.',
};
const CHANGE_PHONE: Text = { vi: 'Đổi số điện thoại', en: 'Change the telephone' };
const CHANGE_EMAIL: Text = { vi: 'Đổi thư điện tử', en: 'Change the e-mail address' };
const CHANGE_PASSWORD: Text = { vi: 'Đổi mật khẩu', en: 'Change the password' };

const accountRows = (props: AccountPageProps): Row[] => [
  {
    label: { vi: 'Tên đăng nhập', en: 'User name' },
    value: html`<span class="digits">${props.username}</span>`,
    testid: 'username',
  },
  { label: { vi: 'Loại tài khoản', en: 'Kind' }, value: say(props.kind, props.lang) },
  ...(props.organisation
    ? [
        { label: { vi: 'Tổ chức', en: 'Organisation' }, value: props.organisation.name },
        { label: { vi: 'Mã số thuế', en: 'Tax code' }, value: props.organisation.taxCode },
      ]
    : []),
  { label: { vi: 'Hình thức đăng ký', en: 'Registered by' }, value: say(props.method, props.lang) },
  { label: { vi: 'Ngày lập', en: 'Made on' }, value: props.createdOn },
  {
    label: { vi: 'Trạng thái', en: 'State' },
    value: say(props.state, props.lang),
    testid: 'state',
  },
  {
    label: { vi: 'Đang đăng nhập bằng', en: 'Signed in by' },
    value: say(props.via, props.lang),
    testid: 'via',
  },
  {
    label: { vi: 'Mã liên kết', en: 'Linking key' },
    value: html`<code>${props.techId}</code>`,
    wire: 'TechID',
    testid: 'tech-id',
  },
];

const orNone = (value: string | undefined, { lang }: AccountPageProps): string | Content =>
  value ?? say(NONE, lang);

const contactSection = (props: AccountPageProps): Content => {
  const { lang, urls, phone, email } = props;
  const rows: Row[] = [
    { label: { vi: 'Số điện thoại', en: 'Telephone' }, value: orNone(phone, props), testid: 'phone' },
    { label: { vi: 'Thư điện tử', en: 'E-mail' }, value: orNone(email, props), testid: 'email' },
  ];
  const links: [string | undefined, Text, string][] = [
    [urls.phone, CHANGE_PHONE, 'change-phone'],
    [urls.email, CHANGE_EMAIL, 'change-email'],
    [urls.password, CHANGE_PASSWORD, 'change-password'],
  ];
  return html`<section class="paper part" aria-labelledby="contact">
    <h2 id="contact">${say(CONTACT, lang)}</h2>
    ${keyValue(rows, lang)}
    ${urls.unlink !== undefined && html`<p class="hint">${say(UNLINK_HINT, lang)}</p>`}
    <div class="actions">${links.map(
      ([href, label, testid]) => href !== undefined && link({ href, label, lang, testid, kind: 'plain' }),
    )}${urls.unlink !== undefined && form({ action: urls.unlink }, button({ label: UNLINK, lang, testid: 'unlink', kind: 'plain' }), 'unlink-form')}</div>
  </section>`;
};

/** "Thông tin tài khoản": all that the portal knows of an account, and what its holder may do with it. */
export const accountPage = (props: AccountPageProps): Content => {
  const { lang, prompt, urls } = props;
  const name = { vi: props.name, en: props.name };
  return dvcqgPage({
    lang,
    assets: props.assets,
    title: TITLE,
    wide: true,
    ...(props.notice && { notice: props.notice }),
    body: html`${prompt && promptDialog({ ...prompt, lang })}${props.aside && asideNotice({ ...props.aside, lang })}
    <section class="paper" aria-label="${ACCOUNT[lang]}">
      ${heading(TITLE, lang, name)}
      ${keyValue(accountRows(props), lang)}
      <p class="actions">${link({ href: urls.home, label: HOME, lang, testid: 'to-home', kind: 'plain' })}${link({ href: urls.signOut, label: SIGN_OUT, lang, testid: 'sign-out', kind: 'plain' })}</p>
    </section>
    ${identitySection({ ...props.identity, lang })}
    ${props.links && linksSection(props.links, { lang, linkUrl: urls.link })}
    ${contactSection(props)}
    ${historySection(props.history, lang)}`,
  });
};
