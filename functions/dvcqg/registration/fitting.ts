import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { Way } from '../../../contracts/_dvcqg/registration-ways.ts';
import type { Person } from '../../../contracts/person.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Account } from '../account.ts';
import { oldEnough } from './law.ts';

// What will come of it when somebody of the sandbox fills in a form with what is true of them. The panel says it
// beforehand; the registers decide, and a test holds the two together for the whole cast.

/** User names, numbers and telephones of the accounts that there are. */
export interface Taken {
  usernames: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  phones: ReadonlySet<string>;
}

/** Of accounts of one kind; user names of all. */
export const takenBy = (accounts: readonly Account[], kind: AccountKind): Taken => {
  const same = accounts.filter((account) => account.kind === kind);
  return {
    usernames: new Set(accounts.map(({ username }) => username.toLowerCase())),
    numbers: new Set(same.flatMap(({ state }) => ('number' in state && state.number ? [state.number] : []))),
    phones: new Set(same.flatMap(({ phone }) => phone ?? [])),
  };
};

function simRefusal({ phones: [sim] }: Person): string | undefined {
  if (!sim) return 'sim_not_registered';
  if (sim.status === 'cancelled') return 'sim_cancelled';
  if (sim.status === 'not-normalised') return 'sim_not_normalised';
  if (sim.registeredUnder === 'other') return sim.owner ? 'sim_other_owner' : 'sim_not_normalised';
  if (sim.registeredUnder === 'cmnd') return 'sim_under_cmnd';
  return sim.status === 'suspended' ? 'sim_suspended' : undefined;
}

const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toUpperCase();

/** A year agrees with a day of it; a day does not agree with a year alone. */
function sameBirth({ birth }: Person, insured: Person['birth']): boolean {
  if ('date' in birth) return 'date' in insured && birth.date === insured.date;
  return String(birth.year) === ('date' in insured ? insured.date.slice(0, 4) : String(insured.year));
}

function insuranceRefusal(person: Person): string | undefined {
  const { insurance, name } = person;
  const agrees =
    insurance && plain(insurance.name) === plain(name.full) && sameBirth(person, insurance.birth);
  return agrees ? undefined : 'insurance_does_not_match';
}

function postRefusal({ postAccount }: Person): string | undefined {
  if (!postAccount) return 'post_no_account';
  return postAccount.status === 'locked' ? 'post_locked' : undefined;
}

/** What comes of each state of certificates: who refuses first is the provider, or the token. */
function certificateRefusal({ signer }: Person, way: Way): string | undefined {
  switch (signer?.certificate ?? 'good') {
    case 'good':
    case 'missing-intermediate':
      return undefined;
    case 'revoked':
    case 'suspended':
      return way === 'remote' ? 'no_certificate' : 'signature_not_trusted';
    case 'wrong-key-usage':
      return way === 'sim' ? 'no_certificate' : 'signature_not_trusted';
    case 'unknown-issuer':
    case 'sha1':
      return 'signature_not_trusted';
    default:
      return 'no_certificate';
  }
}

/** A token has one certificate: of an officer's agency, of the enterprise that somebody represents, or their own. */
const onToken = ({ organisation, civilServant }: Person): AccountKind =>
  civilServant ? 'agency' : organisation ? 'enterprise' : 'citizen';

/** A SIM has an officer's certificate of the agency in place of their own, and an enterprise's beside it. */
const onSim = ({ civilServant }: Person, kind: AccountKind): AccountKind =>
  kind !== 'enterprise' && civilServant ? 'agency' : kind;

/** A remote signature is asked for by number: of the kind that is registered. */
function certificateKind(person: Person, way: Way, kind: AccountKind): AccountKind {
  if (way === 'usb') return onToken(person);
  return way === 'sim' ? onSim(person, kind) : kind;
}

function signatureRefusal(person: Person, way: Way, kind: AccountKind): string | undefined {
  const suits =
    way === 'usb' ||
    ((way !== 'sim' || simRefusal(person) === undefined) && (kind !== 'enterprise' || person.organisation));
  const refusal = suits ? certificateRefusal(person, way) : 'no_certificate';
  return refusal ?? (certificateKind(person, way, kind) === kind ? undefined : 'no_certificate');
}

function registerRefusal(person: Person, way: Way, kind: AccountKind): string | undefined {
  if (way === 'mobile') return simRefusal(person);
  if (way === 'insurance') return insuranceRefusal(person);
  return way === 'post' ? postRefusal(person) : signatureRefusal(person, way, kind);
}

function tooYoung({ birth }: Person, today: string): boolean {
  try {
    oldEnough('date' in birth ? birth.date : String(birth.year), { today });
    return false;
  } catch (error) {
    if (error instanceof Fault) return true;
    throw error;
  }
}

/** A SIM that is locked both ways, or cancelled, gets no code. */
const getsSms = ({ phones }: Person, phone: string): boolean =>
  phones.some(
    ({ number, status }) => number === phone && (status === 'active' || status === 'not-normalised'),
  );

/** Where the SMS would go, or the number that the certificate's SIM has. */
export interface Keys {
  username: string;
  number?: string | undefined;
  phone?: string | undefined;
}

/** The fault that will refuse this person; undefined: the account will be made. */
export function expectedRefusal(
  person: Person,
  { way, kind, today }: { way: Way; kind: AccountKind; today: string },
  keys: Keys,
  taken: Taken,
): string | undefined {
  const asks = way === 'sim' || way === 'usb' || way === 'remote';
  const early = asks ? registerRefusal(person, way, kind) : undefined;
  if (early) return early;
  if (tooYoung(person, today)) return 'too_young';
  const refusal = asks ? undefined : registerRefusal(person, way, kind);
  if (refusal) return refusal;
  if (person.deceasedOn !== undefined && person.deceasedOn <= today) return 'applicant_deceased';
  const { username, number = '', phone = '' } = keys;
  if (taken.usernames.has(username.toLowerCase()) || taken.numbers.has(number)) return 'number_taken';
  if (taken.phones.has(phone)) return 'phone_taken';
  return asks || getsSms(person, phone) ? undefined : 'sms_not_sent';
}
