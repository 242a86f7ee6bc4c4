import { CertID, id_pkix_ocsp_nonce, OCSPRequest, Request, TBSRequest } from '@peculiar/asn1-ocsp';
import type { Extension } from '@peculiar/asn1-x509';
import { digestOf } from './algorithms.ts';
import { hashIdentifier, octets, positive, read, written } from './asn1.ts';
import type { HashName } from './keys.ts';
import { keyHash, tbsOf } from './read-certificate.ts';

export interface StatusRequest {
  ids: readonly CertID[];
  /** The extension with the caller's nonce. */
  nonce?: Extension;
}

const MOST_ASKED = 50;
/** RFC 9654. */
const LONGEST_NONCE = 128;

function nonceIn({ requestExtensions = [] }: TBSRequest): Extension | undefined {
  const nonce = requestExtensions.find(({ extnID }) => extnID === id_pkix_ocsp_nonce);
  if (nonce && nonce.extnValue.byteLength > LONGEST_NONCE + 3) throw new RangeError('the nonce is too long');
  return nonce;
}

/** @throws RangeError where it is no OCSPRequest */
export function readStatusRequest(der: Uint8Array): StatusRequest {
  const { tbsRequest } = read(der, OCSPRequest);
  const ids = tbsRequest.requestList.map(({ reqCert }) => reqCert);
  if (ids.length === 0 || ids.length > MOST_ASKED) throw new RangeError('asks about none, or too many');
  const nonce = nonceIn(tbsRequest);
  return { ids, ...(nonce && { nonce }) };
}

/** How a certificate is asked about. `serial`: hex. */
export const certificateId = (issuer: Uint8Array, serial: string, hash: HashName = 'sha1'): CertID =>
  new CertID({
    hashAlgorithm: hashIdentifier(hash),
    issuerNameHash: octets(digestOf(hash, written(tbsOf(issuer).subject))),
    issuerKeyHash: octets(keyHash(hash, issuer)),
    serialNumber: positive(Buffer.from(serial, 'hex')),
  });

/** The question about one certificate, DER. */
export function statusRequest(issuer: Uint8Array, serial: string): Uint8Array {
  const requestList = [new Request({ reqCert: certificateId(issuer, serial) })];
  return written(new OCSPRequest({ tbsRequest: new TBSRequest({ requestList }) }));
}
