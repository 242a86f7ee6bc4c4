import type { Text } from '../../../contracts/_contract.ts';
import { linkingRules } from '../../../contracts/portal/linking.ts';
import { dateAndTime, keyValue, type Row, table } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { button, details, form, heading, type NoticeProps, type Post } from '../../_kit/page/parts.ts';
import type { Applicant, Note } from '../linking/applicant.ts';
import { keptRules } from '../linking/kept-rules.ts';
import type { Provider } from '../portal.ts';
import { shownDay } from './fields.ts';
import { type PortalFrame, portalPage, wayAround } from './frame.ts';
import { syncForm } from './sync.ts';

export interface AccountProps extends PortalFrame {
  base: string;
  account: Applicant;
  /** How the person signed in just now. */
  provider: Provider;
  signOut: Post;
  unlink: Post;
  /** Absent where or while the portal has no such function. */
  sync?: Post;
  notice?: NoticeProps;
}

const TITLE: Text = { vi: 'Quản lý tài khoản', en: 'Account' };
const UNLINK: Text = { vi: 'Bỏ liên kết', en: 'Take the link away' };
const SIGN_OUT: Text = { vi: 'Đăng xuất', en: 'Sign out' };
const NOTES: Text = { vi: 'Những gì đã xảy ra với tài khoản này', en: 'What happened to this account' };
const RULES: Text = {
  vi: 'Cổng này giữ những quy tắc liên kết nào',
  en: 'Which linking rules this portal keeps',
};
const yes: Text = { vi: 'đã đối chiếu', en: 'checked' };
const no: Text = { vi: 'chưa đối chiếu được', en: 'not checked yet' };
const EVENTS: Readonly<Record<Note['event'], Text>> = {
  created: { vi: 'Lập tài khoản', en: 'Account made' },
  unlinked: { vi: 'Bỏ liên kết', en: 'Link taken away' },
  linked: { vi: 'Liên kết', en: 'Linked' },
  relinked: { vi: 'Liên kết lại: VNeID trả sub mới', en: 'Linked anew: another sub of VNeID' },
  renumbered: { vi: 'Số định danh được cấp lại', en: 'The personal number was re-issued' },
  verified: { vi: 'CSDL dân cư xác nhận', en: 'Confirmed by the population database' },
  'not-verified': { vi: 'CSDL dân cư chưa xác nhận', en: 'Not confirmed by the population database' },
  synced: { vi: 'Tài khoản cũ đã về đây', en: 'Old accounts were brought here' },
  merged: { vi: 'Đã nhập vào tài khoản VNeID', en: 'Taken in by the VNeID account' },
};
const BY: Readonly<Record<Applicant['numberFrom'], Text>> = {
  vneid: { vi: 'VNeID', en: 'VNeID' },
  exchange: { vi: 'Cổng DVCQG', en: 'the national portal' },
  typed: { vi: 'tự khai', en: 'typed by the owner' },
};

function rowsOf({ account, lang }: AccountProps): Row[] {
  const row = (vi: string, en: string, value: string | Content | undefined, testid: string): Row[] =>
    value === undefined || value === '' ? [] : [{ label: { vi, en }, value, testid }];
  return [
    ...row('Họ và tên', 'Full name', account.name, 'account-name'),
    ...row('Số định danh cá nhân', 'Personal number', account.number, 'account-number'),
    ...row('Số CMND', 'Old card', account.cmnd, 'account-cmnd'),
    ...row('Mã số thuế', 'Tax code', account.taxCode, 'account-tax-code'),
    ...row('Ngày sinh', 'Date of birth', account.birth && shownDay(account.birth), 'account-birth'),
    ...row(
      'Số do ai xác nhận',
      'Who vouches for the number',
      say(BY[account.numberFrom], lang),
      'account-number-from',
    ),
    ...row(
      'CSDL dân cư (037)',
      'Population database (037)',
      say(account.verified ? yes : no, lang),
      'account-verified',
    ),
    ...row('Liên kết Cổng DVCQG (TechID)', 'Linked TechIDs', account.techIds.join(', '), 'account-tech-ids'),
    ...row('Liên kết VNeID (sub)', 'Linked sub of VNeID', account.sub, 'account-sub'),
    ...row('Tài khoản cũ tại cổng', 'Old account here', account.username, 'account-username'),
    ...row('Thư điện tử', 'Email', account.email, 'account-email'),
  ];
}

/** What a rule says, and its name: some names alone read as the opposite of what was done. */
const ruleCell = (rule: Note['rule'], lang: Lang): Content =>
  html`${rule !== null && html`${say(linkingRules[rule].text, lang)} <code>${rule}</code>`}`;

const notesOf = ({ account, lang }: AccountProps): Content =>
  table({
    caption: NOTES,
    head: [
      { vi: 'Lúc', en: 'When' },
      { vi: 'Việc', en: 'What' },
      { vi: 'Quy tắc', en: 'Rule' },
    ],
    rows: account.notes.map(({ at, event, rule }) => [
      dateAndTime(Date.parse(at)),
      say(EVENTS[event], lang),
      ruleCell(rule, lang),
    ]),
    lang,
    testid: 'account-notes',
  });

const rulesOf = ({ lang }: AccountProps): Content =>
  html`<ul class="rules">${keptRules.map(
    ({ id, text, where }) =>
      html`<li><p><code>${id}</code></p><p>${say(text, lang)}</p><p class="hint"><code>${where}</code></p></li>`,
  )}</ul>`;

/** Quản lý tài khoản: the local account, what it is linked to, and why. */
export const accountPage = (props: AccountProps): Content => {
  const { lang, base, sync, signOut, unlink } = props;
  return portalPage({
    ...props,
    title: TITLE,
    wide: true,
    body: html`<section class="paper">${wayAround(base, 'account', props)}${heading(TITLE, lang)}
      ${keyValue(rowsOf(props), lang)}
      ${sync && syncForm(sync, lang)}
      ${notesOf(props)}
      ${details(RULES, rulesOf(props), lang, 'linking-rules')}
      <div class="actions">${form(signOut, button({ label: SIGN_OUT, lang, testid: 'sign-out', kind: 'plain' }), 'sign-out-form')}
        ${form(unlink, button({ label: UNLINK, lang, testid: 'unlink', kind: 'quiet' }), 'unlink-form')}</div>
    </section>`,
  });
};
