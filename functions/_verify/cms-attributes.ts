import type { X509Certificate } from 'node:crypto';
import { MessageDigest, type SignerInfo, SigningTime } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { fromBER, ObjectIdentifier } from 'asn1js';
import { read } from '../_sign/asn1.ts';
import type { SignerParts } from '../_sign/cms-parts.ts';
import { SignedAttributes } from '../_sign/signed-data.ts';
import { digestBy, sameBytes } from './algorithm.ts';

const oids = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
} as const;

const attribute = ({ signedAttrs = [] }: SignerInfo, type: string): ArrayBuffer | undefined => {
  const found = signedAttrs.filter(({ attrType }) => attrType === type);
  if (found.length > 1) throw new RangeError('an attribute is there twice');
  const [value, ...more] = found[0]?.attrValues ?? [];
  if (more.length > 0) throw new RangeError('an attribute has several values');
  return value;
};

/** What the key has signed: the attributes as a SET, or without any the content itself. */
export function signedBytes(attributes: Uint8Array | undefined, content: Uint8Array): Uint8Array {
  if (!attributes) return content;
  const set = Buffer.from(attributes);
  set[0] = 0x31;
  return set;
}

/** Attributes that somebody has signed could be shown as a content that was signed without any. */
function isOfAttributes(content: Uint8Array): boolean {
  try {
    return read(content, SignedAttributes).some(({ attrType }) => attrType === oids.messageDigest);
  } catch {
    return false;
  }
}

/** Whether the attributes are of this content. */
export function isIntact(
  { info, attributes }: SignerParts,
  hash: string,
  contentType: string,
  content: Uint8Array,
): boolean {
  // Without attributes the signature itself is over the content.
  if (!attributes) return !isOfAttributes(content);
  const [digest, type] = [attribute(info, oids.messageDigest), attribute(info, oids.contentType)];
  if (!digest || !type) return false;
  const said = new Uint8Array(AsnConvert.parse(digest, MessageDigest).buffer);
  return sameBytes(said, digestBy(hash, content)) && isType(type, contentType);
}

const isType = (der: ArrayBuffer, oid: string): boolean => {
  const { result } = fromBER(der);
  return result instanceof ObjectIdentifier && result.getValue() === oid;
};

/** RFC 5035: its digest stands in a signed attribute. Whoever names none means the one that stands beside. */
export function namedIn(info: SignerInfo, certificate: X509Certificate): boolean | undefined {
  const named = attribute(info, oids.signingCertificateV2) ?? attribute(info, oids.signingCertificate);
  if (!named) return undefined;
  const bytes = Buffer.from(named);
  return ['sha256', 'sha384', 'sha512', 'sha1'].some((hash) =>
    bytes.includes(digestBy(hash, certificate.raw)),
  );
}

/** When the signer says that it was: epoch milliseconds. */
export function claimedIn(info: SignerInfo): number | undefined {
  const time = attribute(info, oids.signingTime);
  return time && AsnConvert.parse(time, SigningTime).getTime().getTime();
}

/** A time stamp over the signature, where there is one. */
export const timeStampIn = ({ unsignedAttrs = [] }: SignerInfo): Uint8Array | undefined => {
  const value = unsignedAttrs.find(({ attrType }) => attrType === oids.timeStampToken)?.attrValues[0];
  return value && new Uint8Array(value);
};
