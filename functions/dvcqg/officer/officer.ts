import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personBySlug } from '../../_kit/people.ts';
import type { Account } from '../account.ts';

/** Who acts for which agency, as it stands in the history of what they did. */
export interface Officer {
  name: string;
  agency: string;
  agencyCode: string;
}

/** The officer whose agency account this is. @throws Fault not_an_officer */
export async function officerOf(x: Exchange, account: Account | undefined): Promise<Officer> {
  if (account?.kind !== 'agency' || account.status !== 'active')
    throw new Fault('not_an_officer', 'this is no active account of a state agency');
  const person = account.person === null ? undefined : await personBySlug(x, account.person);
  if (!person?.civilServant)
    throw new Fault('not_an_officer', 'the holder of this account is no civil servant');
  const { agency, agencyCode } = person.civilServant;
  return { name: person.name.full, agency, agencyCode };
}
