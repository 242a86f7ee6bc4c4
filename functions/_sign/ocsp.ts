import { type Authority, type AuthorityName, authorities } from '../../contracts/_sign/authorities.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digestOf, keyTypeOf, signatureAlgorithm, signed } from './algorithms.ts';
import { authorityOf, type ReadyAuthority } from './authority.ts';
import { type Certificate, certificateBySerial, type Status, statuses } from './certificate.ts';
import { bits, element, enumerated, generalTime, octets, oid, sequence, tag, tagged } from './der.ts';
import {
  type CertificateId,
  certificateId,
  NONCE,
  readStatusRequest,
  type StatusRequest,
} from './ocsp-request.ts';
import { readCertificate } from './read-certificate.ts';

/** RFC 6960, 4.2.1. */
const errors = { malformedRequest: 1, internalError: 2, tryLater: 3, unauthorized: 6 } as const;

export type OcspError = keyof typeof errors;

/** How an answer can be wrong; an error in place of an answer is one way too. */
export type OcspFlaw = 'stale' | 'wrong-nonce' | 'stranger' | 'unknown' | OcspError;

/** An answer that tells no status. */
export const ocspError = (error: OcspError): Uint8Array => sequence(enumerated(errors[error]));

const isError = (flaw: string | undefined): flaw is OcspError =>
  flaw !== undefined && Object.hasOwn(errors, flaw);

const HOUR = 3_600_000;

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

function isAbout({ certificate }: ReadyAuthority, { hash, issuerName, issuerKey }: CertificateId): boolean {
  if (hash === undefined) return false;
  const { subject, keyHash } = readCertificate(certificate);
  return same(digestOf(hash, subject), issuerName) && same(keyHash(hash), issuerKey);
}

const hexOf = (integer: Uint8Array): string =>
  Buffer.from(integer)
    .subarray(2)
    .toString('hex')
    .toUpperCase()
    .replace(/^(00)+(?=..)/, '');

/** Whether the authority has issued it: to a holder, or to an authority below. */
async function hasIssued(x: Exchange, name: AuthorityName, serial: string): Promise<boolean> {
  if ((await certificateBySerial(x, serial))?.authority === name) return true;
  const below = (Object.keys(authorities) as AuthorityName[]).filter(
    (each) => (authorities[each] as Authority).parent === name || each === name,
  );
  const known = await Promise.all(below.map((each) => authorityOf(x, each)));
  return known.some(({ certificate }) => hexOf(readCertificate(certificate).serial) === serial);
}

/** CertStatus: good, revoked (suspended is revoked with the reason certificateHold), unknown. */
async function statusOf(x: Exchange, name: AuthorityName, serial: string): Promise<Uint8Array> {
  if (!(await hasIssued(x, name, serial))) return tag(2, new Uint8Array());
  const status: Status | undefined = (await x.read(statuses, `${name},${serial}`))?.value;
  if (!status || status.at === 'released' || status.since > x.clock.now) return tag(0, new Uint8Array());
  const reason = status.reason ? [tagged(0, enumerated(status.reason))] : [];
  return tagged(1, generalTime(status.since), ...reason);
}

async function single(x: Exchange, name: AuthorityName, { whole, serial }: CertificateId, flaw?: OcspFlaw) {
  const at = flaw === 'stale' ? x.clock.now - 48 * HOUR : x.clock.now;
  const status = flaw === 'unknown' ? tag(2, new Uint8Array()) : await statusOf(x, name, serial);
  return sequence(whole, status, generalTime(at), tagged(0, generalTime(at + 24 * HOUR)));
}

function nonceFor(x: Exchange, { nonce }: StatusRequest, flaw?: OcspFlaw): Uint8Array[] {
  if (flaw !== 'wrong-nonce') return nonce ? [nonce] : [];
  return [sequence(NONCE, octets(octets(x.deps.random(16))))];
}

async function answer(x: Exchange, issuer: ReadyAuthority, asked: StatusRequest, flaw?: OcspFlaw) {
  const signer = flaw === 'stranger' ? await authorityOf(x, 'stranger') : issuer;
  const singles = await Promise.all(asked.ids.map((id) => single(x, issuer.name, id, flaw)));
  const nonce = nonceFor(x, asked, flaw);
  const data = sequence(
    tagged(2, octets(readCertificate(signer.certificate).keyHash('sha1'))),
    generalTime(flaw === 'stale' ? x.clock.now - 48 * HOUR : x.clock.now),
    sequence(...singles),
    ...(nonce.length > 0 ? [tagged(1, sequence(...nonce))] : []),
  );
  const algorithm = signatureAlgorithm(keyTypeOf(signer.privateKey), 'sha256');
  const signature = bits(signed(signer.privateKey, 'sha256', data));
  return sequence(data, algorithm, signature, tagged(0, sequence(signer.certificate)));
}

/**
 * What the authority answers to a question about certificates (RFC 6960), DER, signed by itself, by the token clock.
 * Everything that goes wrong is an answer too.
 */
export async function ocspAnswer(
  x: Exchange,
  name: AuthorityName,
  request: Uint8Array,
  flaw?: OcspFlaw,
): Promise<Uint8Array> {
  if (isError(flaw)) return ocspError(flaw);
  let asked: StatusRequest;
  try {
    asked = readStatusRequest(request);
  } catch {
    return ocspError('malformedRequest');
  }
  const issuer = await authorityOf(x, name);
  if (!asked.ids.every((id) => isAbout(issuer, id))) return ocspError('unauthorized');
  return whole(await answer(x, issuer, asked, flaw));
}

const whole = (basic: Uint8Array): Uint8Array =>
  sequence(element(0x0a, Uint8Array.of(0)), tagged(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic))));

/** What its authority says of a certificate now: for signatures that carry the proof with them. DER, an OCSPResponse. */
export async function ocspOf(x: Exchange, { authority, serial }: Certificate): Promise<Uint8Array> {
  const issuer = await authorityOf(x, authority);
  const asked = { ids: [certificateId(issuer.certificate, serial)] };
  return whole(await answer(x, issuer, asked));
}
