import { Certificate, type TBSCertificate } from '@peculiar/asn1-x509';
import { digestOf } from './algorithms.ts';
import { read } from './asn1.ts';
import type { HashName } from './keys.ts';

const known = new WeakMap<Uint8Array, TBSCertificate>();

/** What a certificate says. Those of authorities come again and again. @throws RangeError where it is none */
export function tbsOf(der: Uint8Array): TBSCertificate {
  const said = known.get(der) ?? read(der, Certificate).tbsCertificate;
  known.set(der, said);
  return said;
}

/** Of OCSP and of the key identifiers: the hash of the key's bits. */
export const keyHash = (hash: HashName, certificate: Uint8Array): Buffer =>
  digestOf(hash, new Uint8Array(tbsOf(certificate).subjectPublicKeyInfo.subjectPublicKey));
