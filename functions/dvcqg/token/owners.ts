import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { Person } from '../../../contracts/person.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { everybody } from '../../_kit/people.ts';
import { everyAccount } from '../accounts.ts';
import type { Owner } from './pages/panel.ts';

/** Enough to choose from. */
const MOST = 12;

/** People whose accounts of this kind are signed in to by a token: those who represent it, or registered so. */
export async function ownersFor(
  x: Exchange,
  kind: AccountKind,
  urlOf: (slug: string) => string,
): Promise<Owner[]> {
  const [people, accounts] = await Promise.all([everybody(x), everyAccount(x)]);
  const citizens = accounts
    .map(({ account }) => account)
    .filter((account) => account.kind === 'citizen' && ['sim', 'usb', 'remote'].includes(account.method))
    .map(({ person }) => person);
  const suits = ({ slug, organisation, civilServant }: Person): boolean =>
    kind === 'agency'
      ? civilServant !== undefined
      : kind === 'enterprise'
        ? organisation !== undefined && civilServant === undefined
        : citizens.includes(slug);
  return people
    .filter(suits)
    .slice(0, MOST)
    .map(({ slug, name, reason }) => ({ slug, name: name.full, reason, url: urlOf(slug) }));
}
