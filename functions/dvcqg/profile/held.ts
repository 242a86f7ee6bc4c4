import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Account } from '../account.ts';
import { accountById, type Held } from '../accounts.ts';

/** The account that the path names. @throws Fault unknown_account */
export async function namedAccount(x: Exchange): Promise<Held> {
  const held = await accountById(x, x.params.techId ?? '');
  if (!held) throw new Fault('unknown_account', 'no account has this TechID');
  if (held.account.person !== null) x.remarks.person = held.account.person;
  return held;
}

/** @throws Fault account_locked */
export function refuseLocked({ status }: Account): void {
  if (status === 'locked') throw new Fault('account_locked', 'the account is locked');
}

/** What only the holder of a living account may do. @throws Fault account_locked, account_stopped */
export function refuseClosed(account: Account): void {
  refuseLocked(account);
  const { state } = account;
  if (state.at === 'stopped' || (state.at === 'organisation' && state.ended))
    throw new Fault('account_stopped', 'the law has ended this account; see its history');
}
