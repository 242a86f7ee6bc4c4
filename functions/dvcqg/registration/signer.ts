import type { X509Certificate } from 'node:crypto';
import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import { authorities } from '../../../contracts/_sign/authorities.ts';
import type { Person } from '../../../contracts/person.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import {
  attribute,
  readCertificate,
  refuseForged,
  type Signed,
  untrusted,
} from '../../_relying/certificate.ts';
import { requireTrusted } from '../../_relying/pki.ts';
import { holderOfNumber } from '../../_sign/holder.ts';
import { agencyOf, birthOf, organisationOf } from './holder.ts';
import type { Holder } from './signature.ts';

/** `YYYY-MM-DD` */
const dayOf = (date: string): string => new Date(Date.parse(date) + 7 * 3_600_000).toISOString().slice(0, 10);

/**
 * The certificate of a signature that is of its key: it stands under the national root, is in time and was not taken
 * back. @throws Fault signature_not_trusted, register_unavailable
 */
export async function trustedLeaf(x: Exchange, signed: Signed): Promise<X509Certificate> {
  const leaf = readCertificate(signed.certificate);
  refuseForged(leaf, signed);
  await requireTrusted(x, leaf);
  return leaf;
}

/** `CN=Government CA (HopCat sandbox), O=…`, as Node writes a name: a line each, the other way round. */
const ofGovernment = ({ issuer }: X509Certificate): boolean =>
  `CN=${attribute(issuer, 'CN')}` === authorities['government-ca'].subject.split(',')[0];

/** Whom a certificate names: a tax code, or a personal number, which at an agency stands beside its name. */
function subjectOf(leaf: X509Certificate): { kind: AccountKind; number: string; name: string | undefined } {
  const [, type, number = ''] = /^(CCCD|MST):([\d-]{9,14})$/.exec(attribute(leaf.subject, 'UID') ?? '') ?? [];
  if (type === undefined)
    throw new Fault('no_certificate', 'the certificate has no number of a person or enterprise');
  const name = attribute(leaf.subject, 'CN');
  if (type === 'MST') return { kind: 'enterprise', number, name };
  return { kind: attribute(leaf.subject, 'O') === undefined ? 'citizen' : 'agency', number, name };
}

/** Who has the number in the certificate, under the name in it. */
async function named(
  x: Exchange,
  { kind, number, name }: ReturnType<typeof subjectOf>,
): Promise<Person | undefined> {
  const found = (await holderOfNumber(x, number))?.person;
  const known = kind === 'enterprise' ? found?.organisation?.name : found?.name.full;
  if (!found || known !== name) return undefined;
  x.remarks.person = found.slug;
  return found;
}

/** A certificate that is believed, and as what it names somebody. */
export interface NamedLeaf {
  kind: AccountKind;
  /** Undefined: nobody whom the registers know has this number under this name. */
  person: Person | undefined;
  leaf: X509Certificate;
}

/** @throws Fault no_certificate */
export async function namedBy(x: Exchange, leaf: X509Certificate): Promise<NamedLeaf> {
  const subject = subjectOf(leaf);
  if (subject.kind === 'agency' && !ofGovernment(leaf))
    throw new Fault('no_certificate', "an officer's certificate is of the government's authority");
  return { kind: subject.kind, person: await named(x, subject), leaf };
}

/** What a certificate says, and what it does not (the birth date, the enterprise's address), from the registers. */
export function holderFrom({ kind, leaf }: NamedLeaf, person: Person, phone?: string): Holder {
  const [organisation, agency] = [organisationOf(person), agencyOf(person)];
  return {
    name: person.name.full,
    number: person.personalNumber,
    birth: birthOf(person),
    person: person.slug,
    ...(phone !== undefined && { phone }),
    ...(kind === 'enterprise' && organisation && { organisation }),
    ...(kind === 'agency' && agency && { agency }),
    serial: leaf.serialNumber,
    issuer: attribute(leaf.issuer, 'CN') ?? leaf.issuer,
    validFrom: dayOf(leaf.validFrom),
    validTo: dayOf(leaf.validTo),
  };
}

/**
 * Who signed, for an account of one kind: believed only when the signature is of the certificate's key, the certificate
 * is trusted, and its number and name belong together.
 * @throws Fault signature_not_trusted, no_certificate, register_unavailable
 */
export async function signerOf(
  x: Exchange,
  signed: Signed,
  { kind, phone }: { kind: AccountKind; phone?: string | undefined },
): Promise<Holder> {
  const found = await namedBy(x, await trustedLeaf(x, signed));
  if (found.kind !== kind)
    throw new Fault('no_certificate', `the certificate is of another kind: ${found.kind}`);
  if (!found.person) throw untrusted('number and name in the certificate belong to nobody');
  return holderFrom(found, found.person, phone);
}
