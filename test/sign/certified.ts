import 'reflect-metadata';
import { type KeyObject, KeyObject as Keys } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { AuthorityName } from '../../contracts/_sign/authorities.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { cryptoKeyOf } from '../../functions/_sign/x509.ts';
import { request } from './exchange.ts';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY = 86_400_000;

/** Whoever can issue certificates. */
export interface Issuer {
  subject: string;
  key: CryptoKey;
}

export interface Certified extends Issuer {
  der: Buffer;
  privateKey: KeyObject;
  keys: CryptoKeyPair;
}

export interface Asked {
  name: string;
  /** Absent: its own. */
  by?: Issuer;
  extensions?: x509.Extension[];
  /** In days from now. */
  from?: number;
  to?: number;
  /** Of another certificate. */
  keys?: CryptoKeyPair;
}

let count = 0;

async function newKeys(): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify'])) as CryptoKeyPair;
}

/** A certificate such as the sandbox's authorities do not make. */
export async function certified(asked: Asked): Promise<Certified> {
  const { name, by, extensions = [], from = -1, to = 365, keys = await newKeys() } = asked;
  const subject = `CN=${name}`;
  const signingKey = by?.key ?? keys.privateKey;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: `5b${String(++count).padStart(6, '0')}`,
    subject,
    issuer: by?.subject ?? subject,
    notBefore: new Date(Date.now() + from * DAY),
    notAfter: new Date(Date.now() + to * DAY),
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: { ...signingKey.algorithm, hash: 'SHA-256' } as typeof ECDSA,
    extensions,
  });
  const privateKey = Keys.from(keys.privateKey);
  return { subject, key: keys.privateKey, der: Buffer.from(certificate.rawData), privateKey, keys };
}

/** One of the workspace's authorities as an issuer. */
export async function issuerOf(name: AuthorityName): Promise<Issuer> {
  const { subject, pkcs8, key } = await authorityOf(request(), name);
  return { subject, key: await cryptoKeyOf(pkcs8, key) };
}

const { digitalSignature, keyCertSign, cRLSign } = x509.KeyUsageFlags;

/** Of an authority; `below`: how many of them may stand under it. */
export const asAuthority = (below?: number): x509.Extension[] => [
  new x509.BasicConstraintsExtension(true, below, true),
  new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
];

/** Of somebody who signs, for these purposes; none: no word of it. */
export const asSigner = (...purposes: string[]): x509.Extension[] => [
  new x509.BasicConstraintsExtension(false, undefined, true),
  new x509.KeyUsagesExtension(digitalSignature, true),
  ...(purposes.length > 0 ? [new x509.ExtendedKeyUsageExtension(purposes)] : []),
];

/** Where its issuer publishes. */
export const publishedBy = (base: string, name: AuthorityName): x509.Extension =>
  new x509.AuthorityInfoAccessExtension({ caIssuers: [`${base}/ca/${name}.cer`] });
