import { authorityFor, type ProviderName } from '../../contracts/_pki/providers.ts';
import { type AuthorityName, isAuthority } from '../../contracts/_sign/authorities.ts';
import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';
import type { Change } from '../_kit/store.ts';
import {
  type Certificate,
  certificateBySerial,
  certificateOf,
  type HolderKind,
  hasCertificate,
} from '../_sign/certificate.ts';

/** The authority that the path names, `vnpt-ca` or `vnpt-ca.cer`. @throws Fault unknown_authority */
export function authorityInPath(x: Exchange): AuthorityName {
  const name = (x.params.authority ?? '').replace(/\.\w+$/, '');
  if (isAuthority(name)) return name;
  throw new Fault('unknown_authority', `there is no authority '${name.slice(0, 40)}'`);
}

/** @throws Fault unknown_person */
export async function personInPath(x: Exchange): Promise<Person> {
  const slug = x.params.slug ?? '';
  const person = await personBySlug(x, slug);
  if (!person) throw new Fault('unknown_person', `there is no '${slug.slice(0, 40)}'`);
  x.remarks.person = person.slug;
  return person;
}

/** @throws Fault unknown_certificate */
export async function certificateInPath(x: Exchange): Promise<Certificate> {
  const found = await certificateBySerial(x, x.params.serial ?? '');
  if (!found)
    throw new Fault('unknown_certificate', 'no certificate of this workspace has this serial number');
  x.remarks.person = found.person;
  return found;
}

interface Asked {
  provider: ProviderName;
  kind: HolderKind;
  authority?: AuthorityName | undefined;
}

const isSuch = ({ organisation, civilServant }: Person, kind: HolderKind): boolean =>
  kind === 'citizen' || (kind === 'enterprise' ? organisation : civilServant) !== undefined;

/** The certificate that a person has there, made where there is none. @throws Fault no_certificate, not_such_a_holder */
export async function certificateThere(
  x: Exchange,
  person: Person,
  { provider, kind, authority = authorityFor(provider, kind) }: Asked,
): Promise<{ certificate: Certificate; changes: Change[] }> {
  if (!hasCertificate(person)) throw new Fault('no_certificate', `${person.slug} has no certificate`);
  if (!isSuch(person, kind)) throw new Fault('not_such_a_holder', `${person.slug} is no holder of this kind`);
  return certificateOf(x, { provider, authority, person, kind });
}
