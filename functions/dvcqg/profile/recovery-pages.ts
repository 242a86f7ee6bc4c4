import type { Text } from '../../../contracts/_contract.ts';
import { type Answer, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { invalidInput } from '../../_kit/issues.ts';
import type { Change } from '../../_kit/store.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { signInPath } from '../exchange/session.ts';
import { refusalNotice } from './notices.ts';
import { beginRecovery, finishRecovery } from './recovery.ts';
import { type Asked, beginForm, type Form, finishForm, plain, plainPhone } from './recovery-forms.ts';

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

export const recoveryPage = (x: Exchange): Promise<Answer> => shown(x, beginForm(x));

/** @throws Fault invalid_input */
function askedIn({ number, phone }: { number: string; phone: string }) {
  const asked = { number: plain(number), phone: plainPhone(phone) };
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

type Begin = Pick<Asked, 'number' | 'phone'> & { handle?: string | undefined };

/** Sends a code; where another was sent before and this one cannot be, the form for that one stays. */
export async function recoveryCodePage(x: Exchange<Begin>): Promise<Answer> {
  const { number, phone, handle: before } = x.input;
  try {
    const { handle, changes } = await beginRecovery(x, askedIn(x.input));
    return { ...(await shown(x, await finishForm(x, { handle, number, phone }))), changes };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const form =
      before === undefined ? beginForm(x, x.input) : await finishForm(x, { handle: before, number, phone });
    return shown(x, form, { fault: error });
  }
}

interface Shown extends Asked {
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
    if (!done.ok) return await shown(x, await finishForm(x, x.input), done);
    const { recoveredPage } = await import('./pages/index.ts');
    const { usernames, passwordChanged, changes } = done;
    const signInUrl = x.base + signInPath('/account');
    const content = recoveredPage({ lang: 'vi', assets: ASSETS, usernames, passwordChanged, signInUrl });
    return { ...(await page(content)), changes };
  } catch (error) {
    if (error instanceof Fault) return shown(x, await finishForm(x, x.input), { fault: error });
    throw error;
  }
}
