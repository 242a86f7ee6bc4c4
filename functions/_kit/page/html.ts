import { html as tag } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Text } from '../../../contracts/_contract.ts';

/** Markup that is safe to send: everything dynamic in it has been escaped. A `String` object, so compare with `String(x)`. */
export type Content = HtmlEscapedString;

/** The language that a page puts first. */
export type Lang = keyof Text;

/** A `Text` whose halves may hold markup, such as a name in bold. */
export type Phrase = Readonly<Record<Lang, string | Content>>;

type Value = Content | string | number | false | null | undefined | readonly Value[];

/**
 * `hono/html`'s tag, narrowed: escapes every string, prints nothing for `false`, `null` and `undefined`,
 * and takes neither objects nor promises, so that a page is ready when its function returns.
 */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Content =>
  tag(strings, ...values) as Content;

/** A URL that somebody else chose, for `href`, `action` or `src`: one that would run as script becomes `about:blank`. */
export function safeUrl(url: string): string {
  const scheme = URL.canParse(url) ? new URL(url).protocol : '';
  return ['javascript:', 'data:', 'vbscript:', 'blob:'].includes(scheme) ? 'about:blank' : url;
}

/** Says a text in both languages, the page's own first. A text that is the same in both is said once. */
export function say(text: Phrase, lang: Lang): Content {
  const other: Lang = lang === 'vi' ? 'en' : 'vi';
  if (String(text.vi) === String(text.en)) return html`<span class="say">${text[lang]}</span>`;
  return html`<span class="say"><span lang="${lang}">${text[lang]}</span> <span class="beside" lang="${other}">${text[other]}</span></span>`;
}

/** The same text as one plain string, for attributes: `Đăng nhập · Sign in`. */
export const plain = (text: Text, lang: Lang): string =>
  text.vi === text.en ? text[lang] : lang === 'vi' ? `${text.vi} · ${text.en}` : `${text.en} · ${text.vi}`;
