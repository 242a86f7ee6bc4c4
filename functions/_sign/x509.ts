import 'reflect-metadata';
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import {
  type Authority,
  type AuthorityName,
  authorities,
  type KeyType,
} from '../../contracts/_sign/authorities.ts';

const { digitalSignature, nonRepudiation, keyCertSign, cRLSign, keyEncipherment } = x509.KeyUsageFlags;

const subtle = globalThis.crypto.subtle;

const rsa = (hash: string) => ({ name: 'RSASSA-PKCS1-v1_5', hash }) as const;
const ecdsa = (hash: string) => ({ name: 'ECDSA', namedCurve: 'P-256', hash }) as const;

const algorithmOf = (key: KeyType, hash: string) => (key === 'p256' ? ecdsa(hash) : rsa(hash));

/** A private key for Web Crypto, which is what the library signs with. */
export const cryptoKeyOf = (pkcs8: string, key: KeyType, hash = 'SHA-256'): Promise<CryptoKey> =>
  subtle.importKey('pkcs8', Buffer.from(pkcs8, 'base64'), algorithmOf(key, hash), true, ['sign']);

function publicKeyOf(pkcs8: string, key: KeyType): Promise<CryptoKey> {
  const own = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(own).export({ format: 'der', type: 'spki' });
  return subtle.importKey('spki', new Uint8Array(spki), algorithmOf(key, 'SHA-256'), true, ['verify']);
}

/** Where a certificate's issuer says more: its own certificate, its list, its answers about status. */
function addresses(base: string, issuer: AuthorityName): x509.Extension[] {
  return [
    new x509.CRLDistributionPointsExtension([`${base}/crl/${issuer}.crl`]),
    new x509.AuthorityInfoAccessExtension({
      ocsp: [`${base}/ocsp/${issuer}`],
      caIssuers: [`${base}/ca/${issuer}.cer`],
    }),
  ];
}

/** Of the authority and the workspace, so that it is the same at every call. */
const fixedSerial = (base: string, name: string): string =>
  `4a${createHash('sha256').update(`${base} ${name}`).digest('hex').slice(0, 30)}`;

const years = { from: new Date('2020-01-01T00:00:00Z'), to: new Date('2060-01-01T00:00:00Z') };

const usagesOf = ({ role }: Authority): x509.Extension[] =>
  role === 'time'
    ? [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(digitalSignature | nonRepudiation, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.timeStamping], true),
      ]
    : [
        new x509.BasicConstraintsExtension(true, role === 'root' ? 1 : 0, true),
        new x509.KeyUsagesExtension(digitalSignature | keyCertSign | cRLSign, true),
      ];

const made = new Map<string, Promise<Uint8Array>>();
const MOST_MADE = 500;

async function makeAuthority(
  base: string,
  name: AuthorityName,
  own: string,
  signer: string,
): Promise<Uint8Array> {
  const authority: Authority = authorities[name];
  const parent = (authority.parent ?? name) as AuthorityName;
  const above: Authority = authorities[parent];
  const [publicKey, signingKey, issuerKey] = await Promise.all([
    publicKeyOf(own, authority.key),
    cryptoKeyOf(signer, above.key),
    publicKeyOf(signer, above.key),
  ]);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: parent === name ? fixedSerial('', name) : fixedSerial(base, name),
    subject: authority.subject,
    issuer: above.subject,
    notBefore: years.from,
    notAfter: years.to,
    publicKey,
    signingKey,
    signingAlgorithm: algorithmOf(above.key, 'SHA-256'),
    extensions: [
      ...usagesOf(authority),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      ...(parent === name
        ? []
        : [await x509.AuthorityKeyIdentifierExtension.create(issuerKey), ...addresses(base, parent)]),
    ],
  });
  return new Uint8Array(certificate.rawData);
}

/**
 * An authority's certificate, DER. `base`: where the workspace publishes; `own`, `signer`: private keys, PKCS #8 in
 * base64. RSA signs the same bytes alike, so nothing needs to be kept.
 */
export function authorityCertificate(
  base: string,
  name: AuthorityName,
  own: string,
  signer: string,
): Promise<Uint8Array> {
  const id = createHash('sha256').update(`${base} ${name} ${own}`).digest('base64url');
  const known = made.get(id) ?? makeAuthority(base, name, own, signer);
  made.set(id, known);
  if (made.size > MOST_MADE) made.delete(made.keys().next().value as string);
  return known;
}

export type Attribute = readonly [name: string, value: string];

export interface CertificateRequest {
  base: string;
  issuer: { name: AuthorityName; key: KeyType; subject: string; pkcs8: string };
  /** Attributes in their order, by short name or OID. */
  subject: readonly Attribute[];
  /** Upper-case hex. */
  serial: string;
  /** Private key of the holder, PKCS #8 in base64. */
  pkcs8: string;
  key: KeyType;
  notBefore: Date;
  notAfter: Date;
  /** For encryption only: what it signs must be refused. */
  wrongUsage?: boolean;
  /** Signed over SHA-1. */
  weak?: boolean;
}

/** A certificate for a person or an organisation, DER. */
export async function holderCertificate(asked: CertificateRequest): Promise<Uint8Array> {
  const { base, issuer, subject, serial, pkcs8, key, notBefore, notAfter } = asked;
  const hash = asked.weak ? 'SHA-1' : 'SHA-256';
  const [publicKey, signingKey, issuerKey] = await Promise.all([
    publicKeyOf(pkcs8, key),
    cryptoKeyOf(issuer.pkcs8, issuer.key, hash),
    publicKeyOf(issuer.pkcs8, issuer.key),
  ]);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial,
    subject: subject.map(([name, value]) => ({ [name]: [value] })),
    issuer: issuer.subject,
    notBefore,
    notAfter,
    publicKey,
    signingKey,
    signingAlgorithm: algorithmOf(issuer.key, hash),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        asked.wrongUsage ? keyEncipherment : digitalSignature | nonRepudiation,
        true,
      ),
      new x509.ExtendedKeyUsageExtension([
        x509.ExtendedKeyUsage.clientAuth,
        x509.ExtendedKeyUsage.emailProtection,
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(issuerKey),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      ...addresses(base, issuer.name),
    ],
  });
  return new Uint8Array(certificate.rawData);
}
