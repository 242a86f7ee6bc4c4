import type { Text } from '../../../../contracts/_contract.ts';
import { type AccountKind, accountKinds } from '../../../../contracts/_dvcqg/account.ts';
import { authorityOptions } from '../../../../contracts/_dvcqg/registration-ways.ts';
import { type Content, html, type Lang } from '../../../_kit/page/html.ts';
import { button, choices, details, field, form, type Post, select } from '../../../_kit/page/parts.ts';

/** An account kind whose door by signature is open today. */
export type SignatureKind = AccountKind;

const TITLE: Text = {
  vi: 'Chữ ký số: USB, SIM, ký số từ xa',
  en: 'Digital signature: USB token, SIM PKI, remote',
};
const METHOD: Text = { vi: 'Phương tiện ký', en: 'What signs' };
const KIND: Text = { vi: 'Tài khoản của', en: 'Account of' };
const HOLDER: Text = { vi: 'Người ký', en: 'Who signs' };
const SIM_HINT: Text = {
  vi: 'SIM ký số: số điện thoại của SIM. Ký từ xa: tên ngắn của người trong hộp cát. USB ký số: có thể bỏ trống. Chẳng hạn',
  en: "SIM PKI: its phone number. Remote: the sandbox's short name of the person. USB token: may stay empty. Such as",
};
const USB_HINT: Text = {
  vi: 'Tên ngắn của người trong hộp cát, có thể bỏ trống. Chẳng hạn',
  en: "The sandbox's short name of the person; it may stay empty. Such as",
};

/** Whose account signs in so from the start; citizens have to register first. */
const someone: Readonly<Partial<Record<SignatureKind, string>>> = { enterprise: 'khanh', agency: 'ngoc' };
const AUTHORITY: Text = {
  vi: 'Tổ chức cấp chữ ký số từ xa',
  en: 'Authority of the remote signature',
};
const SUBMIT: Text = { vi: 'Ký để đăng nhập', en: 'Sign to sign in' };

const methods = [
  { value: 'usb', label: { vi: 'USB ký số', en: 'USB token' } },
  { value: 'sim', label: { vi: 'SIM ký số', en: 'SIM PKI' } },
  { value: 'remote', label: { vi: 'Ký số từ xa (SmartCA …)', en: 'Remote signature (SmartCA …)' } },
] as const;

/** State agencies have USB tokens and nothing else. */
const methodsFor = (kinds: readonly SignatureKind[]) =>
  kinds.every((kind) => kind === 'agency') ? methods.filter(({ value }) => value === 'usb') : methods;

function holderHint(kinds: readonly SignatureKind[], lang: Lang): Text {
  const hint = methodsFor(kinds).length > 1 ? SIM_HINT : USB_HINT;
  const who = kinds
    .flatMap((kind) =>
      someone[kind] ? [`${someone[kind]} (${accountKinds[kind][lang].toLowerCase()})`] : [],
    )
    .join(', ');
  return { vi: `${hint.vi} ${who}.`, en: `${hint.en} ${who}.` };
}

/** Who signs, with what, and for which account. */
export const signatureSection = (
  { post, kinds }: { post: Post; kinds: readonly SignatureKind[] },
  lang: Lang,
): Content => {
  const options = kinds.map((value) => ({ value, label: accountKinds[value] }));
  const method = choices({
    name: 'method',
    legend: METHOD,
    lang,
    testid: 'method',
    options: methodsFor(kinds),
    chosen: 'usb',
  });
  const kind = choices({ name: 'kind', legend: KIND, lang, testid: 'kind', options, chosen: kinds[0] ?? '' });
  const holder = field({
    name: 'holder',
    label: HOLDER,
    lang,
    testid: 'holder',
    hint: holderHint(kinds, lang),
    autocomplete: 'off',
    optional: true,
  });
  const authority =
    methodsFor(kinds).length > 1 &&
    select({ name: 'ca', label: AUTHORITY, lang, testid: 'ca', options: authorityOptions });
  const submit = button({ label: SUBMIT, lang, testid: 'sign', kind: 'plain' });
  const fields = form(post, html`${method}${kind}${holder}${authority}${submit}`, 'signature-form');
  return html`<div class="way-by-signature">${details(TITLE, fields, lang, 'signature')}</div>`;
};
