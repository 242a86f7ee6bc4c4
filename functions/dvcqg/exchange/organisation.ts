import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personByNumber } from '../../_kit/people.ts';
import { type Account, registered } from '../account.ts';
import { accountsBy, type Held, saveAccount } from '../accounts.ts';
import type { Linked } from '../linking.ts';
import { newTechId } from '../tech-id.ts';
import type { Organisation, Vouched } from './identity.ts';
import { representedBy } from './representative.ts';

/** The enterprise's account: user names of enterprises are their tax codes. */
async function accountOf(x: Exchange, { taxCode }: Organisation): Promise<Held | undefined> {
  const named = await accountsBy(x, 'username', taxCode);
  return named.find(({ account }) => account.kind === 'enterprise');
}

/** An enterprise that comes by its own electronic identity and had no account before. */
function newAccount(x: Exchange, organisation: Organisation, { identity }: Vouched, person: string | null) {
  const { name, birth, phone, email } = identity;
  return registered(
    {
      techId: newTechId(x.deps.random),
      kind: 'enterprise',
      username: organisation.taxCode,
      passwordHash: null,
      method: 'vneid',
      status: 'active',
      person,
      name,
      birth,
      ...(phone !== undefined && { phone }),
      ...(email !== undefined && { email }),
      organisation,
      confirmed: [],
      state: { at: 'organisation', ended: false },
    },
    x.clock,
    { by: 'vneid' },
  );
}

/** Somebody came for an organisation. @throws Fault no_organisation, account_locked, person_deceased, level_too_low */
export async function signInOrganisation(
  x: Exchange,
  vouched: Vouched,
): Promise<Pick<Linked, 'account' | 'changes'>> {
  const { identity, organisation } = vouched;
  const person = await personByNumber(x, identity.number);
  x.remarks.person = person?.slug;
  if (person?.deceasedOn !== undefined)
    throw new Fault('person_deceased', `the holder died on ${person.deceasedOn}`);
  if (identity.level < 2)
    throw new Fault('level_too_low', 'VNeID level 2 is needed, the account has level 1');
  if (!organisation) throw new Fault('no_organisation', 'VNeID names no organisation for this person');
  const held = await accountOf(x, organisation);
  if (held?.account.status === 'locked') throw new Fault('account_locked', 'the account is locked');
  if (held) return { account: await representedBy(x, held.account, person?.slug), changes: [] };
  const account: Account = newAccount(x, organisation, vouched, person?.slug ?? null);
  return { account, changes: await saveAccount(x, undefined, account) };
}
