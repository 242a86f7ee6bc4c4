import 'reflect-metadata';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const { digitalSignature, keyCertSign, cRLSign } = x509.KeyUsageFlags;

/** Times in certificates have whole seconds; a clock a little behind must not refuse them. */
function validity(days: number) {
  const notBefore = new Date(Math.floor(Date.now() / 1000) * 1000 - 3_600_000);
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * 86_400_000) };
}

const keyPair = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

async function pemOf(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

/** An authority that signs one server certificate for these names and is then forgotten. All texts are PEM. */
export async function issue(
  names: readonly string[],
  days: number,
): Promise<{ key: string; cert: string; ca: string }> {
  const [authority, server] = await Promise.all([keyPair(), keyPair()]);
  const period = validity(days);
  const issuer = 'CN=HopCat test authority, O=HopCat sandbox';
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    ...period,
    name: issuer,
    keys: authority,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  const cert = await x509.X509CertificateGenerator.create({
    ...period,
    issuer,
    subject: 'CN=localhost, O=HopCat sandbox',
    publicKey: server.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(server.publicKey),
    ],
  });
  return {
    key: `${await pemOf(server.privateKey)}\n`,
    cert: `${cert.toString('pem')}\n`,
    ca: `${ca.toString('pem')}\n`,
  };
}
