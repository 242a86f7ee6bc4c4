import type { Text } from '../../../contracts/_contract.ts';
import { keyValue } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { button, form, heading, type Post } from '../../_kit/page/parts.ts';
import type { Frame } from '../../_kit/page.ts';
import { type Client, strong, vneidPage } from './frame.ts';

export interface ConsentProps extends Frame {
  client: Client;
  /** The host of the redirect URI. */
  redirectHost: string;
  /** Who is signed in. */
  person: string;
  /** Exactly what would be shared; `wire` is the name of the claim. */
  claims: readonly { label: Text; wire: string; value: string | Text }[];
  /** What else would be allowed, such as access while the person is away. */
  grants?: readonly Text[];
  /** Receives `decision`: `approve` or `refuse`. */
  post: Post;
}

const TITLE: Text = { vi: 'Chia sẻ thông tin', en: 'Share your information' };
const WHOM: Text = { vi: 'Bên nhận', en: 'Recipient' };
const WHERE: Text = { vi: 'Gửi tới địa chỉ', en: 'Sent to' };
const WHO: Text = { vi: 'Bạn đang đăng nhập là', en: 'You are signed in as' };
const WHAT: Text = { vi: 'Thông tin được chia sẻ', en: 'What is shared' };
const ALSO: Text = { vi: 'Quyền kèm theo', en: 'Also allowed' };
const APPROVE: Text = { vi: 'Đồng ý chia sẻ', en: 'Approve' };
const REFUSE: Text = { vi: 'Từ chối', en: 'Refuse' };

const alsoAllowed = (grants: readonly Text[], lang: Lang): Content =>
  html`<h2>${say(ALSO, lang)}</h2><ul class="grants" data-testid="grants">${grants.map((grant) => html`<li class="prose">${say(grant, lang)}</li>`)}</ul>`;

/** What is shared, with whom, yes or no. */
export const consentPage = (props: ConsentProps): Content => {
  const { lang, client, redirectHost, person, claims, grants = [], post } = props;
  const name = strong(client.name);
  const lead = {
    vi: html`${name} xin được nhận đúng những thông tin dưới đây, không gì khác.`,
    en: html`${name} asks for exactly what is listed below, and nothing else.`,
  };
  const parties = keyValue(
    [
      { label: WHO, value: person, testid: 'person' },
      { label: WHOM, value: client.name, testid: 'client' },
      { label: WHERE, value: redirectHost, testid: 'redirect-host' },
    ],
    lang,
  );
  const shared = claims.map(({ value, ...row }) => ({
    ...row,
    value: typeof value === 'string' ? value : say(value, lang),
  }));
  const decide = html`<p class="actions stretch">
    ${button({ label: APPROVE, lang, testid: 'approve', name: 'decision', value: 'approve' })}
    ${button({ label: REFUSE, lang, testid: 'refuse', name: 'decision', value: 'refuse', kind: 'plain' })}
  </p>`;
  return vneidPage({
    ...props,
    title: TITLE,
    body: html`${heading(TITLE, lang, lead)}
      <div class="shared">${parties}<h2>${say(WHAT, lang)}</h2><div data-testid="claims">${keyValue(shared, lang)}</div>
        ${grants.length > 0 && alsoAllowed(grants, lang)}</div>
      ${form(post, decide, 'consent-form')}`,
  });
};
