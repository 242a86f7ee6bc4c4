import type { AccountState } from '../../../contracts/_dvcqg/account.ts';
import type { Way } from '../../../contracts/_dvcqg/registration-ways.ts';
import { fold } from '../../../people/fold.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { guid } from '../../_oidc/secret.ts';
import type { Account } from '../account.ts';
import { hashedPassword } from '../first-accounts.ts';
import type { Applicant } from './registration.ts';
import type { Holder } from './signature.ts';

type Data = Pick<Account, 'kind' | 'username' | 'method' | 'name' | 'birth' | 'person' | 'state'> &
  Partial<Account>;

function registered(x: Exchange, data: Data): Account {
  const createdAt = new Date(x.clock.now).toISOString();
  const to = data.state.at;
  return {
    techId: guid(x.deps.random),
    passwordHash: null,
    createdAt,
    status: 'active',
    confirmed: [],
    history: [
      { at: createdAt, date: x.clock.today, event: 'registered', from: null, to, by: 'person', rule: null },
    ],
    ...data,
  };
}

/** Nobody has asked the population register to confirm anything yet. */
const citizenState = (number: string | undefined): AccountState =>
  number === undefined ? { at: 'no-number' } : { at: 'unverified', number };

export const usernameOfApplicant = ({ number, cmnd }: Applicant): string => number ?? cmnd ?? '';

/** An account with a password. `person`: slug. */
export function accountOfApplicant(
  x: Exchange,
  method: Way,
  applicant: Applicant,
  { password, person }: { password: string; person: string | null },
): Account {
  const { number, cmnd, name, birth, phone, foreign } = applicant;
  const account = registered(x, {
    kind: 'citizen',
    username: usernameOfApplicant(applicant),
    method,
    name,
    birth,
    phone,
    person,
    ...(cmnd !== undefined && { cmnd }),
    ...(foreign && { foreign }),
    state: citizenState(number),
  });
  return { ...account, passwordHash: hashedPassword(account.techId, password) };
}

/** `ngoc.h99.01`: the given name and the agency's code. The real form is not known. */
export const officialName = (name: string, code: string): string =>
  `${fold(name).split(' ').at(-1)}.${code}`.toLowerCase();

export const usernameOfHolder = ({ organisation, agency, number, name }: Holder): string =>
  organisation?.taxCode ?? (agency ? officialName(name, agency.code) : number);

/** An account without a password: it signs in as it was registered. */
export function accountOfHolder(
  x: Exchange,
  { way, kind }: { way: Way; kind: Account['kind'] },
  holder: Holder,
  email: string | undefined,
): Account {
  const { name, number, birth, phone, person, organisation, serial, issuer } = holder;
  return registered(x, {
    kind,
    username: usernameOfHolder(holder),
    method: way,
    name,
    birth,
    person,
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(organisation && { organisation }),
    certificate: { serial, issuer },
    state: kind === 'citizen' ? citizenState(number) : { at: 'organisation', ended: false },
  });
}
