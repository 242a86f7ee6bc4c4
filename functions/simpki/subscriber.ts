import type { AuthorityName } from '../../contracts/_sign/authorities.ts';
import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personByPhone } from '../_kit/people.ts';
import type { Change } from '../_kit/store.ts';
import {
  type Certificate,
  certificateOf,
  type HolderKind,
  hasCertificate,
  type Standing,
  standingOf,
} from '../_sign/certificate.ts';
import { ENTERPRISE, PROFILE } from './asked.ts';
import { refuseUnfit } from './domain.ts';
import { national } from './msisdn.ts';

/** A SIM that may sign, with its certificate; save the changes. */
export interface Subscriber {
  person: Person;
  certificate: Certificate;
  standing: Standing;
  changes: Change[];
}

/** Officers sign as their agency, with the government's authority; everybody else as a citizen. */
const kindOf = (
  { civilServant }: Person,
  profile: string,
): { kind: HolderKind; authority: AuthorityName } => {
  if (profile === ENTERPRISE) return { kind: 'enterprise', authority: 'viettel-ca' };
  return civilServant
    ? { kind: 'agency', authority: 'government-ca' }
    : { kind: 'citizen', authority: 'viettel-ca' };
};

/** @throws Fault unknown_client, card_blocked, no_key_found, no_cert_found */
async function personOn(x: Exchange, msisdn: string): Promise<Person> {
  const number = national(msisdn);
  const user = await personByPhone(x, number);
  const sim = user?.phones.find((phone) => phone.number === number);
  if (!user || !sim) throw new Fault('unknown_client', 'nobody has this number');
  x.remarks.person = user.slug;
  refuseUnfit(sim);
  return user;
}

/** Whose signature a number gives. @throws Fault as `personOn`; unsupported_profile */
export async function subscriberOf(x: Exchange, msisdn: string, profile = PROFILE): Promise<Subscriber> {
  const person = await personOn(x, msisdn);
  if (!hasCertificate(person)) throw new Fault('no_cert_found', 'the subscriber has no certificate');
  if (profile === ENTERPRISE && !person.organisation)
    throw new Fault('unsupported_profile', 'the subscriber represents no enterprise');
  const wanted = { provider: 'simpki', person, ...kindOf(person, profile) };
  const { certificate, changes } = await certificateOf(x, wanted);
  return { person, certificate, standing: await standingOf(x, certificate), changes };
}

/** @throws Fault no_cert_found, no_key_found */
export function refuseUnusable({ certificate, standing }: Subscriber): void {
  if (standing === 'expired' || standing === 'not-yet-valid')
    throw new Fault('no_cert_found', `the certificate is ${standing.replaceAll('-', ' ')}`);
  if (certificate.state === 'wrong-key-usage')
    throw new Fault('no_key_found', "the certificate's key is not for signing");
}
