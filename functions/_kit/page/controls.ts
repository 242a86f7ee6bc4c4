import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang, type Phrase, plain, safeUrl, say } from './html.ts';

/** Where a form goes, and what it carries unseen (CSRF token, transaction id, …). Always a POST. */
export interface Post {
  action: string;
  hidden?: Readonly<Record<string, string>>;
}

/** `<input type="hidden">` for each pair. */
export const hiddenFields = (fields: Readonly<Record<string, string>> = {}): Content[] =>
  Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);

/** A form that posts. */
export const form = (post: Post, body: Content, testid: string): Content =>
  html`<form method="post" action="${safeUrl(post.action)}" data-testid="${testid}">${hiddenFields(post.hidden)}${body}</form>`;

export interface ButtonProps {
  label: Phrase;
  lang: Lang;
  testid: string;
  /** Sent with the form when this button was the one. */
  name?: string;
  value?: string;
  kind?: 'primary' | 'plain' | 'quiet';
  /** Sends the form whatever is missing in it: a way to say no. */
  unchecked?: boolean;
}

/** A submit button. */
export const button = (props: ButtonProps): Content => {
  const { label, lang, testid, name, value = '', kind = 'primary', unchecked } = props;
  return html`<button class="button ${kind}" type="submit" ${unchecked && html`formnovalidate`} ${name !== undefined && html`name="${name}" value="${value}"`} data-testid="${testid}">${say(label, lang)}</button>`;
};

export interface LinkProps {
  href: string;
  label: Phrase;
  lang: Lang;
  testid: string;
  kind?: 'primary' | 'plain' | 'quiet' | 'text';
  /** Opens a tab of its own, and says so to those who cannot see it. */
  newTab?: boolean;
}

/** A link, as text or in the shape of a button. */
export const link = ({ href, label, lang, testid, kind = 'text', newTab = false }: LinkProps): Content =>
  html`<a class="${kind === 'text' ? 'link' : `button ${kind}`}" href="${safeUrl(href)}" ${newTab && html`target="_blank" rel="noopener"`} data-testid="${testid}">${say(label, lang)}${newTab && html`<span class="unseen">${lang === 'vi' ? '(mở thẻ mới)' : '(opens a new tab)'}</span>`}</a>`;

export interface FieldProps {
  /** Also the stem of its ids. */
  name: string;
  /** Stem of its ids where a page has several of this name. */
  id?: string;
  label: Text;
  lang: Lang;
  testid: string;
  type?: 'text' | 'password' | 'search' | 'email' | 'tel' | 'date';
  value?: string;
  hint?: Text;
  autocomplete: string;
  inputmode?: 'numeric' | 'text';
  /** The id of the message that says what was wrong with this field, where that stands elsewhere. */
  errorId?: string;
  /** What was wrong with this field; stands right below it. */
  error?: Phrase;
  big?: boolean;
  autofocus?: boolean;
  /** May stay empty. */
  optional?: boolean;
}

/** A labelled input, required unless said otherwise. Hint and error are tied to it by `aria-describedby`. */
export function field(props: FieldProps): Content {
  const { name, id = name, label, lang, hint, error, errorId = error && `${id}-error` } = props;
  const described = [errorId, hint && `${id}-hint`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${id}">${say(label, lang)}</label>
    <input id="${id}" name="${name}" type="${props.type ?? 'text'}" value="${props.value ?? ''}" class="${props.big ? 'big' : 'plain'}"
      autocomplete="${props.autocomplete}" inputmode="${props.inputmode ?? 'text'}" autocapitalize="none" spellcheck="false" ${!props.optional && html`required`}
      ${props.autofocus && html`autofocus`} ${errorId && html`aria-invalid="true"`} ${described && html`aria-describedby="${described}"`}
      data-testid="${props.testid}">
    ${error && html`<p class="field-error" id="${id}-error" data-testid="${name}-error">${say(error, lang)}</p>`}
    ${hint && html`<p class="hint" id="${id}-hint">${say(hint, lang)}</p>`}
  </div>`;
}

export interface ChoicesProps {
  name: string;
  legend: Text;
  lang: Lang;
  testid: string;
  /** `hint` stands below the label. */
  options: readonly { value: string; label: Phrase; hint?: Phrase }[];
  chosen?: string;
}

/** One of several, as radio buttons. */
export const choices = ({ name, legend, lang, testid, options, chosen }: ChoicesProps): Content =>
  html`<fieldset class="choices" data-testid="${testid}"><legend>${say(legend, lang)}</legend>
    ${options.map(
      ({
        value,
        label,
        hint,
      }) => html`<label class="choice"><input type="radio" name="${name}" value="${value}" required
        ${value === chosen && html`checked`} data-testid="${testid}-${value}"><span>${say(label, lang)}${hint && html`<span class="hint">${say(hint, lang)}</span>`}</span></label>`,
    )}
  </fieldset>`;

export interface SelectProps {
  name: string;
  label: Text;
  lang: Lang;
  testid: string;
  options: readonly { value: string; label: Text }[];
  chosen?: string;
  hint?: Text;
}

/** One of many, as a list that folds out. */
export const select = ({ name, label, lang, testid, options, chosen, hint }: SelectProps): Content =>
  html`<div class="field">
    <label for="${name}">${say(label, lang)}</label>
    <select class="plain" id="${name}" name="${name}" ${hint && html`aria-describedby="${name}-hint"`} data-testid="${testid}">${options.map(
      (each) =>
        html`<option value="${each.value}" ${each.value === chosen && html`selected`}>${plain(each.label, lang)}</option>`,
    )}</select>
    ${hint && html`<p class="hint" id="${name}-hint">${say(hint, lang)}</p>`}
  </div>`;

export interface NoticeProps {
  kind: 'error' | 'info' | 'done';
  title: Phrase;
  /** What to do next. */
  cure?: Phrase;
  id?: string;
  testid?: string;
}

/** A message above the content: an error is announced at once (`alert`), the others politely (`status`). */
export const notice = (props: NoticeProps, lang: Lang): Content =>
  html`<div class="notice ${props.kind}" role="${props.kind === 'error' ? 'alert' : 'status'}" id="${props.id ?? 'notice'}" data-testid="${props.testid ?? props.kind}">
    <p class="notice-title">${say(props.title, lang)}</p>
    ${props.cure && html`<p class="notice-cure">${say(props.cure, lang)}</p>`}
  </div>`;

/** The page's one `h1`, with a line below it where there is something to add. */
export const heading = (title: Phrase, lang: Lang, lead?: Phrase): Content =>
  html`<div class="heading"><h1 data-testid="title">${say(title, lang)}</h1>${lead && html`<p class="lead">${say(lead, lang)}</p>`}</div>`;

/** Folded away until asked for. */
export const details = (summary: Phrase, body: Content, lang: Lang, testid: string): Content =>
  html`<details class="fold"><summary data-testid="${testid}">${say(summary, lang)}</summary><div class="fold-body">${body}</div></details>`;

/** A time left, as `1:59`; the script `clock.js` counts it down. */
export function countdown(secondsLeft: number, testid: string): Content {
  const whole = Math.max(0, Math.floor(secondsLeft));
  const shown = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return html`<span class="digits" role="timer" data-seconds-left="${whole}" data-testid="${testid}">${shown}</span>`;
}
