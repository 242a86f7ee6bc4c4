import type { Exchange } from '../../_kit/exchange.ts';
import { personBySlug } from '../../_kit/people.ts';
import type { Account } from '../account.ts';

/** An enterprise's account with the person who signed in for it: it may have more than the one who registered it. */
export async function representedBy(
  x: Exchange,
  account: Account,
  slug: string | undefined,
): Promise<Account> {
  if (account.kind !== 'enterprise' || slug === undefined || slug === account.person) return account;
  const person = await personBySlug(x, slug);
  if (!person) return account;
  const { name, birth } = person;
  return {
    ...account,
    person: slug,
    name: name.full,
    birth: 'date' in birth ? birth.date : String(birth.year),
  };
}
