import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { invalidInput } from '../../_kit/issues.ts';
import type { Change } from '../../_kit/store.ts';
import { accountById, accountsBy, type Held, saveAccount } from '../accounts.ts';
import { beginCode, checkCode } from '../one-time-code.ts';
import { strongEnough } from '../registration/password.ts';
import { type Sent, withPassword } from './contact.ts';
import { refuseLocked } from './held.ts';
import { passwordWorks } from './view.ts';

/** Accounts that have a password, this number (or old card) and this telephone. */
async function lost(x: Exchange, number: string, phone: string): Promise<Held[]> {
  const held = await accountsBy(x, number.length === 12 ? 'number' : 'cmnd', number);
  return held.filter(
    ({ account }) => account.kind === 'citizen' && account.passwordHash !== null && account.phone === phone,
  );
}

/**
 * A code to the telephone of an account whose password or user name was forgotten.
 * @throws Fault no_such_holder, account_locked, account_stopped, sms_not_sent
 */
export async function beginRecovery(
  x: Exchange,
  { number, phone }: { number: string; phone: string },
): Promise<Sent> {
  const [first, ...more] = await lost(x, number, phone);
  if (!first) throw new Fault('no_such_holder', 'no account with a password has this number and telephone');
  if (first.account.person !== null) x.remarks.person = first.account.person;
  const open = [first, ...more].filter(({ account }) => account.status === 'active');
  if (open.length === 0) refuseLocked(first.account);
  if (!open.some(({ account }) => passwordWorks(account, x, 'elsewhere')))
    throw new Fault('account_stopped', 'the password of this account signs in nowhere any more');
  const subject = open.map(({ account }) => account.techId).join(' ');
  return beginCode(x, { purpose: 'recover', phone, subject });
}

export type Recovered =
  | { ok: true; usernames: string[]; passwordChanged: boolean; changes: Change[] }
  | { ok: false; fault: Fault; changes: Change[] };

/** Which of them gets the new password. @throws Fault invalid_input */
function chosenOf(held: readonly Held[], username: string | undefined): Held {
  const chosen = held.find(
    ({ account }) => account.username.toLowerCase() === username?.toLowerCase() || held.length === 1,
  );
  if (chosen) return chosen;
  const message = 'Chọn một trong các tên đăng nhập / Choose one of the user names';
  throw invalidInput([{ path: 'username', message }]);
}

/** The user names, and a new password where one is given. @throws Fault weak_password, invalid_input */
export async function finishRecovery(
  x: Exchange,
  { handle, code, username, password }: Shown,
): Promise<Recovered> {
  if (password !== undefined) strongEnough(password, x.workspace.settings.dvcqg.passwordLength);
  const checked = await checkCode(x, 'recover', handle, code);
  if (!checked.ok) return checked;
  const found = await Promise.all(checked.subject.split(' ').map((techId) => accountById(x, techId)));
  const held = found.filter((each) => each !== undefined);
  const usernames = held.map(({ account }) => account.username);
  if (password === undefined)
    return { ok: true, usernames, passwordChanged: false, changes: checked.changes };
  const chosen = chosenOf(held, username);
  refuseLocked(chosen.account);
  const saved = await saveAccount(x, chosen, withPassword(x, chosen.account, password));
  return { ok: true, usernames, passwordChanged: true, changes: [...checked.changes, ...saved] };
}

export interface Shown {
  handle: string;
  code: string;
  username?: string | undefined;
  password?: string | undefined;
}
