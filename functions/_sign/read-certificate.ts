import { Certificate, type TBSCertificate } from '@peculiar/asn1-x509';
import { digestOf } from './algorithms.ts';
import { read } from './asn1.ts';
import { elements, only, partsOf } from './der.ts';
import type { HashName } from './keys.ts';

/** What other structures quote of a certificate. Names and keys with tag and length, as they stand in it. */
export interface CertificateParts {
  issuer: Uint8Array;
  subject: Uint8Array;
  /** INTEGER, whole. */
  serial: Uint8Array;
  publicKey: Uint8Array;
  /** Of OCSP and of the key identifiers: SHA-1, or another hash, of the key's bits. */
  keyHash(hash: 'sha1' | 'sha256' | 'sha384' | 'sha512'): Uint8Array;
}

/** @throws RangeError where it is no certificate */
export function readCertificate(der: Uint8Array): CertificateParts {
  const [tbs] = partsOf(only(der, 0x30).content, 0x30, 0x30, 0x03);
  const all = elements(tbs!.content);
  const [serial, , issuer, , subject, publicKey] = all[0]?.tag === 0xa0 ? all.slice(1) : all;
  if (!serial || !issuer || !subject || !publicKey) throw new RangeError('no certificate');
  const [, keyBits] = partsOf(publicKey.content, 0x30, 0x03);
  return {
    issuer: issuer.whole,
    subject: subject.whole,
    serial: serial.whole,
    publicKey: publicKey.whole,
    keyHash: (hash) => digestOf(hash, keyBits!.content.subarray(1)),
  };
}

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
