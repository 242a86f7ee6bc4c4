import type { Exchange } from '../../_kit/exchange.ts';
import { personByPhone } from '../../_kit/people.ts';
import { maskedPhone } from '../one-time-code.ts';
import type { FormPageProps } from './pages/forms.ts';

export type Form = Pick<
  FormPageProps,
  'title' | 'lead' | 'fields' | 'action' | 'send' | 'hidden' | 'phoneUrl' | 'resend'
>;

export const plain = (text: string): string => text.replace(/[\s.-]/g, '');
export const plainPhone = (phone: string): string => plain(phone).replace(/^\+?84(?=\d{9}$)/, '0');

export const beginForm = (x: Exchange, { number = '', phone = '' } = {}): Form => ({
  title: { vi: 'Quên mật khẩu hoặc tên đăng nhập', en: 'Forgotten password or user name' },
  lead: {
    vi: 'Nhập số giấy tờ và số điện thoại đã đăng ký; mã xác thực được gửi tới số đó. Tài khoản VNeID thì khôi phục trong ứng dụng VNeID.',
    en: 'Enter the number and the telephone of the registration; a code is sent there. A VNeID account is recovered in the VNeID app.',
  },
  fields: [
    {
      name: 'number',
      label: { vi: 'Số CCCD hoặc CMND', en: 'Personal number, or old card' },
      testid: 'number',
      autocomplete: 'off',
      inputmode: 'numeric',
      value: number,
      hint: { vi: '12 hoặc 9 chữ số', en: 'Twelve or nine digits' },
    },
    {
      name: 'phone',
      label: { vi: 'Số điện thoại', en: 'Telephone' },
      testid: 'phone',
      type: 'tel',
      autocomplete: 'tel',
      inputmode: 'numeric',
      value: phone,
    },
  ],
  action: `${x.base}/recovery`,
  send: { vi: 'Gửi mã xác thực', en: 'Send the code' },
});

/** For what a code was sent, as the person wrote it: the page carries it on. */
export interface Asked {
  handle: string;
  number: string;
  phone: string;
}

export async function finishForm(x: Exchange, { handle, number, phone }: Asked): Promise<Form> {
  const person = await personByPhone(x, plainPhone(phone));
  const sentTo = maskedPhone(plainPhone(phone));
  return {
    title: { vi: 'Đặt mật khẩu mới', en: 'Set a new password' },
    lead: {
      vi: `Mã đã gửi tới ${sentTo}. Để trống mật khẩu nếu chỉ cần xem tên đăng nhập.`,
      en: `A code was sent to ${sentTo}. Leave the password empty to see the user name only.`,
    },
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
      {
        name: 'password',
        label: { vi: 'Mật khẩu mới', en: 'New password' },
        testid: 'password',
        type: 'password',
        autocomplete: 'new-password',
        optional: true,
        hint: {
          vi: 'Chữ hoa, chữ thường, số và ký tự đặc biệt, như Aa@123456',
          en: 'Upper and lower case letters, digits and special signs, like Aa@123456',
        },
      },
      {
        name: 'username',
        label: { vi: 'Tên đăng nhập', en: 'User name' },
        testid: 'username',
        autocomplete: 'username',
        optional: true,
        hint: { vi: 'Chỉ cần khi bạn có nhiều tài khoản', en: 'Only where you have several accounts' },
      },
    ],
    action: `${x.base}/recovery/finish`,
    hidden: { handle, number, phone },
    send: { vi: 'Tiếp tục', en: 'Go on' },
    resend: { action: `${x.base}/recovery`, hidden: { handle, number, phone } },
    ...(person && { phoneUrl: `${x.deps.origin}/${x.workspace.id}/phone/${person.slug}` }),
  };
}
