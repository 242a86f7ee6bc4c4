import 'reflect-metadata';
import { createPublicKey, type KeyObject } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { ReadyAuthority } from './authority.ts';
import { privateKeyOf } from './keys.ts';
import { cryptoKeyOf } from './x509.ts';

export interface ClientRequest {
  issuer: ReadyAuthority;
  /** For people; and the URI by which a server knows the client. */
  name: string;
  uri: string;
  /** Upper-case hex. */
  serial: string;
  /** Of a P-256 key, PKCS #8 in base64. */
  pkcs8: string;
  notBefore: Date;
  notAfter: Date;
}

const publicKeyOf = (key: KeyObject): x509.PublicKey =>
  new x509.PublicKey(new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' })));

/** A certificate for mutual TLS, DER: it says that its holder is the client of this URI, and signs no documents. */
export async function clientCertificate(asked: ClientRequest): Promise<Uint8Array> {
  const { issuer, name, uri, serial, pkcs8, notBefore, notAfter } = asked;
  const signingKey = await cryptoKeyOf(issuer.pkcs8, issuer.key);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial,
    subject: [{ C: ['VN'] }, { O: ['HopCat sandbox'] }, { CN: [name] }],
    issuer: issuer.subject,
    notBefore,
    notAfter,
    publicKey: publicKeyOf(privateKeyOf(pkcs8)),
    signingKey,
    signingAlgorithm: signingKey.algorithm as Parameters<
      typeof x509.X509CertificateGenerator.create
    >[0]['signingAlgorithm'],
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
      new x509.SubjectAlternativeNameExtension([{ type: 'url', value: uri }]),
      await x509.AuthorityKeyIdentifierExtension.create(publicKeyOf(issuer.privateKey)),
    ],
  });
  return new Uint8Array(certificate.rawData);
}
