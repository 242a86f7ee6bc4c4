import type { X509Certificate } from 'node:crypto';
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
import type { Holder, SignatureRequest } from './signature.ts';

/** `YYYY-MM-DD` */
const dayOf = (date: string): string => new Date(Date.parse(date) + 7 * 3_600_000).toISOString().slice(0, 10);

/** Who has the number in the certificate, under the name in it. @throws Fault */
async function named(x: Exchange, leaf: X509Certificate, kind: SignatureRequest['kind']): Promise<Person> {
  const [uid, name] = ['UID', 'CN'].map((each) => attribute(leaf.subject, each));
  const [, type, number = ''] = /^(CCCD|MST):([\d-]{9,14})$/.exec(uid ?? '') ?? [];
  if (type !== (kind === 'enterprise' ? 'MST' : 'CCCD'))
    throw new Fault('no_certificate', `the certificate is of another kind: ${type ?? 'no'} number`);
  const found = (await holderOfNumber(x, number))?.person;
  const known = type === 'MST' ? found?.organisation?.name : found?.name.full;
  if (!found || known !== name) throw untrusted('number and name in the certificate belong to nobody');
  x.remarks.person = found.slug;
  return found;
}

/**
 * Who signed: believed only when the signature is of the certificate's key, the certificate stands under the national
 * root, is in time and was not taken back, and its number and name belong together. What it does not say (the birth
 * date, the enterprise's address) comes from the registers.
 * @throws Fault signature_not_trusted, no_certificate, register_unavailable
 */
export async function signerOf(
  x: Exchange,
  signed: Signed,
  { kind, phone }: Pick<SignatureRequest, 'kind' | 'phone'>,
): Promise<Holder> {
  const leaf = readCertificate(signed.certificate);
  refuseForged(leaf, signed);
  await requireTrusted(x, leaf);
  const person = await named(x, leaf, kind);
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
