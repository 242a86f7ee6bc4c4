import { hash } from 'node:crypto';
import type { AccountState } from '../../contracts/_dvcqg/account.ts';
import { usernameOf } from '../../contracts/_person/username.ts';
import type { Person } from '../../contracts/person.ts';
import { digest } from '../_kit/perform.ts';
import type { Account } from './account.ts';
import { foreignIf } from './law.ts';

// The accounts that people have from the start: a pure function of the person, so that none of them costs a row.

type First = NonNullable<Person['portalAccounts']>[number];

/** A GUID that is the same in every workspace. */
function techIdOf(slug: string, at: number): string {
  const hex = hash('sha256', `dvcqg:${slug}:${at}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const hashedPassword = (techId: string, password: string): string => digest(`${techId}:${password}`);

export const birthOf = ({ birth }: Person): string => ('date' in birth ? birth.date : String(birth.year));

function stateOf(person: Person, { kind, number, otherNumber, linkedSub }: First): AccountState {
  if (kind !== 'citizen') return { at: 'organisation', ended: false };
  const known = otherNumber ?? person.personalNumber;
  if (linkedSub !== undefined) return { at: 'linked', number: known, sub: linkedSub };
  return number === 'none' || number === 'cmnd' ? { at: 'no-number' } : { at: number, number: known };
}

export const organisationOf = ({ organisation }: Person): Account['organisation'] =>
  organisation && {
    name: organisation.name,
    taxCode: organisation.taxCode,
    enterpriseCode: organisation.enterpriseCode,
    address: [organisation.address.detail, organisation.address.province?.name].filter(Boolean).join(', '),
  };

function accountOf(person: Person, first: First, at: number): Account {
  const techId = techIdOf(person.slug, at);
  const state = stateOf(person, first);
  const phone = first.phone ?? person.phones[0]?.number;
  const organisation = first.kind === 'enterprise' ? organisationOf(person) : undefined;
  const createdAt = `${first.createdOn}T02:00:00.000Z`;
  return {
    techId,
    kind: first.kind,
    username: usernameOf(person, first),
    passwordHash: hashedPassword(techId, person.vneid.password),
    method: first.method,
    createdAt,
    status: first.status,
    ...(first.kind === 'citizen' && foreignIf(person.nationality)),
    person: person.slug,
    name: first.name ?? person.name.full,
    birth: first.birth ?? birthOf(person),
    ...(first.number === 'cmnd' && person.cmnd !== undefined && { cmnd: person.cmnd }),
    ...(phone !== undefined && { phone }),
    ...(first.email !== undefined && { email: first.email }),
    ...(organisation && { organisation }),
    confirmed: state.at === 'verified' || state.at === 'linked' ? ['number', 'name', 'birth'] : [],
    state,
    history: [
      {
        at: createdAt,
        date: first.createdOn,
        event: 'registered',
        from: null,
        to: state.at,
        by: first.method === 'officer' ? 'officer' : 'person',
        rule: null,
      },
    ],
  };
}

/** The accounts of one person, as every workspace has them at first. */
export const firstAccountsOf = (person: Person): Account[] =>
  (person.portalAccounts ?? []).map((first, at) => accountOf(person, first, at));
