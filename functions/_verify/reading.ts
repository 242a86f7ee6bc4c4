import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import {
  ContentInfo,
  type EncapsulatedContentInfo,
  MessageDigest,
  SignedData,
  type SignerIdentifier,
  type SignerInfo,
  SigningTime,
} from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { fromBER, OctetString } from 'asn1js';
import { digestBy, hashByOid, hashUnder, isSignedBy, sameBytes } from './algorithm.ts';
import { cmsBytes } from './cms-bytes.ts';

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
} as const;

/** One signer of a CMS SignedData, held against a content. */
export interface CmsSigner {
  certificate: X509Certificate | undefined;
  /** Whether the content is the one that was signed. */
  intact: boolean;
  /** Whether the signature value is of the certificate's key, and means this very certificate. */
  genuine: boolean;
  /** `unknown` where it is none that counts. */
  hash: string;
  /** Of the digest of the content, and under the signature. */
  hashes: (string | undefined)[];
  /** Epoch milliseconds that the signer claims. */
  claimed: number | undefined;
  signature: Uint8Array;
  /** ContentInfo of a time stamp over the signature, DER. */
  timeStamp: Uint8Array | undefined;
  /** Whether the signed attributes name the certificate, as every AdES does. */
  namesCertificate: boolean;
}

/** A CMS SignedData. */
export interface ReadCms {
  contentType: string;
  /** Undefined: the content stays outside. */
  content: Uint8Array | undefined;
  certificates: X509Certificate[];
  signers(content: Uint8Array): CmsSigner[];
}

const MOST = { certificates: 60, signers: 20 };

const bytesOf = (buffer: ArrayBuffer): Uint8Array => new Uint8Array(buffer);

/** In one piece, or in several: whoever streams does not know its length before. */
function contentIn({ eContent }: EncapsulatedContentInfo): Uint8Array | undefined {
  if (!eContent) return undefined;
  if (eContent.single) return bytesOf(eContent.single.buffer);
  const { result } = fromBER(eContent.any ?? new ArrayBuffer());
  if (result instanceof OctetString) return bytesOf(result.getValue());
  throw new RangeError('the content of the CMS is no OCTET STRING');
}

/** What is no certificate of X.509 counts for nothing. */
const certificatesIn = (ders: readonly Uint8Array[]): X509Certificate[] =>
  ders.slice(0, MOST.certificates).flatMap((der) => {
    try {
      return [new X509Certificate(der)];
    } catch {
      return [];
    }
  });

const hexOf = (serial: ArrayBuffer): string =>
  Buffer.from(serial)
    .toString('hex')
    .replace(/^(00)+(?=..)/, '')
    .toUpperCase();

function signerIn(
  { issuerAndSerialNumber, subjectKeyIdentifier }: SignerIdentifier,
  among: X509Certificate[],
) {
  if (issuerAndSerialNumber) {
    const serial = hexOf(issuerAndSerialNumber.serialNumber);
    const issuer = Buffer.from(AsnConvert.serialize(issuerAndSerialNumber.issuer));
    return among.find(
      (each) => each.serialNumber.replace(/^(00)+(?=..)/, '') === serial && each.raw.includes(issuer),
    );
  }
  const identifier = subjectKeyIdentifier && Buffer.from(subjectKeyIdentifier.buffer);
  return identifier && among.find(({ raw }) => raw.includes(identifier));
}

const attribute = ({ signedAttrs = [] }: SignerInfo, type: string): ArrayBuffer | undefined => {
  const found = signedAttrs.filter(({ attrType }) => attrType === type);
  if (found.length > 1) throw new RangeError('an attribute is there twice');
  return found[0]?.attrValues[0];
};

/** What the key has signed: the attributes as a SET, or without any the content itself. */
function signedBytes(attributes: Uint8Array | undefined, content: Uint8Array): Uint8Array {
  if (!attributes) return content;
  const set = Buffer.from(attributes);
  set[0] = 0x31;
  return set;
}

function isIntact(info: SignerInfo, hash: string, contentType: string, content: Uint8Array): boolean {
  // Without attributes the signature itself is over the content.
  if (!info.signedAttrs) return true;
  const [digest, type] = [attribute(info, oids.messageDigest), attribute(info, oids.contentType)];
  if (!digest || !type) return false;
  const said = bytesOf(AsnConvert.parse(digest, MessageDigest).buffer);
  return sameBytes(said, digestBy(hash, content)) && isType(type, contentType);
}

const isType = (der: ArrayBuffer, oid: string): boolean => AsnConvert.toString(der).includes(oid);

/** RFC 5035: its digest stands in a signed attribute. Whoever names none means the one that stands beside. */
function namedIn(info: SignerInfo, certificate: X509Certificate): boolean | undefined {
  const named = attribute(info, oids.signingCertificateV2) ?? attribute(info, oids.signingCertificate);
  if (!named) return undefined;
  const bytes = Buffer.from(named);
  return ['sha256', 'sha384', 'sha512', 'sha1'].some((hash) =>
    bytes.includes(digestBy(hash, certificate.raw)),
  );
}

function claimedIn(info: SignerInfo): number | undefined {
  const time = attribute(info, oids.signingTime);
  return time && AsnConvert.parse(time, SigningTime).getTime().getTime();
}

const timeStampIn = ({ unsignedAttrs = [] }: SignerInfo): Uint8Array | undefined => {
  const value = unsignedAttrs.find(({ attrType }) => attrType === oids.timeStampToken)?.attrValues[0];
  return value && bytesOf(value);
};

function signer(
  info: SignerInfo,
  contentType: string,
  among: X509Certificate[],
  content: Uint8Array,
  attributes: Uint8Array | undefined,
): CmsSigner {
  const algorithm = info.signatureAlgorithm.algorithm;
  const digested = hashByOid(info.digestAlgorithm.algorithm);
  const under = hashUnder(algorithm, digested);
  const certificate = signerIn(info.sid, among);
  const signature = bytesOf(info.signature.buffer);
  const named = certificate && namedIn(info, certificate);
  const bytes = signedBytes(attributes, content);
  return {
    certificate,
    intact: digested !== undefined && isIntact(info, digested, contentType, content),
    genuine:
      certificate !== undefined &&
      under !== undefined &&
      named !== false &&
      isSignedBy(certificate.publicKey, algorithm, under, bytes, signature),
    hash: digested ?? 'unknown',
    hashes: [digested, under],
    claimed: claimedIn(info),
    signature,
    timeStamp: timeStampIn(info),
    namesCertificate: named === true,
  };
}

/** @throws where it is no CMS SignedData */
export function readCms(bytes: Uint8Array): ReadCms {
  const outer = AsnConvert.parse(bytes, ContentInfo);
  if (outer.contentType !== oids.signedData) throw new RangeError('another kind of CMS');
  const data = AsnConvert.parse(outer.content, SignedData);
  const { certificates: ders, attributes } = cmsBytes(bytes);
  const certificates = certificatesIn(ders);
  const { eContentType } = data.encapContentInfo;
  return {
    contentType: eContentType,
    content: contentIn(data.encapContentInfo),
    certificates,
    signers: (content) =>
      [...data.signerInfos]
        .slice(0, MOST.signers)
        .map((info, at) => signer(info, eContentType, certificates, content, attributes[at])),
  };
}
