import { digestOf, hashAlgorithm, hashNamed } from './algorithms.ts';
import { type Element, elements, integer, octets, oid, only, partsOf, sequence } from './der.ts';
import type { HashName } from './keys.ts';
import { readCertificate } from './read-certificate.ts';

/** One certificate that is asked about (CertID of RFC 6960). */
export interface CertificateId {
  hash: HashName | undefined;
  issuerName: Uint8Array;
  issuerKey: Uint8Array;
  /** Upper-case hex, no zeros in front. */
  serial: string;
  /** As it was asked, to be quoted in the answer. */
  whole: Uint8Array;
}

export interface StatusRequest {
  ids: readonly CertificateId[];
  /** The extension with the caller's nonce, whole. */
  nonce?: Uint8Array;
}

export const NONCE = oid('1.3.6.1.5.5.7.48.1.2');

const MOST_ASKED = 50;
/** RFC 9654. */
const LONGEST_NONCE = 128;

function idOf({ content }: Element): CertificateId {
  const [id] = partsOf(content, 0x30);
  const [algorithm, name, key, serial] = partsOf(id!.content, 0x30, 0x04, 0x04, 0x02);
  const [hash] = partsOf(algorithm!.content, 0x06);
  const digits = Buffer.from(serial!.content).toString('hex').toUpperCase();
  return {
    hash: hashNamed(hash!.whole),
    issuerName: name!.content,
    issuerKey: key!.content,
    serial: digits.replace(/^(00)+(?=..)/, ''),
    whole: id!.whole,
  };
}

function nonceIn(extensions: Element | undefined): Uint8Array | undefined {
  if (!extensions) return undefined;
  const all = partsOf(only(extensions.content, 0x30).content);
  const found = all.find(({ content }) => Buffer.compare(partsOf(content, 0x06)[0]!.whole, NONCE) === 0);
  if (found && found.content.byteLength > LONGEST_NONCE + 20) throw new RangeError('the nonce is too long');
  return found?.whole;
}

/** @throws RangeError where it is no OCSPRequest */
export function readStatusRequest(der: Uint8Array): StatusRequest {
  const [tbs] = partsOf(only(der, 0x30).content, 0x30);
  const parts = elements(tbs!.content);
  const list = parts.find(({ tag }) => tag === 0x30);
  const ids = elements(list?.content ?? new Uint8Array()).map(idOf);
  if (ids.length === 0 || ids.length > MOST_ASKED) throw new RangeError('asks about none, or too many');
  const nonce = nonceIn(parts.find(({ tag }) => tag === 0xa2));
  return { ids, ...(nonce && { nonce }) };
}

/** CertID of a certificate, DER. `serial`: hex. */
export function certificateId(issuer: Uint8Array, serial: string, hash: HashName = 'sha1'): CertificateId {
  const { subject, keyHash } = readCertificate(issuer);
  const [issuerName, issuerKey] = [digestOf(hash, subject), keyHash(hash)];
  const number = integer(Buffer.from(serial, 'hex'));
  const whole = sequence(hashAlgorithm(hash), octets(issuerName), octets(issuerKey), number);
  return { hash, issuerName, issuerKey, serial, whole };
}

/** The question about one certificate, DER. */
export const statusRequest = (issuer: Uint8Array, serial: string): Uint8Array =>
  sequence(sequence(sequence(sequence(certificateId(issuer, serial).whole))));
