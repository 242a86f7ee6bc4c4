import type { Text } from '../../../contracts/_contract.ts';
import { keyValue, type Row } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { button, choices, countdown, field, form, type Post } from '../../_kit/page/parts.ts';

/** A certificate that may be chosen. */
export interface Offered {
  serial: string;
  name: string;
  authority: Text;
  validTo: string;
}

/** A plug-in's window: choose a certificate, enter the PIN. */
export interface DialogueCard {
  id: string;
  /** `VGCA Sign Service`. */
  plugin: string;
  /** Origin of the page; null: a program. */
  asks: string | null;
  function: string;
  pin: boolean;
  documents: readonly { name: string; hash: string; digest: string }[];
  certificates: readonly Offered[];
  secondsLeft: number;
  triesLeft: number;
  triedWrong: boolean;
  /** Receives `decision`, `certificate` and `pin`. */
  post: Post;
}

const SIGN: Text = { vi: 'Ký số', en: 'Sign' };
const CHOOSE: Text = { vi: 'Chọn chứng thư số', en: 'Choose a certificate' };
const CERTIFICATE: Text = { vi: 'Chứng thư số', en: 'Certificate' };
const PIN: Text = { vi: 'Mã PIN của USB ký số', en: 'The token’s PIN' };
const HINT: Text = {
  vi: 'Trong hộp cát, mã PIN của mọi người là 123456',
  en: 'In the sandbox everybody has 123456',
};
const AGREE: Text = { vi: 'Đồng ý', en: 'OK' };
const CANCEL: Text = { vi: 'Hủy', en: 'Cancel' };
const FROM: Text = { vi: 'Trang yêu cầu', en: 'Asked by' };
const PROGRAM: Text = { vi: 'Một chương trình, không phải trang web', en: 'A program, not a page' };
const FUNCTION: Text = { vi: 'Chức năng', en: 'Function' };
const LEFT: Text = { vi: 'Tự đóng sau', en: 'Closes in' };
const DOCUMENT: Text = { vi: 'Tài liệu', en: 'Document' };
const DIGEST: Text = { vi: 'Giá trị băm', en: 'Digest' };

const leftText = (tries: number): Text => ({
  vi: `Mã PIN vừa nhập không đúng. Còn ${tries} lần nhập`,
  en: `The last PIN was wrong. ${tries} ${tries === 1 ? 'try' : 'tries'} left`,
});

const titleOf = ({ pin, plugin }: DialogueCard): Text => {
  const { vi, en } = pin ? SIGN : CHOOSE;
  return { vi: `${vi}: ${plugin}`, en: `${en}: ${plugin}` };
};

const describe = ({ authority, validTo }: Offered): Text => ({
  vi: `${authority.vi}, có hạn đến ${validTo}`,
  en: `${authority.en}, valid to ${validTo}`,
});

/** Where there is only one, there is nothing to choose. */
const onlyOne = ({ certificates: [only, ...others] }: DialogueCard, lang: Lang): readonly Row[] =>
  only && others.length === 0
    ? [
        {
          label: CERTIFICATE,
          value: html`${only.name}<br><span class="hint">${say(describe(only), lang)}</span>`,
          testid: 'dialogue-certificate',
        },
      ]
    : [];

/** A message has no name but that of the function, which stands there already. */
const documentRow = (card: DialogueCard, { name, hash, digest }: DialogueCard['documents'][number]): Row => {
  const value = html`${hash.toUpperCase().replace('SHA', 'SHA-')} <code class="digest" data-testid="dialogue-digest">${digest}</code>`;
  return name === card.function
    ? { label: DIGEST, value }
    : {
        label: DOCUMENT,
        value: html`${name}<br><span class="hint">${value}</span>`,
        testid: 'dialogue-document',
      };
};

const facts = (card: DialogueCard, lang: Lang): Content =>
  keyValue(
    [
      { label: FROM, value: card.asks ?? say(PROGRAM, lang), testid: 'dialogue-asks' },
      { label: FUNCTION, value: card.function, testid: 'dialogue-function' },
      ...card.documents.map((document) => documentRow(card, document)),
      ...onlyOne(card, lang),
      { label: LEFT, value: countdown(card.secondsLeft, 'dialogue-time-left') },
    ],
    lang,
  );

const certificateChoice = ({ certificates }: DialogueCard, lang: Lang): Content => {
  const options = certificates.map((each) => ({
    value: each.serial,
    label: { vi: each.name, en: each.name },
    hint: describe(each),
  }));
  const [first] = certificates;
  return choices({
    name: 'certificate',
    legend: CHOOSE,
    lang,
    testid: 'choose-certificate',
    options,
    ...(first && { chosen: first.serial }),
  });
};

const pinField = ({ id, triesLeft, triedWrong }: DialogueCard, lang: Lang): Content =>
  field({
    name: 'pin',
    id: `pin-${id}`,
    label: PIN,
    lang,
    testid: 'pin',
    type: 'password',
    inputmode: 'numeric',
    autocomplete: 'off',
    hint: HINT,
    ...(triedWrong && { error: leftText(triesLeft) }),
  });

export const dialogueCard = (card: DialogueCard, lang: Lang): Content => {
  const body = html`${card.certificates.length > 1 && certificateChoice(card, lang)}${card.pin && pinField(card, lang)}
    <p class="actions stretch">${button({ label: AGREE, lang, testid: 'approve', name: 'decision', value: 'approve' })}
    ${button({ label: CANCEL, lang, testid: 'cancel-dialogue', name: 'decision', value: 'cancel', kind: 'plain', unchecked: true })}</p>`;
  return html`<section class="paper" aria-labelledby="dialogue-${card.id}" data-testid="dialogue">
    <h2 id="dialogue-${card.id}">${say(titleOf(card), lang)}</h2>
    ${facts(card, lang)}${form(card.post, body, 'dialogue-form')}
  </section>`;
};
