import type { Exchange } from '../_kit/exchange.ts';
import { type Certificate, chainOf } from '../_sign/certificate.ts';
import type { PreparedCms } from '../_sign/cms.ts';
import type { Signing } from '../_sign/signing.ts';
import { type SimHash, simHash } from './domain.ts';

const FORMATS = 'http://uri.etsi.org/TS102204/v1.1.2#';

/** A signature value as it is, or in a SignedData: the older name and the newer one mean the same. */
export const PKCS1 = `${FORMATS}PKCS1`;

const containers = [`${FORMATS}PKCS7`, `${FORMATS}CMS-Signature`];

export const isFormat = (uri: string): boolean => uri === PKCS1 || containers.includes(uri);

interface Data {
  hash: SimHash;
  digest: Uint8Array;
  signingTime: number;
}

/** The same data give the same bytes to sign, whenever they are asked for. */
async function prepared(x: Exchange, certificate: Certificate, data: Data): Promise<PreparedCms> {
  const [der, ...chain] = [certificate.der, ...(await chainOf(x, certificate))].map((each) =>
    Buffer.from(each, 'base64'),
  );
  // Only here: most signatures are bare.
  const { prepareCms } = await import('../_sign/cms.ts');
  return prepareCms({ certificate: der as Uint8Array, chain, ...data });
}

/** What the key signs so that this format comes of it. */
export async function digestToSign(
  x: Exchange,
  certificate: Certificate,
  asked: { format: string; hash: SimHash; digest: Uint8Array },
): Promise<Uint8Array> {
  const { format, hash, digest } = asked;
  if (format === PKCS1) return digest;
  return (await prepared(x, certificate, { hash, digest, signingTime: x.clock.now })).digest;
}

/** A signature value in the format of its request; base64 in and out. */
export async function inFormat(
  x: Exchange,
  { own, at }: Pick<Signing, 'own' | 'at'>,
  certificate: Certificate,
  signature: string,
): Promise<string> {
  if (own.format === PKCS1) return signature;
  const digest = Buffer.from(String(own.digest), 'base64');
  const data = { hash: simHash(digest), digest, signingTime: at };
  const whole = (await prepared(x, certificate, data)).finish(Buffer.from(signature, 'base64'));
  return Buffer.from(whole).toString('base64');
}
