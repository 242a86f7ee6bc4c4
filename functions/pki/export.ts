import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Change } from '../_kit/store.ts';
import { type Certificate, chainOf } from '../_sign/certificate.ts';

/** A certificate with its key, and those above it, as a file under a password. */
export async function exported(
  x: Exchange,
  certificate: Certificate,
  password: string,
  changes: readonly Change[] = [],
): Promise<Answer> {
  const { pkcs12Of } = await import('../_sign/pkcs12.ts');
  const chain = await chainOf(x, certificate);
  const certificates = [certificate.der, ...chain].map((der) => Buffer.from(der, 'base64'));
  const { name, pkcs8, person, provider } = certificate;
  const file = await pkcs12Of({ name, key: Buffer.from(pkcs8, 'base64'), certificates }, password);
  x.remarks.notes.push(`the private key of certificate ${certificate.serial} was handed out as PKCS #12`);
  return {
    status: 200,
    type: 'application/x-pkcs12',
    body: file,
    headers: { 'content-disposition': `attachment; filename="${person}-${provider}.p12"` },
    changes,
  };
}
