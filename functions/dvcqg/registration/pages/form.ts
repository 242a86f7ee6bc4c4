import type { Text } from '../../../../contracts/_contract.ts';
import type { AccountKind } from '../../../../contracts/_dvcqg/account.ts';
import type { Way, WayField } from '../../../../contracts/_dvcqg/registration-ways.ts';
import { type Content, html, type Lang, type Phrase } from '../../../_kit/page/html.ts';
import { button, field, form, heading, link, notice, type Post, select } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { progress, registrationPage, type Trouble, wayOf } from './frame.ts';
import { type Fitting, fittingPanel } from './panel.ts';

export interface FormProps extends Frame {
  way: Way;
  kind: AccountKind;
  post: Post;
  /** What was typed before, or is filled in for somebody of the sandbox. */
  said: Readonly<Record<string, string>>;
  /** The characters to be typed again, where the way has them. */
  captcha?: string | undefined;
  trouble?: Trouble | undefined;
  closed?: { title: Text; cure: Text } | undefined;
  people: readonly Fitting[];
  backUrl: string;
}

const CAPTCHA: Text = { vi: 'Mã xác thực', en: 'Characters shown' };
const CAPTCHA_HINT: Text = {
  vi: 'Gõ lại các ký tự trên, không phải mã gửi qua SMS; trang thật hiện chúng trong hình',
  en: 'Type the characters above, not a code by SMS; the real page shows them in a picture',
};
const SUBMIT: Text = { vi: 'Đăng ký', en: 'Register' };
const BACK: Text = { vi: 'Chọn cách khác', en: 'Choose another way' };

/** A label with the star of a required field. */
const starred = ({ label, optional }: WayField): Text =>
  optional ? label : { vi: `${label.vi} *`, en: `${label.en} *` };

const inputOf = (each: WayField, said: FormProps['said'], error: Phrase | undefined, lang: Lang): Content =>
  each.options ? selectOf(each, each.options, said, lang) : typedIn(each, said, error, lang);

const selectOf = (
  { name, label, hint }: WayField,
  options: NonNullable<WayField['options']>,
  said: FormProps['said'],
  lang: Lang,
): Content =>
  select({
    name,
    label,
    lang,
    testid: name,
    options,
    ...(said[name] !== undefined && { chosen: said[name] }),
    ...(hint && { hint }),
  });

const typedIn = (each: WayField, said: FormProps['said'], error: Phrase | undefined, lang: Lang): Content =>
  field({
    name: each.name,
    label: starred(each),
    lang,
    testid: each.name,
    value: said[each.name] ?? '',
    autocomplete: each.autocomplete,
    ...(each.hint && { hint: each.hint }),
    ...(each.numeric && { inputmode: 'numeric' }),
    ...(each.optional && { optional: true }),
    ...(error && { error }),
  });

const captchaField = (shown: string, error: Phrase | undefined, lang: Lang): Content =>
  html`<p class="shown"><strong class="shown-code" data-testid="captcha-shown">${shown}</strong></p>${field({
    name: 'captcha',
    label: { vi: `${CAPTCHA.vi} *`, en: `${CAPTCHA.en} *` },
    lang,
    testid: 'captcha',
    hint: CAPTCHA_HINT,
    autocomplete: 'off',
    ...(error && { error }),
  })}`;

function wayForm({ way, post, said, captcha, trouble, lang }: FormProps): Content {
  const fields = wayOf(way).fields.map((each) => inputOf(each, said, trouble?.fields[each.name], lang));
  const shown = captcha !== undefined && captchaField(captcha, trouble?.fields.captcha, lang);
  return form(
    post,
    html`${fields}${shown}${button({ label: SUBMIT, lang, testid: 'register' })}`,
    'registration-form',
  );
}

/** The form of one way, filled in as far as anything is known. */
export const formPage = (props: FormProps): Content => {
  const { way, lang, closed, people, backUrl } = props;
  const { title, lead } = wayOf(way);
  const back = link({ href: backUrl, label: BACK, lang, testid: 'back' });
  const shut =
    closed && notice({ kind: 'info', title: closed.title, cure: closed.cure, testid: 'closed' }, lang);
  return registrationPage({
    lang,
    assets: props.assets,
    title: { vi: `Đăng ký: ${title.vi}`, en: `Register: ${title.en}` },
    trouble: props.trouble,
    panel: closed ? undefined : fittingPanel(people, lang),
    scripts: closed ? [] : ['panel'],
    body: html`${progress(way, 'form', lang)}${heading(title, lang, lead)}
      ${shut ?? wayForm(props)}
      <p class="after-form">${back}</p>`,
  });
};
