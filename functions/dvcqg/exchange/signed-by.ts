import type { Answer } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Change } from '../../_kit/store.ts';
import type { Account } from '../account.ts';
import { everyAccount } from '../accounts.ts';
import type { Holder } from '../registration/signature.ts';
import { admit } from './admission.ts';
import { whereOf } from './doors.ts';
import { representedBy } from './representative.ts';
import { signedIn } from './signed-in.ts';
import type { Step } from './waiting.ts';

const isOf =
  ({ serial, person, organisation, agency }: Holder) =>
  ({ certificate, kind, person: whose, method, organisation: theirs }: Account): boolean => {
    if (certificate?.serial === serial) return true;
    if (organisation) return kind === 'enterprise' && theirs?.taxCode === organisation.taxCode;
    if (agency) return kind === 'agency' && whose === person;
    return kind === 'citizen' && whose === person && ['sim', 'usb', 'remote'].includes(method);
  };

/** The account that a certificate opens. */
export async function accountOf(x: Exchange, holder: Holder): Promise<Account | undefined> {
  const found = (await everyAccount(x)).map(({ account }) => account).filter(isOf(holder));
  return found.find(({ status }) => status === 'active') ?? found[0];
}

/** Whoever signed is signed in, and this sign-in is spent. @throws Fault account_locked, account_stopped */
export async function signedInBy(
  x: Exchange,
  { waiting: { target }, request, item }: Step,
  account: Account,
  holder: Holder,
  changes: readonly Change[],
): Promise<Answer> {
  const whole = await representedBy(x, account, holder.person);
  const acr = admit(whole, x.clock, { via: 'account' }, whereOf(target));
  const how = { acr, amr: ['hwk', 'pin', 'mfa'], via: 'account' } as const;
  return signedIn(x, target, whole, how, { request, changes: [...changes, x.remove(item)] });
}
