import { hasCome } from '../../_kit/calendar.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { personByNumber } from '../../_kit/people.ts';
import { type Account, numberOf } from '../account.ts';
import { allOf } from '../candidates.ts';
import { passwordEndedBy } from '../law.ts';
import type { AsideProps } from './pages/aside.ts';
import type { Visitor } from './visitor.ts';

/** Living accounts of the same holder that a sign-in by VNeID has left as they were. */
async function leftAside(x: Exchange, { held: { account }, via }: Visitor): Promise<Account[]> {
  const number = numberOf(account);
  if (via !== 'vneid' || account.kind !== 'citizen' || number === undefined) return [];
  const person = await personByNumber(x, number);
  return (await allOf(x, number, person, person?.cmnd))
    .map((each) => each.account)
    .filter(({ techId, status, state }) => {
      return techId !== account.techId && status === 'active' && state.at !== 'linked';
    });
}

/** How the calendar's day lets its holder bring such an account over. */
function wayOver(x: Exchange, account: Account): Pick<AsideProps, 'way' | 'url'> {
  const { origin } = x.deps;
  if (hasCome('police-portal-syncs', x.clock))
    return { way: 'police', url: `${origin}/${x.workspace.id}/bocongan/account` };
  const rule = passwordEndedBy(account, 'here');
  return rule !== undefined && hasCome(rule, x.clock)
    ? { way: 'wait', url: `${origin}/${x.workspace.id}/timeline/` }
    : { way: 'password', url: `${x.base}/oidc/logout` };
}

/** What is told to whoever came by VNeID while an older account was left aside; undefined: none was. */
export async function asideOf(x: Exchange, who: Visitor): Promise<Omit<AsideProps, 'lang'> | undefined> {
  const all = await leftAside(x, who);
  const [oldest] = all;
  return oldest && { usernames: all.map(({ username }) => username), ...wayOver(x, oldest) };
}
