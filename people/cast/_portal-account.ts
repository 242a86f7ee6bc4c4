import type { Person } from '../../contracts/person.ts';

type PortalAccount = NonNullable<Person['portalAccounts']>[number];

/** A citizen's account of the national portal, made by mobile phone, its number not checked, but for what is said. */
export const oldAccount = (differs: Partial<PortalAccount> = {}): PortalAccount => ({
  kind: 'citizen',
  method: 'mobile',
  number: 'unverified',
  createdOn: '2021-03-01',
  status: 'active',
  ...differs,
});

/** Of somebody who may sign in with a token in the name of a company or of an office. */
export const tokenAccount = (kind: 'enterprise' | 'agency', also: Partial<PortalAccount>): PortalAccount =>
  oldAccount({ kind, method: 'usb', number: 'none', ...also });
