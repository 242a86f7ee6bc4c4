import type { Text } from '../../../contracts/_contract.ts';
import contract from '../../../contracts/smartca.ts';
import { keyValue } from '../../_kit/page/data.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { button, field, form, heading, type Post } from '../../_kit/page/parts.ts';
import { type Frame, shell } from '../../_kit/page.ts';

export interface LoginProps extends Frame {
  /** The application's name. */
  client: string;
  /** The host of the redirect URI. */
  redirectHost: string;
  /** What was typed before. */
  username: string;
  /** Receives `username`, `password` and `decision`: `approve` or `refuse`. */
  post: Post;
  error?: { title: Text; cure: Text };
}

const TITLE: Text = { vi: 'Đăng nhập SmartCA', en: 'Sign in to SmartCA' };
const NUMBER: Text = { vi: 'Số giấy tờ hoặc mã số thuế', en: 'Number of your paper, or tax code' };
const NUMBER_HINT: Text = {
  vi: 'CCCD, CMND, hộ chiếu hoặc mã số thuế của người trong hộp cát.',
  en: 'Citizen card, old card, passport or tax code of somebody in the sandbox.',
};
const PASSWORD: Text = { vi: 'Mật khẩu', en: 'Password' };
const WHOM: Text = { vi: 'Ứng dụng', en: 'Application' };
const WHERE: Text = { vi: 'Quay về địa chỉ', en: 'Returns to' };
const WHAT: Text = { vi: 'Ứng dụng sẽ được phép', en: 'The application may then' };
const GRANTS: readonly Text[] = [
  { vi: 'Đọc thông tin và chứng thư số của bạn', en: 'Read your data and your certificates' },
  {
    vi: 'Gửi yêu cầu ký tới điện thoại của bạn; mỗi lần ký vẫn cần bạn xác nhận',
    en: 'Send requests to sign to your phone; you still confirm each of them',
  },
  { vi: 'Làm những việc trên trong 90 ngày', en: 'Do so for 90 days' },
];
const APPROVE: Text = { vi: 'Đăng nhập và đồng ý', en: 'Sign in and consent' };
const REFUSE: Text = { vi: 'Từ chối', en: 'Refuse' };

const ERROR_ID = 'error';

const fields = ({ lang, username, error }: LoginProps): Content => {
  const errorId = error && ERROR_ID;
  const number = field({
    name: 'username',
    label: NUMBER,
    lang,
    testid: 'username',
    value: username,
    hint: NUMBER_HINT,
    autocomplete: 'username',
    errorId,
    autofocus: true,
  });
  const password = field({
    name: 'password',
    label: PASSWORD,
    lang,
    testid: 'password',
    type: 'password',
    autocomplete: 'current-password',
    errorId,
  });
  const yes = button({ label: APPROVE, lang, testid: 'approve', name: 'decision', value: 'approve' });
  const no = button({
    label: REFUSE,
    lang,
    testid: 'refuse',
    name: 'decision',
    value: 'refuse',
    kind: 'plain',
    unchecked: true,
  });
  return html`${number}${password}<p class="actions stretch">${yes}${no}</p>`;
};

/** Who signs, and whether this application may ask for signatures. */
export const loginPage = (props: LoginProps): Content => {
  const { lang, assets, client, redirectHost, post, error } = props;
  const parties = keyValue(
    [
      { label: WHOM, value: client, testid: 'client' },
      { label: WHERE, value: redirectHost, testid: 'redirect-host' },
    ],
    lang,
  );
  const grants = html`<ul class="grants" data-testid="grants">${GRANTS.map((each) => html`<li class="prose">${say(each, lang)}</li>`)}</ul>`;
  return shell({
    lang,
    assets,
    title: TITLE,
    system: contract.brand,
    ...(error && {
      notice: { kind: 'error', id: ERROR_ID, testid: 'error', title: error.title, cure: error.cure },
    }),
    sheets: ['signin'],
    body: html`<section class="paper">${heading(TITLE, lang)}
      <div class="shared">${parties}<h2>${say(WHAT, lang)}</h2>${grants}</div>
      ${form(post, fields(props), 'login-form')}</section>`,
  });
};
