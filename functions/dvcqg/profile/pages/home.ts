import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { heading, keyValue, link, type NoticeProps } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { DVCQG, dvcqgPage } from '../../pages/frame.ts';
import { type PromptProps, promptDialog } from './prompt.ts';

/** Whether a way in is open on the calendar's day. */
export interface Door {
  who: Text;
  /** What still opens it; how it is closed. */
  how: Text;
  open: boolean;
}

export interface HomePageProps extends Frame {
  /** The calendar's date, as it is shown. */
  today: string;
  doors: readonly Door[];
  /** Who is signed in. */
  name?: string | undefined;
  prompt?: Omit<PromptProps, 'lang'> | undefined;
  notice?: NoticeProps | undefined;
  urls: {
    signIn: string;
    register: string;
    recover: string;
    services: string;
    account: string;
    signOut: string;
    officer: string;
    timeline: string;
    docs: string;
  };
}

const LEAD: Text = {
  vi: 'Tài khoản của công dân, tổ chức, và nền tảng trao đổi định danh VNConnect, mô phỏng để thử nghiệm và tập huấn.',
  en: 'Accounts of citizens and organisations, and the identity exchange VNConnect, simulated for tests and training.',
};
const SIGN_IN: Text = { vi: 'Đăng nhập', en: 'Sign in' };
const REGISTER: Text = { vi: 'Đăng ký', en: 'Register' };
const RECOVER: Text = { vi: 'Quên mật khẩu hoặc tên đăng nhập', en: 'Forgotten password or user name' };
const SERVICES: Text = { vi: 'Dịch vụ công trực tuyến', en: 'Online services' };
const ACCOUNT: Text = { vi: 'Thông tin tài khoản', en: 'Account' };
const SIGN_OUT: Text = { vi: 'Đăng xuất', en: 'Sign out' };
const TODAY: Text = { vi: 'Hôm nay theo lịch', en: 'Today by the calendar' };
const TIMELINE: Text = { vi: 'Dòng thời gian, đổi ngày', en: 'Timeline, change the day' };
const OFFICER: Text = { vi: 'Chức năng của cán bộ một cửa', en: "The one-stop officer's function" };
const DOCS: Text = { vi: 'Tài liệu API của Cổng', en: "The portal's API" };
const OPEN: Text = { vi: 'Mở', en: 'Open' };
const CLOSED: Text = { vi: 'Đã đóng', en: 'Closed' };

const hello = (name: string): Text => ({ vi: `Xin chào, ${name}`, en: `Hello, ${name}` });

const doorRow = ({ who, how, open }: Door, lang: Lang) => ({
  label: who,
  value: html`<span class="tick ${open ? 'yes' : 'no'}">${say(open ? OPEN : CLOSED, lang)}</span><br><span class="door">${say(how, lang)}</span>`,
});

const visitor = ({ lang, urls }: HomePageProps): Content =>
  html`<div class="actions stretch">${link({ href: urls.signIn, label: SIGN_IN, lang, testid: 'sign-in', kind: 'primary' })}${link({ href: urls.register, label: REGISTER, lang, testid: 'register', kind: 'plain' })}${link({ href: urls.services, label: SERVICES, lang, testid: 'services', kind: 'plain' })}</div>
  <p>${link({ href: urls.recover, label: RECOVER, lang, testid: 'recover' })}</p>`;

const holder = ({ lang, urls, name = '' }: HomePageProps): Content =>
  html`<p class="lead" data-testid="hello">${say(hello(name), lang)}</p>
  <div class="actions stretch">${link({ href: urls.account, label: ACCOUNT, lang, testid: 'account', kind: 'primary' })}${link({ href: urls.services, label: SERVICES, lang, testid: 'services', kind: 'plain' })}${link({ href: urls.signOut, label: SIGN_OUT, lang, testid: 'sign-out', kind: 'plain' })}</div>`;

/** The start page: sign in, register, services, and what the calendar allows today. */
export const homePage = (props: HomePageProps): Content => {
  const { lang, urls, today, doors, prompt, name } = props;
  return dvcqgPage({
    lang,
    assets: props.assets,
    title: DVCQG,
    ...(props.notice && { notice: props.notice }),
    body: html`${prompt && promptDialog({ ...prompt, lang })}
    <section class="paper">${heading(DVCQG, lang, LEAD)}${name === undefined ? visitor(props) : holder(props)}</section>
    <section class="paper part" aria-labelledby="today" data-testid="today">
      <h2 id="today"><span class="digits">${today}</span></h2>
      <p class="hint">${say(TODAY, lang)}</p>
      ${keyValue(
        doors.map((door) => doorRow(door, lang)),
        lang,
      )}
      <p>${link({ href: urls.timeline, label: TIMELINE, lang, testid: 'timeline' })}</p>
      <p>${link({ href: urls.officer, label: OFFICER, lang, testid: 'officer' })}</p>
      <p>${link({ href: urls.docs, label: DOCS, lang, testid: 'docs' })}</p>
    </section>`,
  });
};
