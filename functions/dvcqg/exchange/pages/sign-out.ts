import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, type Lang, plain, safeUrl, say } from '../../../_kit/page/html.ts';
import { button, form, heading, link, type Post } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { exchangePage } from './frame.ts';

export interface SignOutProps extends Frame {
  /** Who asks for it, when the request says so. */
  client?: string;
  /** Who is signed in. */
  person?: string;
  /** Receives `decision`: `sign-out` or `stay`. */
  post: Post;
}

export interface SignedOutProps extends Frame {
  /** Front-channel logout URIs. The page's `frame-src` has to allow them. */
  frames: readonly string[];
  /** Where to go next. With frames, the page goes there by itself. */
  next?: { url: string; name: string };
}

const ASK: Text = {
  vi: 'Đăng xuất khỏi Cổng Dịch vụ công quốc gia?',
  en: 'Sign out of the national portal?',
};
const YES: Text = { vi: 'Đăng xuất', en: 'Sign out' };
const NO: Text = { vi: 'Không, giữ đăng nhập', en: 'No, stay signed in' };
const DONE: Text = { vi: 'Bạn đã đăng xuất', en: 'You are signed out' };
const DONE_LEAD: Text = {
  vi: 'Phiên của Cổng Dịch vụ công quốc gia trên trình duyệt này đã kết thúc. Phiên VNeID, nếu có, vẫn còn.',
  en: "The national portal's session in this browser has ended. A VNeID session, where there is one, goes on.",
};
const TELLING: Text = {
  vi: 'Đang báo cho các cổng khác mà bạn đã vào.',
  en: 'Telling the other portals that you used.',
};
const FRAME: Text = { vi: 'Đăng xuất khỏi một cổng', en: 'Signing out of a portal' };
const STILL: Text = { vi: 'Bạn vẫn đang đăng nhập', en: 'You are still signed in' };
const CLOSE: Text = { vi: 'Có thể đóng trang này.', en: 'You may close this page.' };

const asked = (client: string | undefined, person: string | undefined): Text => ({
  vi: `${client ? `${client} đề nghị kết thúc` : 'Bạn sắp kết thúc'} phiên đăng nhập${person ? ` của ${person}` : ''}. Các cổng khác dùng chung phiên này cũng sẽ được báo.`,
  en: `${client ? `${client} asks to end` : 'You are about to end'} the session${person ? ` of ${person}` : ''}. Other portals that share it will be told too.`,
});

/** Yes or no, before a session ends that nobody proved to be theirs. */
export const signOutPage = (props: SignOutProps): Content => {
  const { lang, client, person, post } = props;
  const decide = html`<p class="actions stretch">
    ${button({ label: YES, lang, testid: 'sign-out', name: 'decision', value: 'sign-out' })}
    ${button({ label: NO, lang, testid: 'stay', name: 'decision', value: 'stay', kind: 'plain' })}
  </p>`;
  return exchangePage({
    lang,
    assets: props.assets,
    title: ASK,
    body: html`${heading(ASK, lang, asked(client, person))}${form(post, decide, 'sign-out-form')}`,
  });
};

const tellPortals = (frames: readonly string[], lang: Lang): Content =>
  html`<p class="prose" role="status" data-testid="telling">${say(TELLING, lang)}</p>${frames.map(
    (url) =>
      html`<iframe hidden src="${safeUrl(url)}" title="${plain(FRAME, lang)}" data-testid="logout-frame"></iframe>`,
  )}`;

/** The session is over. Tells the other portals in hidden frames, then goes on where there is somewhere to go. */
export const signedOutPage = ({ lang, assets, frames, next }: SignedOutProps): Content => {
  const go = next && {
    href: next.url,
    label: { vi: `Tiếp tục tới ${next.name}`, en: `Continue to ${next.name}` },
    lang,
    testid: 'continue',
    kind: 'primary' as const,
  };
  return exchangePage({
    lang,
    assets,
    title: DONE,
    scripts: frames.length > 0 && next ? ['leave'] : [],
    body: html`${heading(DONE, lang, DONE_LEAD)}${frames.length > 0 && tellPortals(frames, lang)}
      ${go && html`<p class="actions" data-leave-to>${link(go)}</p>`}`,
  });
};

export const stillSignedInPage = ({ lang, assets }: Frame): Content =>
  exchangePage({ lang, assets, title: STILL, body: heading(STILL, lang, CLOSE) });
