import type { CheckRequest, CheckResult } from '../../contracts/_post/data.ts';
import type { Person } from '../../contracts/person.ts';
import { sameName } from './names.ts';

/** A citizen's account as VNPost has it. */
export interface PostAccount {
  customerCode: string;
  phone: string;
  status: 'active' | 'locked';
  personalNumber: string;
  name: string;
}

export const accountOf = ({ postAccount, personalNumber, name }: Person): PostAccount | undefined =>
  postAccount && { ...postAccount, personalNumber, name: name.full };

/** Whether it is the account that was asked for. */
export const isAskedFor = (account: PostAccount, { phone, customerCode }: CheckRequest): boolean =>
  phone === undefined ? account.customerCode === customerCode : account.phone === phone;

/** The account as it was before its owner changed number and name. */
export const outdated = (account: PostAccount): PostAccount => ({
  ...account,
  phone: '',
  customerCode: '',
  name: `${account.name} (cũ)`,
});

const yes = (is: boolean) => (is ? ('true' as const) : ('false' as const));

function resultOf(account: PostAccount, same: readonly boolean[]): CheckResult {
  if (!same.every(Boolean)) return 'mismatch';
  return account.status === 'locked' ? 'locked' : 'match';
}

/** Field by field, as far as it was asked. */
export function compare(account: PostAccount | undefined, said: CheckRequest) {
  const key = said.phone === undefined ? ('customerCodeMatch' as const) : ('phoneMatch' as const);
  if (!account) {
    const nothing = 'not_available' as const;
    const status = 'none' as const;
    const result: CheckResult = 'no_account';
    return { result, status, [key]: nothing, personalNumberMatch: nothing, fullNameMatch: nothing };
  }
  const sameKey = isAskedFor(account, said);
  const sameNumber = account.personalNumber === said.personalNumber;
  const same = sameName(account.name, said.fullName);
  return {
    result: resultOf(account, [sameKey, sameNumber, same]),
    status: account.status,
    [key]: yes(sameKey),
    personalNumberMatch: yes(sameNumber),
    fullNameMatch: yes(same),
  };
}

const HOUR = 3_600_000;

/** How long after an order each state begins. */
const JOURNEY = [
  ['delivered', 48 * HOUR],
  ['collected', HOUR],
] as const;

/** Where an order is, and since when (epoch milliseconds). */
export function stateOf(orderedAt: number, now: number) {
  const reached = JOURNEY.find(([, after]) => now >= orderedAt + after);
  return reached
    ? { state: reached[0], since: orderedAt + reached[1] }
    : { state: 'received' as const, since: orderedAt };
}
