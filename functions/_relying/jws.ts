import type { Signed, StrongHash } from './certificate.ts';
import { type SignedData, unreadable, withoutCertificate } from './signed-data.ts';

/** PKCS #1 v1.5 is not what a page asks for (`IsPss`), and so not among them. ECDSA: each on a curve of its own. */
const algorithms: Readonly<
  Record<string, { hash: StrongHash; form: Signed['form'] & string; key: Signed['key'] & string }>
> = {
  PS256: { hash: 'sha256', form: 'pss', key: 'rsa' },
  PS384: { hash: 'sha384', form: 'pss', key: 'rsa' },
  PS512: { hash: 'sha512', form: 'pss', key: 'rsa' },
  ES256: { hash: 'sha256', form: 'jws', key: 'prime256v1' },
  ES384: { hash: 'sha384', form: 'jws', key: 'secp384r1' },
  ES512: { hash: 'sha512', form: 'jws', key: 'secp521r1' },
};

interface Header {
  alg?: unknown;
  x5c?: unknown;
  crit?: unknown;
}

function headerIn(part: string): Header {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    if (value !== null && typeof value === 'object') return value;
  } catch {}
  throw unreadable('the first part of the JWS is no header');
}

/** The signer's certificate comes first (RFC 7515, 4.1.6). */
function certificateIn({ x5c }: Header): string {
  const first: unknown = Array.isArray(x5c) ? x5c[0] : undefined;
  if (typeof first !== 'string') throw withoutCertificate();
  return first;
}

/** A compact JWS; one that leaves its payload out stands over `asked`. @throws Fault signature_unreadable, no_certificate */
export function readJws(jws: string, asked: Uint8Array): SignedData {
  const [header = '', payload = '', signature = '', ...more] = jws.trim().split('.');
  if (more.length > 0 || !signature) throw unreadable('a JWS has three parts');
  const read = headerIn(header);
  const algorithm = typeof read.alg === 'string' ? algorithms[read.alg] : undefined;
  if (!algorithm || read.crit !== undefined) throw unreadable('its algorithm is none of PS256 … ES512');
  const body = payload || Buffer.from(asked).toString('base64url');
  return {
    content: Buffer.from(body, 'base64url'),
    signed: {
      ...algorithm,
      text: `${header}.${body}`,
      signature: Buffer.from(signature, 'base64url').toString('base64'),
      certificate: certificateIn(read),
    },
  };
}
