import type { Text } from '../../../contracts/_contract.ts';
import { type Answer, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { invalidInput } from '../../_kit/issues.ts';
import type { Change } from '../../_kit/store.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { signInPath } from '../exchange/session.ts';
import { refusalNotice } from './notices.ts';
import type { FormPageProps } from './pages/forms.ts';
import { beginRecovery, finishRecovery } from './recovery.ts';

type Form = Pick<FormPageProps, 'title' | 'lead' | 'fields' | 'action' | 'send' | 'hidden' | 'phoneUrl'>;

const HOME: Text = { vi: 'Trang đầu', en: 'Start page' };

async function shown(
  x: Exchange,
  form: Form,
  tried?: { fault: Fault; changes?: readonly Change[] },
): Promise<Answer> {
  const { formPage } = await import('./pages/index.ts');
  const refusal = tried && refusalNotice(tried.fault);
  const content = formPage({
    lang: 'vi',
    assets: ASSETS,
    ...form,
    back: { href: `${x.base}/`, label: HOME },
    ...(refusal && { notice: refusal.notice }),
  });
  return page(content, {
    ...(refusal && tried && { status: refusal.status, fault: tried.fault, changes: tried.changes ?? [] }),
  });
}

const beginForm = (x: Exchange, { number = '', phone = '' } = {}): Form => ({
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

const finishForm = (x: Exchange, handle: string, sentTo?: string): Form => {
  const { person } = x.remarks;
  return {
    title: { vi: 'Đặt mật khẩu mới', en: 'Set a new password' },
    lead: {
      vi: `${sentTo === undefined ? '' : `Mã đã gửi tới ${sentTo}. `}Để trống mật khẩu nếu chỉ cần xem tên đăng nhập.`,
      en: `${sentTo === undefined ? '' : `A code was sent to ${sentTo}. `}Leave the password empty to see the user name only.`,
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
    hidden: { handle },
    send: { vi: 'Tiếp tục', en: 'Go on' },
    ...(person !== undefined && { phoneUrl: `${x.deps.origin}/${x.workspace.id}/phone/${person}` }),
  };
};

export const recoveryPage = (x: Exchange): Promise<Answer> => shown(x, beginForm(x));

/** @throws Fault invalid_input */
function askedIn({ number, phone }: { number: string; phone: string }) {
  const digits = (text: string) => text.replace(/[\s.-]/g, '');
  const asked = { number: digits(number), phone: digits(phone).replace(/^\+?84(?=\d{9}$)/, '0') };
  const errors = [
    ...(/^(\d{9}|\d{12})$/.test(asked.number)
      ? []
      : [{ path: 'number', message: 'Số gồm 12 hoặc 9 chữ số / A number has 12 or 9 digits' }]),
    ...(/^0\d{9}$/.test(asked.phone)
      ? []
      : [{ path: 'phone', message: 'Số điện thoại gồm 10 chữ số / A phone number has 10 digits' }]),
  ];
  if (errors.length > 0) throw invalidInput(errors);
  return asked;
}

export async function recoveryCodePage(x: Exchange<{ number: string; phone: string }>): Promise<Answer> {
  try {
    const { handle, sentTo, changes } = await beginRecovery(x, askedIn(x.input));
    return { ...(await shown(x, finishForm(x, handle, sentTo))), changes };
  } catch (error) {
    if (error instanceof Fault) return shown(x, beginForm(x, x.input), { fault: error });
    throw error;
  }
}

interface Shown {
  handle: string;
  code: string;
  username?: string | undefined;
  password?: string | undefined;
}

export async function recoveryFinishPage(x: Exchange<Shown>): Promise<Answer> {
  const { handle, code, username, password } = x.input;
  try {
    const done = await finishRecovery(x, {
      ...{ handle, code: code.replace(/\s/g, '') },
      username: username || undefined,
      password: password || undefined,
    });
    if (!done.ok) return await shown(x, finishForm(x, handle), done);
    const { recoveredPage } = await import('./pages/index.ts');
    const { usernames, passwordChanged, changes } = done;
    const signInUrl = x.base + signInPath('/account');
    const content = recoveredPage({ lang: 'vi', assets: ASSETS, usernames, passwordChanged, signInUrl });
    return { ...(await page(content)), changes };
  } catch (error) {
    if (error instanceof Fault) return shown(x, finishForm(x, handle), { fault: error });
    throw error;
  }
}
