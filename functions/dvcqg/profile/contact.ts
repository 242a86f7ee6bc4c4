import { type Answer, json, type Refusal, refuse } from '../../_kit/answer.ts';
import { seconds } from '../../_kit/clock.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { matches } from '../../_kit/perform.ts';
import type { Change } from '../../_kit/store.ts';
import { type Account, noted, numberOf } from '../account.ts';
import { accountsBy, type Held, saveAccount } from '../accounts.ts';
import { hashedPassword } from '../first-accounts.ts';
import { beginCode, checkCode } from '../one-time-code.ts';
import { strongEnough } from '../registration/password.ts';
import { checkSubscriber } from '../wires/telecom.ts';
import { refuseClosed } from './held.ts';

export type Sent = Awaited<ReturnType<typeof beginCode>>;

/** Only a SIM of one's own, under the 12-digit number. @throws Fault number_missing, phone_not_own */
async function refuseStrangers(x: Exchange, account: Account, phone: string): Promise<void> {
  if (account.kind !== 'citizen') return;
  const number = numberOf(account);
  if (number === undefined)
    throw new Fault(
      'number_missing',
      'the carrier is asked with the personal number, which the account lacks',
    );
  const claim = { phone, number, name: account.name, birth: account.birth ?? '' };
  const result = await checkSubscriber(x, claim);
  if (result !== 'match') throw new Fault('phone_not_own', `the carrier says: ${result}`);
}

/**
 * A code to the new telephone. @throws Fault account_locked, account_stopped, number_missing, phone_not_own,
 * sms_not_sent, register_unavailable
 */
export async function beginPhone(x: Exchange, { account }: Held, phone: string): Promise<Sent> {
  refuseClosed(account);
  await refuseStrangers(x, account, phone);
  return beginCode(x, { purpose: 'phone', phone, subject: `${account.techId} ${phone}` });
}

/** The account with its new telephone, or why not. */
export async function finishPhone(
  x: Exchange,
  held: Held,
  { handle, code }: { handle: string; code: string },
): Promise<
  { ok: true; account: Account; changes: Change[] } | { ok: false; fault: Fault; changes: Change[] }
> {
  refuseClosed(held.account);
  const checked = await checkCode(x, 'phone', handle, code);
  if (!checked.ok) return checked;
  const [techId, phone] = checked.subject.split(' ');
  if (techId !== held.account.techId || phone === undefined)
    return {
      ok: false,
      fault: new Fault('wrong_code', 'the code was sent for another account'),
      changes: [],
    };
  const account = noted({ ...held.account, phone }, 'phone-changed', x.clock, 'person');
  return { ok: true, account, changes: [...checked.changes, ...(await saveAccount(x, held, account))] };
}

/** @throws Fault account_locked, account_stopped, email_taken */
export async function withEmail(x: Exchange, { account }: Held, email: string | null): Promise<Account> {
  refuseClosed(account);
  const { email: before, ...rest } = account;
  if (email === before || (email === null && before === undefined)) return account;
  const others = email === null ? [] : await accountsBy(x, 'email', email);
  if (others.some((other) => other.account.techId !== account.techId))
    throw new Fault('email_taken', 'another account has this e-mail address');
  return noted({ ...rest, ...(email !== null && { email }) }, 'email-changed', x.clock, 'person');
}

/** @throws Fault weak_password */
export function withPassword(x: Exchange, account: Account, password: string): Account {
  strongEnough(password, x.workspace.settings.dvcqg.passwordLength);
  const passwordHash = hashedPassword(account.techId, password);
  const passwordSince = seconds(x.clock.now);
  return noted({ ...account, passwordHash, passwordSince }, 'password-changed', x.clock, 'person');
}

/** @throws Fault account_locked, account_stopped, wrong_credentials, weak_password */
export function changedPassword(x: Exchange, account: Account, current: string, password: string): Account {
  refuseClosed(account);
  if (account.passwordHash === null || !matches(`${account.techId}:${current}`, account.passwordHash))
    throw new Fault('wrong_credentials', 'the present password is another');
  return withPassword(x, account, password);
}

/** What a caller is told of a code that was sent. */
export const sentAnswer = ({ handle, seconds, sentTo, changes }: Sent): Answer =>
  json({ handle, seconds, sentTo }, { changes });

/** A refusal that still counts the wrong try. */
export const refused = ({ fault, changes }: { fault: Fault; changes: Change[] }): Refusal =>
  refuse(fault, changes);
