import {
  BasicOCSPResponse,
  type CertID,
  CertStatus,
  id_pkix_ocsp_basic,
  id_pkix_ocsp_nonce,
  KeyHash,
  OCSPResponse,
  ResponderID,
  ResponseBytes,
  ResponseData,
  RevokedInfo,
  SingleResponse,
} from '@peculiar/asn1-ocsp';
import { Certificate as CertificateStructure, CRLReason, Extension } from '@peculiar/asn1-x509';
import { type Authority, type AuthorityName, authorities } from '../../contracts/_sign/authorities.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { hashByOid, keyTypeOf, signed } from './algorithms.ts';
import { asItIs, bufferOf, octets, secondOf, signatureIdentifier, written } from './asn1.ts';
import { authorityOf, type ReadyAuthority } from './authority.ts';
import { type Certificate, certificateBySerial, type Status, statuses } from './certificate.ts';
import { certificateId, readStatusRequest, type StatusRequest } from './ocsp-request.ts';
import { keyHash, tbsOf } from './read-certificate.ts';

/** RFC 6960, 4.2.1. */
const errors = { malformedRequest: 1, internalError: 2, tryLater: 3, unauthorized: 6 } as const;

export type OcspError = keyof typeof errors;

/** How an answer can be wrong; an error in place of an answer is one way too. */
export type OcspFlaw = 'stale' | 'wrong-nonce' | 'stranger' | 'unknown' | OcspError;

/** An answer that tells no status. */
const ocspError = (error: OcspError): Uint8Array =>
  written(new OCSPResponse({ responseStatus: errors[error] }));

const isError = (flaw: string | undefined): flaw is OcspError =>
  flaw !== undefined && Object.hasOwn(errors, flaw);

const HOUR = 3_600_000;

const same = (a: CertID, b: CertID): boolean =>
  Buffer.compare(new Uint8Array(a.issuerNameHash.buffer), new Uint8Array(b.issuerNameHash.buffer)) === 0 &&
  Buffer.compare(new Uint8Array(a.issuerKeyHash.buffer), new Uint8Array(b.issuerKeyHash.buffer)) === 0;

/** Upper-case hex, no zeros in front. */
const hexOf = (serial: ArrayBuffer): string =>
  Buffer.from(serial)
    .toString('hex')
    .toUpperCase()
    .replace(/^(00)+(?=..)/, '');

function isAbout({ certificate }: ReadyAuthority, id: CertID): boolean {
  const hash = hashByOid(id.hashAlgorithm.algorithm);
  return hash !== undefined && same(certificateId(certificate, hexOf(id.serialNumber), hash), id);
}

/** Whether the authority has issued it: to a holder, or to an authority below. */
async function hasIssued(x: Exchange, name: AuthorityName, serial: string): Promise<boolean> {
  if ((await certificateBySerial(x, serial))?.authority === name) return true;
  const below = (Object.keys(authorities) as AuthorityName[]).filter(
    (each) => (authorities[each] as Authority).parent === name || each === name,
  );
  const known = await Promise.all(below.map((each) => authorityOf(x, each)));
  return known.some(({ certificate }) => hexOf(tbsOf(certificate).serialNumber) === serial);
}

const unknown = (): CertStatus => new CertStatus({ unknown: null });

/** Suspended is revoked with the reason certificateHold. */
async function statusOf(x: Exchange, name: AuthorityName, serial: string): Promise<CertStatus> {
  if (!(await hasIssued(x, name, serial))) return unknown();
  const status: Status | undefined = (await x.read(statuses, `${name},${serial}`))?.value;
  if (!status || status.at === 'released' || status.since > x.clock.now)
    return new CertStatus({ good: null });
  const { since, reason } = status;
  const why = reason && { revocationReason: new CRLReason(reason) };
  return new CertStatus({ revoked: new RevokedInfo({ revocationTime: secondOf(since), ...why }) });
}

async function single(x: Exchange, name: AuthorityName, certID: CertID, flaw?: OcspFlaw) {
  const at = flaw === 'stale' ? x.clock.now - 48 * HOUR : x.clock.now;
  return new SingleResponse({
    certID,
    certStatus: flaw === 'unknown' ? unknown() : await statusOf(x, name, hexOf(certID.serialNumber)),
    thisUpdate: secondOf(at),
    nextUpdate: secondOf(at + 24 * HOUR),
  });
}

function nonceFor(x: Exchange, { nonce }: StatusRequest, flaw?: OcspFlaw): Extension[] {
  if (flaw !== 'wrong-nonce') return nonce ? [nonce] : [];
  const another = octets(written(octets(x.deps.random(16))));
  return [new Extension({ extnID: id_pkix_ocsp_nonce, extnValue: another })];
}

async function answer(x: Exchange, issuer: ReadyAuthority, asked: StatusRequest, flaw?: OcspFlaw) {
  const { certificate, privateKey } = flaw === 'stranger' ? await authorityOf(x, 'stranger') : issuer;
  const nonce = nonceFor(x, asked, flaw);
  const data = written(
    new ResponseData({
      responderID: new ResponderID({ byKey: new KeyHash(bufferOf(keyHash('sha1', certificate))) }),
      producedAt: secondOf(flaw === 'stale' ? x.clock.now - 48 * HOUR : x.clock.now),
      responses: await Promise.all(asked.ids.map((id) => single(x, issuer.name, id, flaw))),
      ...(nonce.length > 0 && { responseExtensions: nonce }),
    }),
  );
  const basic = new BasicOCSPResponse({
    tbsResponseData: asItIs(ResponseData, data),
    signatureAlgorithm: signatureIdentifier(keyTypeOf(privateKey), 'sha256'),
    signature: bufferOf(signed(privateKey, 'sha256', data)),
    certs: [asItIs(CertificateStructure, certificate)],
  });
  const responseBytes = new ResponseBytes({
    responseType: id_pkix_ocsp_basic,
    response: octets(written(basic)),
  });
  return written(new OCSPResponse({ responseBytes }));
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
  return answer(x, issuer, asked, flaw);
}

/** What its authority says of a certificate now: for signatures that carry the proof with them. DER, an OCSPResponse. */
export async function ocspOf(x: Exchange, { authority, serial }: Certificate): Promise<Uint8Array> {
  const issuer = await authorityOf(x, authority);
  const asked = { ids: [certificateId(issuer.certificate, serial)] };
  return answer(x, issuer, asked);
}
