import { createHash, verify, type X509Certificate } from 'node:crypto';
import type { BasicOCSPResponse, OCSPResponse } from '@peculiar/asn1-ocsp';
import type { Exchange } from '../_kit/exchange.ts';
import { unavailable } from './call.ts';
import { untrusted } from './certificate.ts';
import { bytesAt, issuerName, publishedAt } from './pki.ts';

// The status of a certificate, asked of its issuer while somebody signs (RFC 6960).

const SHA1 = '1.3.14.3.2.26';

const sha1 = (bytes: Uint8Array): Buffer => createHash('sha1').update(bytes).digest();

/** Loaded when a status is asked for: most calls of a portal ask for none. */
async function asn1() {
  const [schema, x509, ocsp] = await Promise.all([
    import('@peculiar/asn1-schema'),
    import('@peculiar/asn1-x509'),
    import('@peculiar/asn1-ocsp'),
  ]);
  return { ...schema, ...x509, ...ocsp };
}

type Asn1 = Awaited<ReturnType<typeof asn1>>;

/** The question about one certificate, DER. */
function questionOf(asn: Asn1, leaf: X509Certificate, issuer: X509Certificate, nonce: Uint8Array) {
  const { AsnConvert, OctetString } = asn;
  const { tbsCertificate: above } = AsnConvert.parse(new Uint8Array(issuer.raw), asn.Certificate);
  const { tbsCertificate: own } = AsnConvert.parse(new Uint8Array(leaf.raw), asn.Certificate);
  const reqCert = new asn.CertID({
    hashAlgorithm: new asn.AlgorithmIdentifier({ algorithm: SHA1, parameters: null }),
    issuerNameHash: new OctetString(sha1(new Uint8Array(AsnConvert.serialize(above.subject)))),
    issuerKeyHash: new OctetString(sha1(new Uint8Array(above.subjectPublicKeyInfo.subjectPublicKey))),
    serialNumber: own.serialNumber,
  });
  const extension = new asn.Extension({
    extnID: asn.id_pkix_ocsp_nonce,
    extnValue: new OctetString(AsnConvert.serialize(new OctetString(nonce))),
  });
  const tbsRequest = new asn.TBSRequest({
    requestList: [new asn.Request({ reqCert })],
    requestExtensions: new asn.Extensions([extension]),
  });
  return new Uint8Array(AsnConvert.serialize(new asn.OCSPRequest({ tbsRequest })));
}

/** @throws Fault register_unavailable: it told no status */
function basicIn(asn: Asn1, der: Uint8Array): BasicOCSPResponse {
  let answer: OCSPResponse;
  try {
    answer = asn.AsnConvert.parse(der, asn.OCSPResponse);
  } catch {
    throw unavailable('pki', 'the answer about the status cannot be read');
  }
  if (answer.responseStatus !== asn.OCSPResponseStatus.successful || !answer.responseBytes)
    throw unavailable('pki', `the status was not told: ${answer.responseStatus}`);
  return asn.AsnConvert.parse(answer.responseBytes.response.buffer, asn.BasicOCSPResponse);
}

const bytesOf = (buffer: ArrayBuffer | undefined): Buffer => Buffer.from(buffer ?? new ArrayBuffer(0));

/** @throws Fault register_unavailable */
function refuseForeign(asn: Asn1, basic: BasicOCSPResponse, issuer: X509Certificate, nonce: Uint8Array) {
  const { tbsResponseDataRaw, signature, tbsResponseData } = basic;
  if (!verify('sha256', bytesOf(tbsResponseDataRaw), issuer.publicKey, bytesOf(signature)))
    throw unavailable('pki', 'the answer about the status is not signed by the issuer');
  const said = tbsResponseData.responseExtensions?.find(({ extnID }) => extnID === asn.id_pkix_ocsp_nonce);
  const wanted = asn.AsnConvert.serialize(new asn.OctetString(nonce));
  if (!said || !bytesOf(said.extnValue.buffer).equals(bytesOf(wanted)))
    throw unavailable('pki', 'the answer about the status is one to another question');
}

/** @throws Fault signature_not_trusted, register_unavailable */
function refuseNotGood(x: Exchange, { tbsResponseData: { responses } }: BasicOCSPResponse): void {
  const [single] = responses;
  const isNow = single?.nextUpdate !== undefined && single.nextUpdate.getTime() > x.clock.now;
  if (!isNow) throw unavailable('pki', 'the answer about the status is not the newest');
  if (single.certStatus.good === undefined)
    throw untrusted('the issuer says that the certificate is not good');
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
  const asn = await asn1();
  const nonce = x.deps.random(16);
  const answer = await bytesAt(x, `${publishedAt(x)}/ocsp/${issuerName(x, leaf)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
    body: Buffer.from(questionOf(asn, leaf, issuer, nonce)),
  });
  const basic = basicIn(asn, answer);
  refuseForeign(asn, basic, issuer, nonce);
  refuseNotGood(x, basic);
  return answer;
}
