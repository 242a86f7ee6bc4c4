import type { Text } from '../../../contracts/_contract.ts';
import { type Answer, page, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { invalidInput } from '../../_kit/issues.ts';
import type { Change } from '../../_kit/store.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { saveAccount } from '../accounts.ts';
import { signInPath, stays } from '../exchange/session.ts';
import { beginPhone, changedPassword, finishPhone, withEmail } from './contact.ts';
import { codeForm, emailForm, type Form, passwordForm, phoneForm } from './contact-forms.ts';
import { refusalNotice } from './notices.ts';
import { type Visitor, visitor } from './visitor.ts';

const BACK: Text = { vi: 'Quay lại thông tin tài khoản', en: 'Back to the account' };

/** A form, perhaps with what was wrong at the last try. */
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
    back: { href: `${x.base}/account`, label: BACK },
    ...(refusal && { notice: refusal.notice }),
  });
  return page(content, {
    ...(refusal && tried && { status: refusal.status, fault: tried.fault, changes: tried.changes ?? [] }),
  });
}

/** A step for whoever is signed in; a refusal shows the form again. */
const signedIn =
  <Input>(
    formOf: (x: Exchange<Input>, who: Visitor) => Form,
    run: (x: Exchange<Input>, who: Visitor) => Promise<Answer>,
  ) =>
  async (x: Exchange<Input>): Promise<Answer> => {
    const who = await visitor(x);
    if (!who) return redirect(x.base + signInPath('/account'), { status: 303 });
    try {
      return await run(x, who);
    } catch (error) {
      if (error instanceof Fault) return shown(x, formOf(x, who), { fault: error });
      throw error;
    }
  };

export const phonePage = signedIn(
  (x) => phoneForm(x),
  (x) => shown(x, phoneForm(x)),
);

/** @throws Fault invalid_input */
function phoneIn(text: string): string {
  const phone = text.replace(/[\s.-]/g, '').replace(/^\+?84(?=\d{9}$)/, '0');
  if (/^0\d{9}$/.test(phone)) return phone;
  const message = 'Số điện thoại gồm 10 chữ số, bắt đầu bằng 0 / A phone number has 10 digits, 0 first';
  throw invalidInput([{ path: 'phone', message }]);
}

export const phoneCodePage = signedIn<{ phone: string }>(
  (x) => phoneForm(x, x.input.phone),
  async (x, { held }) => {
    const phone = phoneIn(x.input.phone);
    const { handle, changes } = await beginPhone(x, held, phone);
    return { ...(await shown(x, codeForm(x, held, { handle, phone }))), changes };
  },
);

export const phoneConfirmPage = signedIn<{ handle: string; code: string; phone: string }>(
  (x, { held }) => codeForm(x, held, x.input),
  async (x, { held }) => {
    const { handle, code } = x.input;
    const done = await finishPhone(x, held, { handle, code: code.replace(/\s/g, '') });
    if (!done.ok) return shown(x, codeForm(x, held, x.input), done);
    return redirect(`${x.base}/account?notice=phone`, { status: 303, changes: done.changes });
  },
);

export const emailPage = signedIn(
  (x) => emailForm(x),
  (x, { held }) => shown(x, emailForm(x, held.account.email)),
);

/** @throws Fault invalid_input */
function emailIn(text: string): string | null {
  if (text === '') return null;
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text;
  const message = 'Địa chỉ thư điện tử không đúng / Not an e-mail address';
  throw invalidInput([{ path: 'email', message }]);
}

export const emailChangePage = signedIn<{ email: string }>(
  (x) => emailForm(x, x.input.email),
  async (x, { held }) => {
    const account = await withEmail(x, held, emailIn(x.input.email));
    const changes = account === held.account ? [] : await saveAccount(x, held, account);
    return redirect(`${x.base}/account?notice=email`, { status: 303, changes });
  },
);

export const passwordPage = signedIn(passwordForm, (x) => shown(x, passwordForm(x)));

export const passwordChangePage = signedIn<{ current: string; password: string; again: string }>(
  passwordForm,
  async (x, { held }) => {
    const { current, password, again } = x.input;
    if (password !== again) throw new Fault('passwords_differ', 'the new password was typed in two ways');
    const account = changedPassword(x, held.account, current, password);
    const changes = [...(await saveAccount(x, held, account)), ...(await stays(x))];
    return redirect(`${x.base}/account?notice=password`, { status: 303, changes });
  },
);
