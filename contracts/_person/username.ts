import type { Person } from './fields.ts';

type PortalAccount = NonNullable<Person['portalAccounts']>[number];

/** What an account of the national portal signs in with: the number that it was made with, unless it says otherwise. */
export function usernameOf(
  person: Pick<Person, 'personalNumber' | 'cmnd' | 'organisation'>,
  account: PortalAccount,
): string {
  if (account.username !== undefined) return account.username;
  if (account.kind === 'enterprise' && person.organisation) return person.organisation.taxCode;
  if (account.number === 'cmnd' || account.number === 'none') return person.cmnd ?? person.personalNumber;
  return account.otherNumber ?? person.personalNumber;
}
