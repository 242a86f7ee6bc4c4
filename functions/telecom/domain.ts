import type { CheckRequest, CheckResult, KycRequest, MatchResult } from '../../contracts/_telecom/data.ts';
import type { Name, Person, Phone } from '../../contracts/person.ts';
import { Fault } from '../_kit/fault.ts';
import { sameName } from './names.ts';

/** What a carrier holds of the one who signed the contract. */
export interface Holder {
  idNumber?: string | undefined;
  idType: 'CCCD12' | 'CMND9' | 'OTHER';
  name: Name;
  birth?: Person['birth'] | undefined;
  gender?: Person['gender'] | undefined;
}

/** A SIM as its carrier's register has it. */
export interface Subscriber {
  sim: Phone;
  /** Who uses it: what the sandbox's phone is named after. */
  person: Person;
  /** Absent: the carrier has nothing that was checked. */
  holder: Holder | undefined;
}

const yes = (is: boolean): MatchResult => (is ? 'true' : 'false');

const idTypeOf = (number: string | undefined): Holder['idType'] =>
  number === undefined ? 'OTHER' : number.length === 9 ? 'CMND9' : 'CCCD12';

/** In whose name, and under which paper, a SIM stands. `owner`: the person whom `sim.owner` names, where known. */
export function holderOf(sim: Phone, person: Person, owner: Person | undefined): Holder | undefined {
  if (sim.registeredUnder === 'other') {
    if (!sim.owner) return undefined;
    const { name, personalNumber, cmnd } = sim.owner;
    const idNumber = personalNumber ?? cmnd;
    return { idNumber, idType: idTypeOf(idNumber), name, birth: owner?.birth, gender: owner?.gender };
  }
  const idNumber = sim.registeredUnder === 'cmnd' ? person.cmnd : person.personalNumber;
  const { name, birth, gender } = person;
  return { idNumber, idType: idTypeOf(idNumber), name, birth, gender };
}

/** The same SIM before its owner brought the new card to the carrier. Who never had an old card has brought none. */
export function underOldCard(subscriber: Subscriber): Subscriber {
  const { sim, person, holder } = subscriber;
  const { cmnd } = sim.owner ?? person;
  if (!holder || cmnd === undefined) return subscriber;
  return { ...subscriber, holder: { ...holder, idNumber: cmnd, idType: 'CMND9' } };
}

/** Papers that show no more than a year are compared by the year. */
function sameBirth(birth: Person['birth'] | undefined, said: string): MatchResult {
  if (!birth) return 'not_available';
  return yes('year' in birth ? said.slice(0, 4) === String(birth.year) : said === birth.date);
}

/** Prepaid SIMs that were never normalised have no data that anybody checked. */
const verifiedHolder = ({ sim, holder }: Subscriber): Holder | undefined =>
  sim.status === 'not-normalised' ? undefined : holder;

const GENDERS = { male: 'MALE', female: 'FEMALE' } as const;

type Compare = (holder: Holder, said: string, diacriticsCount: boolean) => MatchResult;

const nameBy =
  (part: keyof Name): Compare =>
  (holder, said, diacriticsCount) =>
    yes(sameName(holder.name[part], said, diacriticsCount));

const comparisons: Readonly<Record<string, Compare>> = {
  idDocument: ({ idNumber }, said) => yes(idNumber === said.replace(/\s/g, '')),
  name: nameBy('full'),
  givenName: nameBy('given'),
  familyName: nameBy('family'),
  middleNames: nameBy('middle'),
  birthdate: ({ birth }, said) => sameBirth(birth, said),
  gender: ({ gender }, said) => (gender ? yes(GENDERS[gender] === said) : 'not_available'),
};

/** KYC Match: one result for each field that was asked, and for no other. */
export function kycMatch(subscriber: Subscriber, asked: KycRequest, diacriticsCount: boolean) {
  const holder = verifiedHolder(subscriber);
  const { phoneNumber, msisdn, ...fields } = asked;
  return Object.fromEntries(
    Object.entries(fields).map(([field, said]) => {
      const compare = comparisons[field];
      const result = holder && compare ? compare(holder, said, diacriticsCount) : 'not_available';
      return [`${field}Match`, result];
    }),
  ) as Record<string, MatchResult>;
}

/** @throws Fault id_document_required, id_document_mismatch */
export function requireIdDocument(subscriber: Subscriber, { idDocument }: KycRequest): void {
  if (idDocument === undefined)
    throw new Fault('id_document_required', 'this carrier compares nothing without idDocument');
  if (verifiedHolder(subscriber)?.idNumber !== idDocument)
    throw new Fault('id_document_mismatch', 'idDocument is not the number of the paper on file');
}

interface Compared {
  idNumberMatch: MatchResult;
  fullNameMatch: MatchResult;
  dobMatch: MatchResult;
}

const nothingKnown: Compared = {
  idNumberMatch: 'not_available',
  fullNameMatch: 'not_available',
  dobMatch: 'not_available',
};

function compared(holder: Holder, said: CheckRequest, diacriticsCount: boolean): Compared {
  return {
    idNumberMatch: yes(holder.idNumber === said.idNumber),
    fullNameMatch: yes(sameName(holder.name.full, said.fullName, diacriticsCount)),
    dobMatch: sameBirth(holder.birth, said.dob),
  };
}

function resultOf({ sim }: Subscriber, holder: Holder, found: Compared): CheckResult {
  const [id, name, birth] = [found.idNumberMatch, found.fullNameMatch, found.dobMatch];
  const sameOwner = name === 'true' && birth === 'true';
  if (holder.idType === 'CMND9' && sameOwner) return 'registered_under_cmnd';
  if (id !== 'true') return 'other_owner';
  if (!sameOwner) return 'mismatch';
  return sim.status === 'suspended' ? 'suspended' : 'match';
}

const STATUSES = {
  active: 'ACTIVE',
  suspended: 'SUSPENDED',
  'not-normalised': 'NOT_NORMALISED',
  cancelled: 'CANCELLED',
} as const;

/** Whether the number is this person's, as a portal asks before it opens an account. */
export function check(subscriber: Subscriber | undefined, said: CheckRequest, diacriticsCount: boolean) {
  const unknown = { ...nothingKnown, idType: null, carrier: null, subscription: null };
  if (!subscriber)
    return { result: 'not_registered' as const, status: 'NOT_REGISTERED' as const, ...unknown };
  const { sim, holder } = subscriber;
  const status = STATUSES[sim.status];
  const known = { status, carrier: sim.carrier, subscription: sim.subscription };
  if (sim.status === 'cancelled') return { ...unknown, ...known, result: 'cancelled' as const };
  if (sim.status === 'not-normalised' || !holder)
    return { ...unknown, ...known, result: 'not_normalised' as const };
  const found = compared(holder, said, diacriticsCount);
  return { ...known, ...found, idType: holder.idType, result: resultOf(subscriber, holder, found) };
}

/** Why a message cannot reach a SIM; undefined: it can. Only what is locked both ways is unreachable. */
export function undeliverable(sim: Phone | undefined) {
  if (!sim) return 'UNKNOWN_SUBSCRIBER';
  if (sim.status === 'suspended') return 'SUSPENDED';
  return sim.status === 'cancelled' ? 'CANCELLED' : undefined;
}
