import type { Phone } from '../../contracts/person.ts';
import { Fault } from '../_kit/fault.ts';

/** DER of an object identifier, by the hash that it names. The wire names SHA-256; its two larger sisters are taken. */
const hashes = {
  sha256: { oid: '0609608648016503040201', length: 32 },
  sha384: { oid: '0609608648016503040202', length: 48 },
  sha512: { oid: '0609608648016503040203', length: 64 },
} as const;

export type SimHash = keyof typeof hashes;

/** By which hash a digest was made: each has its own length. */
export const simHash = ({ byteLength }: Uint8Array): SimHash =>
  (Object.keys(hashes) as SimHash[]).find((name) => hashes[name].length === byteLength) ?? 'sha256';

const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/** A DigestInfo (RFC 8017, 9.2) with the hash's own length; NULL parameters may be left out (RFC 5754). */
function asDigestInfo(hex: string, name: SimHash): string | undefined {
  const { oid, length } = hashes[name];
  const octet = (size: number) => size.toString(16).padStart(2, '0');
  for (const parameters of ['0500', '']) {
    const algorithm = `30${octet((oid.length + parameters.length) / 2)}${oid}${parameters}`;
    const digest = `04${octet(length)}`;
    const head = `30${octet((algorithm.length + digest.length) / 2 + length)}${algorithm}${digest}`;
    if (hex.startsWith(head) && hex.length === head.length + 2 * length) return hex.slice(head.length);
  }
  return undefined;
}

/** What `DataToBeSigned` holds. @throws Fault inappropriate_data */
export function digestOf(text: string): { hash: SimHash; digest: Uint8Array } {
  const base64 = text.replace(/\s/g, '');
  if (base64 === '' || !BASE64.test(base64))
    throw new Fault('inappropriate_data', 'DataToBeSigned is not base64');
  const hex = Buffer.from(base64, 'base64').toString('hex');
  for (const name of Object.keys(hashes) as SimHash[]) {
    const digest = asDigestInfo(hex, name);
    if (digest !== undefined) return { hash: name, digest: Buffer.from(digest, 'hex') };
  }
  throw new Fault('inappropriate_data', 'DataToBeSigned is not the DER of a DigestInfo with SHA-256');
}

/** A SIM signs for the one who uses it, where it stands in that person's name under the new card. @throws Fault */
export function refuseUnfit({ status, registeredUnder }: Phone): void {
  if (status === 'cancelled') throw new Fault('unknown_client', 'the subscription was cancelled');
  if (status === 'suspended') throw new Fault('card_blocked', 'the subscription is suspended');
  if (status === 'not-normalised')
    throw new Fault('no_key_found', "the carrier has not checked the subscriber's papers");
  if (registeredUnder === 'cmnd')
    throw new Fault('no_cert_found', 'the SIM still stands under the old 9-digit card');
  if (registeredUnder === 'other') throw new Fault('no_key_found', "the SIM stands in somebody else's name");
}
