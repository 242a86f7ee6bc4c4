import type { Text } from '../../contracts/_contract.ts';
import { type Content, html, type Lang, plain, safeUrl, say } from '../_kit/page/html.ts';
import { button, form, heading, link, type Post } from '../_kit/page/parts.ts';

/** Before a session ends that nobody proved to be theirs. */
export interface AskProps {
  lang: Lang;
  /** The question. */
  ask: Text;
  /** Name of who asks for it, when the request says so. */
  client?: string | undefined;
  /** Who is signed in. */
  person?: string | undefined;
  /** Receives `decision`: `sign-out` or `stay`. */
  post: Post;
}

/** The session is over. */
export interface DoneProps {
  lang: Lang;
  lead: Text;
  /** Front-channel logout URIs. The page's `frame-src` has to allow them. */
  frames?: readonly string[] | undefined;
  /** Where to go next. With frames, the page goes there by itself. */
  next?: { url: string; name: string } | undefined;
}

const YES: Text = { vi: 'Đăng xuất', en: 'Sign out' };
const NO: Text = { vi: 'Không, giữ đăng nhập', en: 'No, stay signed in' };
const DONE: Text = { vi: 'Bạn đã đăng xuất', en: 'You are signed out' };
const TELLING: Text = {
  vi: 'Đang báo cho các cổng khác mà bạn đã vào.',
  en: 'Telling the other portals that you used.',
};
const FRAME: Text = { vi: 'Đăng xuất khỏi một cổng', en: 'Signing out of a portal' };

const asked = (client: string | undefined, person: string | undefined): Text => ({
  vi: `${client ? `${client} đề nghị kết thúc` : 'Bạn sắp kết thúc'} phiên đăng nhập${person ? ` của ${person}` : ''}. Các cổng khác dùng chung phiên này cũng sẽ được báo.`,
  en: `${client ? `${client} asks to end` : 'You are about to end'} the session${person ? ` of ${person}` : ''}. Other portals that share it will be told too.`,
});

/** Yes or no: what a provider's page shows in its own frame. */
export function askSignOut({ lang, ask, client, person, post }: AskProps): { title: Text; body: Content } {
  const decide = html`<p class="actions stretch">
    ${button({ label: YES, lang, testid: 'sign-out', name: 'decision', value: 'sign-out' })}
    ${button({ label: NO, lang, testid: 'stay', name: 'decision', value: 'stay', kind: 'plain' })}
  </p>`;
  return {
    title: ask,
    body: html`${heading(ask, lang, asked(client, person))}${form(post, decide, 'sign-out-form')}`,
  };
}

const tellPortals = (frames: readonly string[], lang: Lang): Content =>
  html`<p class="prose" role="status" data-testid="telling">${say(TELLING, lang)}</p>${frames.map(
    (url) =>
      html`<iframe hidden src="${safeUrl(url)}" title="${plain(FRAME, lang)}" data-testid="logout-frame"></iframe>`,
  )}`;

/** Tells the other portals in hidden frames, then goes on where there is somewhere to go. */
export function signedOut({ lang, lead, frames = [], next }: DoneProps) {
  const go = next && {
    href: next.url,
    label: { vi: `Tiếp tục tới ${next.name}`, en: `Continue to ${next.name}` },
    lang,
    testid: 'continue',
    kind: 'primary' as const,
  };
  return {
    title: DONE,
    scripts: frames.length > 0 && next ? (['leave'] as const) : [],
    body: html`${heading(DONE, lang, lead)}${frames.length > 0 && tellPortals(frames, lang)}
      ${go && html`<p class="actions" data-leave-to>${link(go)}</p>`}`,
  };
}
