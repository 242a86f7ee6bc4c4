import type { Text } from '../../../contracts/_contract.ts';
import { authorities } from '../../../contracts/_sign/authorities.ts';
import { keyValue, type Row } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { countdown, heading, link, type NoticeProps } from '../../_kit/page/parts.ts';
import { verificationCode } from '../../_sign/verification-code.ts';
import type { Signing } from '../signing/signing.ts';
import { type PortalFrame, portalPage } from './frame.ts';
import { wayNames } from './sign-ways.ts';

export interface SignWaitingProps extends PortalFrame {
  base: string;
  signing: Signing;
  /** The provider could not be asked just now. */
  unavailable: boolean;
  secondsLeft: number;
  /** Where the signer decides, in the sandbox. */
  phoneUrl: string | undefined;
}

const TITLE: Text = { vi: 'Chờ bạn ký trên điện thoại', en: 'Waiting for you to sign on the phone' };
const LEAD: Text = {
  vi: 'Mở điện thoại, xem nội dung rồi nhập mã PIN để ký. Trang này tự chuyển tiếp khi bạn đã ký.',
  en: 'Open the phone, read what is to be signed, and sign with the PIN. This page goes on by itself.',
};
const PHONE: Text = { vi: 'Mở điện thoại trong hộp cát', en: 'Open the phone of the sandbox' };
const BACK: Text = { vi: 'Về các hồ sơ', en: 'To the dossiers' };
const UNAVAILABLE: NoticeProps = {
  kind: 'error',
  title: { vi: 'Nhà cung cấp chưa trả lời', en: 'The provider gives no usable answer' },
  cure: {
    vi: 'Trang này tự hỏi lại; hồ sơ chưa thay đổi',
    en: 'This page asks again; the dossier is as it was',
  },
};

const WINDOW: Text = { vi: 'cửa sổ của USB', en: "the token's window" };
const ON_PHONE: Text = { vi: 'điện thoại', en: 'the phone' };

/** What a signing is about. The page for tokens fills in the digest once it is known. */
export function signingRows(
  { dossier, format, level, way, ca, phone, prepared }: Signing,
  lang: Lang,
): Row[] {
  const where = way === 'usb' ? WINDOW : ON_PHONE;
  const digest =
    way === 'usb' || prepared
      ? html`<code class="digest" data-shown-digest>${prepared?.digest ?? '…'}</code>`
      : undefined;
  const code = way === 'sim' && prepared ? verificationCode(Buffer.from(prepared.digest, 'hex')) : undefined;
  const row = (vi: string, en: string, value: string | Content | undefined, testid: string): Row[] =>
    value === undefined ? [] : [{ label: { vi, en }, value, testid }];
  return [
    ...row('Hồ sơ', 'Dossier', html`<code>${dossier}</code>`, 'signing-dossier'),
    ...row('Tài liệu', 'Document', `${format.toUpperCase()}, ${level}`, 'signing-format'),
    ...row('Ký bằng', 'Sign with', say(wayNames[way].label, lang), 'signing-way'),
    ...row('Nhà cung cấp', 'Authority', ca && say(authorities[ca].title, lang), 'signing-ca'),
    ...row('Số điện thoại', 'Number', phone, 'signing-phone'),
    ...row('Mã đối chiếu trên điện thoại', 'Code that the phone shows', code, 'signing-code'),
    ...row(
      `Giá trị băm SHA-256, đối chiếu với ${where.vi}`,
      `SHA-256, to be compared with ${where.en}`,
      digest,
      'signing-digest',
    ),
  ];
}

/** The signer is asked on the phone; the browser asks for this page again until there is an answer. */
export const signWaitingPage = (props: SignWaitingProps): Content => {
  const { lang, base, signing, secondsLeft, phoneUrl, unavailable } = props;
  const left: Row = {
    label: { vi: 'Còn lại', en: 'Time left' },
    value: countdown(secondsLeft, 'time-left'),
  };
  return portalPage({
    ...props,
    title: TITLE,
    scripts: ['clock'],
    ...(unavailable && { notice: UNAVAILABLE }),
    body: html`<section class="paper" data-testid="sign-waiting">${heading(TITLE, lang, LEAD)}
      ${keyValue([...signingRows(signing, lang), left], lang)}
      <div class="actions">${
        phoneUrl !== undefined &&
        link({ href: phoneUrl, label: PHONE, lang, testid: 'open-phone', kind: 'primary', newTab: true })
      }${link({ href: `${base}/dossiers`, label: BACK, lang, testid: 'back', kind: 'quiet' })}</div>
    </section>`,
  });
};
