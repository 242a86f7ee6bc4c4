import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { accountsBy, type KeyName } from '../accounts.ts';

/** What a new account would be found by. */
export interface Keys {
  kind: AccountKind;
  username: string;
  number?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}

/**
 * Whether an account of the same kind has it: a company's representative may have the same phone in an account of
 * their own. User names are one for all.
 */
async function isTaken(
  x: Exchange,
  name: KeyName,
  value: string | undefined,
  kind?: AccountKind,
): Promise<boolean> {
  if (value === undefined) return false;
  const found = await accountsBy(x, name, value);
  return found.some(({ account }) => kind === undefined || account.kind === kind);
}

/** @throws Fault number_taken, phone_taken, email_taken */
export async function refuseTaken(
  x: Exchange,
  { kind, username, number, phone, email }: Keys,
): Promise<void> {
  const known = (await isTaken(x, 'username', username)) || (await isTaken(x, 'number', number, kind));
  if (known) throw new Fault('number_taken', 'an account has this user name or number');
  if (await isTaken(x, 'phone', phone, kind)) throw new Fault('phone_taken', 'an account has this phone');
  if (await isTaken(x, 'email', email, kind)) throw new Fault('email_taken', 'an account has this address');
}
