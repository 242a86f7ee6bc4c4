import type * as z from 'zod';
import type { accountView } from '../../../contracts/_dvcqg/profile-data.ts';
import { hasCome } from '../../_kit/calendar.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { personByNumber } from '../../_kit/people.ts';
import { type Account, numberOf } from '../account.ts';
import { accountsOf, byLinking } from '../candidates.ts';
import { passwordEndedBy } from '../law.ts';

export type AccountView = z.output<typeof accountView>;

/** Whether the password signs in today. */
export function passwordWorks(account: Account, x: Exchange, where: 'here' | 'elsewhere'): boolean {
  const rule = passwordEndedBy(account, where);
  return (
    account.passwordHash !== null &&
    account.status === 'active' &&
    !(rule !== undefined && hasCome(rule, x.clock))
  );
}

/** This person's linked accounts, the first linked one first. */
export async function linkedWith(x: Exchange, account: Account): Promise<Account[]> {
  const number = numberOf(account);
  if (number === undefined || account.state.at !== 'linked') return [];
  const others = (await accountsOf(x, number, await personByNumber(x, number)))
    .map((held) => held.account)
    .filter(({ techId }) => techId !== account.techId);
  return byLinking([...others, account]);
}

/** An account as CI sees it. */
export async function viewOf(x: Exchange, account: Account): Promise<AccountView> {
  const { passwordHash: _, passwordSince: __, history: ___, ended: ____, confirmed, ...rest } = account;
  return {
    ...rest,
    confirmed: [...confirmed],
    linkedAccounts: (await linkedWith(x, account)).map(({ techId }) => techId),
    passwordWorks: {
      here: passwordWorks(account, x, 'here'),
      elsewhere: passwordWorks(account, x, 'elsewhere'),
    },
  };
}
