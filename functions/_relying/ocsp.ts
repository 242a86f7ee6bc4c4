import { createHash, verify, type X509Certificate } from 'node:crypto';
import {
  BasicOCSPResponse,
  CertID,
  id_pkix_ocsp_nonce,
  OCSPRequest,
  OCSPResponse,
  OCSPResponseStatus,
  Request,
  type SingleResponse,
  TBSRequest,
} from '@peculiar/asn1-ocsp';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate, Extension, Extensions } from '@peculiar/asn1-x509';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { PATIENCE_WITH_KEYS_MS, unavailable } from './call.ts';
import { untrusted } from './certificate.ts';
import { bytesAt, issuerName, publishedAt } from './pki.ts';
import { takenBack, UNKNOWN_TO_ISSUER } from './reasons.ts';

// The status of a certificate, asked of its issuer while somebody signs (RFC 6960). Loaded only then: the readers of
// ASN.1 are heavy.

const SHA1 = '1.3.14.3.2.26';

const sha1 = (bytes: ArrayBuffer): Buffer => createHash('sha1').update(new Uint8Array(bytes)).digest();

const tbsOf = ({ raw }: X509Certificate) => AsnConvert.parse(new Uint8Array(raw), Certificate).tbsCertificate;

const written = (nonce: Uint8Array): ArrayBuffer => AsnConvert.serialize(new OctetString(nonce));

/** Which certificate is meant: by its issuer and its serial number. */
function idOf(leaf: X509Certificate, issuer: X509Certificate): CertID {
  const above = tbsOf(issuer);
  return new CertID({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA1, parameters: null }),
    issuerNameHash: new OctetString(sha1(AsnConvert.serialize(above.subject))),
    issuerKeyHash: new OctetString(sha1(above.subjectPublicKeyInfo.subjectPublicKey)),
    serialNumber: tbsOf(leaf).serialNumber,
  });
}

/** The question about one certificate, DER. */
function questionOf(reqCert: CertID, nonce: Uint8Array): Uint8Array {
  const extension = new Extension({ extnID: id_pkix_ocsp_nonce, extnValue: new OctetString(written(nonce)) });
  const tbsRequest = new TBSRequest({
    requestList: [new Request({ reqCert })],
    requestExtensions: new Extensions([extension]),
  });
  return new Uint8Array(AsnConvert.serialize(new OCSPRequest({ tbsRequest })));
}

const bad = (why: string): Fault => unavailable('pki', `the answer about the status ${why}`);

/** @throws Fault register_unavailable: it told no status */
function basicIn(der: Uint8Array): BasicOCSPResponse {
  const { responseStatus, responseBytes } = AsnConvert.parse(der, OCSPResponse);
  if (responseStatus !== OCSPResponseStatus.successful || !responseBytes)
    throw bad(`tells none: ${OCSPResponseStatus[responseStatus]}`);
  return AsnConvert.parse(responseBytes.response.buffer, BasicOCSPResponse);
}

const bytesOf = (buffer: ArrayBuffer | undefined): Buffer => Buffer.from(buffer ?? new ArrayBuffer(0));

/** @throws Fault register_unavailable */
function refuseForeign(basic: BasicOCSPResponse, issuer: X509Certificate, nonce: Uint8Array): void {
  const { tbsResponseDataRaw, signature, tbsResponseData } = basic;
  if (!verify('sha256', bytesOf(tbsResponseDataRaw), issuer.publicKey, bytesOf(signature)))
    throw bad('is not signed by the issuer');
  const said = tbsResponseData.responseExtensions?.find(({ extnID }) => extnID === id_pkix_ocsp_nonce);
  if (!said || !bytesOf(said.extnValue.buffer).equals(bytesOf(written(nonce))))
    throw bad('is one to another question');
}

const isSame = (a: CertID, b: CertID): boolean =>
  a.hashAlgorithm.algorithm === b.hashAlgorithm.algorithm &&
  bytesOf(a.issuerNameHash.buffer).equals(bytesOf(b.issuerNameHash.buffer)) &&
  bytesOf(a.issuerKeyHash.buffer).equals(bytesOf(b.issuerKeyHash.buffer)) &&
  bytesOf(a.serialNumber).equals(bytesOf(b.serialNumber));

/** An answer that was made while the portal waited for it is not of the future. @throws Fault register_unavailable */
function refuseOtherTimes({ clock: { now } }: Exchange, { thisUpdate, nextUpdate }: SingleResponse): void {
  if (thisUpdate.getTime() > now + PATIENCE_WITH_KEYS_MS) throw bad('is of the future');
  if (nextUpdate === undefined || nextUpdate.getTime() <= now) throw bad('is not the newest');
}

/** @throws Fault signature_not_trusted, register_unavailable */
function refuseNotGood(x: Exchange, { tbsResponseData }: BasicOCSPResponse, asked: CertID): void {
  const single = tbsResponseData.responses.find(({ certID }) => isSame(certID, asked));
  if (!single) throw bad('is about another certificate');
  refuseOtherTimes(x, single);
  const { good, revoked } = single.certStatus;
  if (good !== undefined) return;
  const said = revoked && {
    reason: revoked.revocationReason?.reason,
    revocationDate: revoked.revocationTime,
  };
  throw untrusted(
    'the issuer says that the certificate is not good',
    said ? takenBack(said) : UNKNOWN_TO_ISSUER,
  );
}

/**
 * What the issuer says of a certificate now, checked: an OCSPResponse, DER, to be kept as the proof of its status.
 * @throws Fault signature_not_trusted: revoked, suspended or unknown; register_unavailable: no usable answer
 */
export async function statusProof(
  x: Exchange,
  leaf: X509Certificate,
  issuer: X509Certificate,
): Promise<Uint8Array> {
  const nonce = x.deps.random(16);
  const asked = idOf(leaf, issuer);
  const answer = await bytesAt(x, `${publishedAt(x)}/ocsp/${issuerName(x, leaf)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
    body: Buffer.from(questionOf(asked, nonce)),
  });
  try {
    const basic = basicIn(answer);
    refuseForeign(basic, issuer, nonce);
    refuseNotGood(x, basic, asked);
    return answer;
  } catch (error) {
    throw error instanceof Fault ? error : bad('cannot be read');
  }
}
