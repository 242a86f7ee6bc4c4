import { X509Certificate } from 'node:crypto';
import type { Exchange } from '../_kit/exchange.ts';
import { digestOf, hashAlgorithm, keyTypeOf, signatureAlgorithm } from './algorithms.ts';
import { type Certificate, chainOf } from './certificate.ts';
import { integer, octets, oid, sequence, setOf, tagged, time } from './der.ts';
import { type HashName, privateKeyOf, signDigest } from './keys.ts';
import { readCertificate } from './read-certificate.ts';

const pkcs9 = '1.2.840.113549.1.9';

const attributes = {
  contentType: `${pkcs9}.3`,
  messageDigest: `${pkcs9}.4`,
  signingTime: `${pkcs9}.5`,
  signingCertificateV2: `${pkcs9}.16.2.47`,
  timeStampToken: `${pkcs9}.16.2.14`,
} as const;

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** A signature to make: of a content that stays outside (by its digest), or that comes with it. */
export interface CmsRequest {
  /** Of the signer, DER. */
  certificate: Uint8Array;
  /** Those above it that go along, DER. Absent, and `bare`: not even the signer's own goes along. */
  chain?: readonly Uint8Array[];
  bare?: boolean;
  hash: HashName;
  /** Of the content, by `hash`. */
  digest: Uint8Array;
  /** The content itself, where the signature is to hold it. */
  content?: Uint8Array;
  /** OBJECT IDENTIFIER of what the content is; data unless told. */
  contentType?: string;
  /** Epoch milliseconds; absent: the signature does not claim any. PAdES wants none. */
  signingTime?: number;
}

/** Everything but the signature value, which whoever has the key makes: this sandbox, a token, another provider. */
export interface PreparedCms {
  /** What is to be signed, as bytes, and the digest of it. */
  toSign: Uint8Array;
  digest: Uint8Array;
  /**
   * The SignedData. `signature`: PKCS #1 v1.5, or DER of ECDSA. `timeStamp`: token over the signature value.
   */
  finish(signature: Uint8Array, timeStamp?: Uint8Array): Uint8Array;
}

const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf(value));

/** RFC 5035: which certificate signs, so that none can be put in its place. SHA-256 is the default, and left out. */
function signingCertificate(certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = readCertificate(certificate);
  const directoryName = tagged(4, issuer);
  return sequence(
    sequence(sequence(octets(digestOf('sha256', certificate)), sequence(sequence(directoryName), serial))),
  );
}

/** The signed attributes of CAdES-BES (ETSI EN 319 122-1), as a SET in the order of DER. */
const signedAttributes = (asked: CmsRequest): Uint8Array =>
  setOf(
    attribute(attributes.contentType, oid(asked.contentType ?? DATA)),
    attribute(attributes.messageDigest, octets(asked.digest)),
    ...(asked.signingTime === undefined ? [] : [attribute(attributes.signingTime, time(asked.signingTime))]),
    attribute(attributes.signingCertificateV2, signingCertificate(asked.certificate)),
  );

/** The same content with the tag `[at]` in place of SET or SEQUENCE. */
const retagged = (at: number, whole: Uint8Array): Uint8Array =>
  Buffer.concat([Uint8Array.of(0xa0 | at), whole.subarray(1)]);

function signerInfo(asked: CmsRequest, signed: Uint8Array, signature: Uint8Array, timeStamp?: Uint8Array) {
  const { issuer, serial } = readCertificate(asked.certificate);
  const type = keyTypeOf(new X509Certificate(asked.certificate).publicKey);
  return sequence(
    integer(1),
    sequence(issuer, serial),
    hashAlgorithm(asked.hash),
    retagged(0, signed),
    signatureAlgorithm(type, asked.hash),
    octets(signature),
    ...(timeStamp ? [retagged(1, setOf(attribute(attributes.timeStampToken, timeStamp)))] : []),
  );
}

function signedData(asked: CmsRequest, info: Uint8Array): Uint8Array {
  const { contentType = DATA, content, bare, chain = [], certificate } = asked;
  const held = content ? [tagged(0, octets(content))] : [];
  const certificates = bare ? [] : [retagged(0, setOf(certificate, ...chain))];
  const data = sequence(
    // RFC 5652, 5.1: version 3 where the content is anything but plain data.
    integer(contentType === DATA ? 1 : 3),
    setOf(hashAlgorithm(asked.hash)),
    sequence(oid(contentType), ...held),
    ...certificates,
    setOf(info),
  );
  return sequence(oid(SIGNED_DATA), tagged(0, data));
}

/** Prepares a CMS SignedData with the attributes of CAdES-BES; with a time stamp it becomes CAdES-T. */
export function prepareCms(asked: CmsRequest): PreparedCms {
  const toSign = signedAttributes(asked);
  return {
    toSign,
    digest: digestOf(asked.hash, toSign),
    finish: (signature, timeStamp) => signedData(asked, signerInfo(asked, toSign, signature, timeStamp)),
  };
}

export interface CmsOptions {
  /** SHA-256 unless told. */
  hash?: HashName;
  /** The signature holds the content. Only where there is content, not a digest. */
  attached?: boolean;
  /** The token clock's now unless told; null: none. */
  signingTime?: number | null;
  /** With a time stamp of the sandbox (CAdES-T), or of an authority that nobody trusts. */
  timeStamp?: 'time' | 'stranger-time';
}

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/** A signature of this certificate over a content, or over the digest of one: CMS SignedData, DER. */
export async function cmsOf(
  x: Exchange,
  certificate: Certificate,
  what: { content: Uint8Array } | { digest: Uint8Array },
  { hash = 'sha256', attached = false, signingTime = x.clock.now, timeStamp }: CmsOptions = {},
): Promise<Uint8Array> {
  const digest = 'digest' in what ? what.digest : digestOf(hash, what.content);
  const prepared = prepareCms({
    certificate: bytesOf(certificate.der),
    chain: (await chainOf(x, certificate)).map(bytesOf),
    hash,
    digest,
    ...(attached && 'content' in what && { content: what.content }),
    ...(signingTime !== null && { signingTime }),
  });
  const signature = await signDigest(privateKeyOf(certificate.pkcs8), hash, prepared.digest);
  if (!timeStamp) return prepared.finish(signature);
  const { timeStampToken } = await import('./timestamp.ts');
  const stamped = { hash: 'sha256' as const, digest: digestOf('sha256', signature), certificates: true };
  return prepared.finish(signature, await timeStampToken(x, timeStamp, stamped));
}
