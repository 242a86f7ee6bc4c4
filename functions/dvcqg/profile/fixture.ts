import type * as z from 'zod';
import type { AccountState } from '../../../contracts/_dvcqg/account.ts';
import type { fixture } from '../../../contracts/_dvcqg/profile-data.ts';
import type { Person } from '../../../contracts/person.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { invalidInput } from '../../_kit/issues.ts';
import { personBySlug } from '../../_kit/people.ts';
import { type Account, happened, registered } from '../account.ts';
import { accountByUsername } from '../accounts.ts';
import { birthOf, hashedPassword, organisationOf } from '../first-accounts.ts';
import { foreignIf } from '../law.ts';
import { newTechId } from '../tech-id.ts';
import { refuseForeign } from './steps.ts';

type Fixture = z.output<typeof fixture>;
type Wanted = NonNullable<Fixture['state']>;

const wrong = (path: string, message: string): Fault => invalidInput([{ path, message }]);

function stateOf({ kind, state }: Fixture): Wanted {
  const wanted = state ?? (kind === 'citizen' ? 'unverified' : 'organisation');
  if ((kind === 'citizen') === (wanted === 'organisation'))
    throw wrong(
      'state',
      'organisation đi với doanh nghiệp, cơ quan / organisation goes with those that are one',
    );
  return wanted;
}

/** From where the steps to the wanted state begin. */
function firstState(wanted: Wanted, number: string): AccountState {
  if (wanted === 'organisation') return { at: 'organisation', ended: false };
  if (wanted === 'no-number') return { at: 'no-number' };
  return wanted === 'unverified' ? { at: 'unverified', number } : { at: 'verified', number };
}

/** The number, the tax code or the old card; a suffix where somebody has that. */
async function freeUsername(x: Exchange, input: Fixture, base: string): Promise<string> {
  const taken = async (name: string) => (await accountByUsername(x, name)) !== undefined;
  if (input.username !== undefined) {
    if (await taken(input.username)) throw new Fault('username_taken', 'another account has this user name');
    return input.username;
  }
  let name = base;
  for (let more = 2; await taken(name); more++) name = `${base}.${more}`;
  return name;
}

function baseName(person: Person, { kind, cmnd }: Fixture, wanted: Wanted, number: string): string {
  if (kind === 'enterprise' && person.organisation) return person.organisation.taxCode;
  return wanted === 'no-number' ? (cmnd ?? person.cmnd ?? number) : number;
}

/** The account that a test wants, having gone there step by step. @throws Fault invalid_input, foreign_number, username_taken */
export async function madeAccount(x: Exchange, input: Fixture): Promise<Account> {
  const person = await personBySlug(x, input.person);
  if (!person)
    throw wrong('person', `Không có ai tên '${input.person}' / Nobody is called '${input.person}'`);
  x.remarks.person = person.slug;
  refuseForeign(x, 'number', input.number);
  const wanted = stateOf(input);
  const number = input.number ?? person.personalNumber;
  const techId = newTechId(x.deps.random);
  const born = registered(
    {
      techId,
      username: await freeUsername(x, input, baseName(person, input, wanted, number)),
      passwordHash: input.method === 'vneid' ? null : hashedPassword(techId, input.password),
      state: firstState(wanted, number),
      confirmed: ['no-number', 'unverified', 'organisation'].includes(wanted)
        ? []
        : ['number', 'name', 'birth'],
      ...detailsOf(person, input, wanted),
    },
    x.clock,
    { by: 'sandbox' },
  );
  return walked(x, born, wanted, { number, sub: input.sub ?? `sandbox-${techId}` });
}

function detailsOf(person: Person, input: Fixture, wanted: Wanted) {
  const { kind, method, status, email } = input;
  const organisation = kind === 'enterprise' ? organisationOf(person) : undefined;
  if (kind === 'enterprise' && !organisation)
    throw wrong('person', 'Người này không đại diện doanh nghiệp nào / This person represents no enterprise');
  const cmnd = input.cmnd ?? (wanted === 'no-number' ? person.cmnd : undefined);
  const phone = input.phone ?? person.phones[0]?.number;
  return {
    ...{ kind, method, status, person: person.slug },
    name: input.name ?? person.name.full,
    birth: input.birth ?? birthOf(person),
    ...(cmnd !== undefined && { cmnd }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(kind === 'citizen' && foreignIf(person.nationality)),
    ...(organisation && { organisation }),
  };
}

function walked(x: Exchange, born: Account, wanted: Wanted, who: { number: string; sub: string }): Account {
  const by = { by: 'sandbox' } as const;
  if (wanted === 'prompted') return happened(born, { type: 'prompted' }, x.clock, by);
  if (wanted !== 'linked' && wanted !== 'unlinked') return born;
  const linked = happened(born, { type: 'linked', ...who }, x.clock, by);
  return wanted === 'linked' ? linked : happened(linked, { type: 'unlinked' }, x.clock, by);
}
