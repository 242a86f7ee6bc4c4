import type { Exchange } from '../../_kit/exchange.ts';
import { maskedPhone } from '../one-time-code.ts';
import type { FormPageProps } from './pages/forms.ts';
import type { Visitor } from './visitor.ts';

/** One question, as a page asks it. */
export type Form = Pick<
  FormPageProps,
  'title' | 'lead' | 'fields' | 'action' | 'send' | 'hidden' | 'phoneUrl' | 'resend'
>;

export const phoneForm = (x: Exchange, phone = ''): Form => ({
  title: { vi: 'Đổi số điện thoại', en: 'Change the telephone' },
  lead: {
    vi: 'SIM phải chính chủ, gắn với số định danh 12 số của bạn. Mã xác thực được gửi tới số mới.',
    en: 'The SIM must be your own, under your 12-digit number. A code is sent to the new number.',
  },
  fields: [
    {
      name: 'phone',
      label: { vi: 'Số điện thoại mới', en: 'New telephone' },
      testid: 'phone',
      type: 'tel',
      autocomplete: 'off',
      inputmode: 'numeric',
      value: phone,
    },
  ],
  action: `${x.base}/account/phone`,
  send: { vi: 'Gửi mã xác thực', en: 'Send the code' },
});

export const codeForm = (
  x: Exchange,
  { account }: Visitor['held'],
  { handle, phone }: { handle: string; phone: string },
): Form => ({
  title: { vi: 'Nhập mã xác thực', en: 'Enter the code' },
  lead: { vi: `Mã đã gửi tới ${maskedPhone(phone)}.`, en: `A code was sent to ${maskedPhone(phone)}.` },
  fields: [
    {
      name: 'code',
      label: { vi: 'Mã xác thực', en: 'One-time code' },
      testid: 'code',
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
      big: true,
      autofocus: true,
    },
  ],
  action: `${x.base}/account/phone/confirm`,
  hidden: { handle, phone },
  resend: { action: `${x.base}/account/phone`, hidden: { phone } },
  send: { vi: 'Xác nhận', en: 'Confirm' },
  ...(account.person !== null && { phoneUrl: `${x.deps.origin}/${x.workspace.id}/phone/${account.person}` }),
});

export const emailForm = (x: Exchange, email = ''): Form => ({
  title: { vi: 'Đổi thư điện tử', en: 'Change the e-mail address' },
  lead: {
    vi: 'Mỗi địa chỉ chỉ dùng cho một tài khoản. Để trống nếu không dùng thư điện tử.',
    en: 'An address is one account’s only. Leave it empty to have none.',
  },
  fields: [
    {
      name: 'email',
      label: { vi: 'Thư điện tử', en: 'E-mail address' },
      testid: 'email',
      type: 'email',
      autocomplete: 'email',
      value: email,
      optional: true,
    },
  ],
  action: `${x.base}/account/email`,
  send: { vi: 'Lưu', en: 'Save' },
});

export const passwordForm = (x: Exchange): Form => ({
  title: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  lead: {
    vi: 'Mật khẩu gồm chữ cái viết hoa, viết thường, số và ký tự đặc biệt (@, #, !…).',
    en: 'A password needs upper and lower case letters, digits and special signs (@, #, ! …).',
  },
  fields: (
    [
      ['current', { vi: 'Mật khẩu hiện tại', en: 'Present password' }, 'current-password'],
      ['password', { vi: 'Mật khẩu mới', en: 'New password' }, 'new-password'],
      ['again', { vi: 'Nhập lại mật khẩu mới', en: 'New password again' }, 'new-password'],
    ] as const
  ).map(([name, label, autocomplete]) => ({ name, label, testid: name, type: 'password', autocomplete })),
  action: `${x.base}/account/password`,
  send: { vi: 'Đổi mật khẩu', en: 'Change it' },
});
