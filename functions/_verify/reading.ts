import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import type { EncapsulatedContentInfo, SignerIdentifier } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { fromBER, OctetString } from 'asn1js';
import { cmsParts, type SignerParts } from '../_sign/cms-parts.ts';
import { hashByOid, hashUnder, isSignedBy } from './algorithm.ts';
import { claimedIn, isIntact, namedIn, signedBytes, timeStampIn } from './cms-attributes.ts';

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
  /** Whether the signature is over attributes, and not over the content itself. */
  hasAttributes: boolean;
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

function signer(
  parts: SignerParts,
  contentType: string,
  among: X509Certificate[],
  content: Uint8Array,
): CmsSigner {
  const { info, attributes } = parts;
  const algorithm = info.signatureAlgorithm.algorithm;
  const digested = hashByOid(info.digestAlgorithm.algorithm);
  const under = hashUnder(algorithm, digested);
  const certificate = signerIn(info.sid, among);
  const signature = bytesOf(info.signature.buffer);
  const named = certificate && namedIn(info, certificate);
  const bytes = signedBytes(attributes, content);
  return {
    certificate,
    intact: digested !== undefined && isIntact(parts, digested, contentType, content),
    genuine:
      certificate !== undefined &&
      under !== undefined &&
      named !== false &&
      isSignedBy(certificate.publicKey, algorithm, under, bytes, signature),
    hash: digested ?? 'unknown',
    hashes: [digested, under],
    claimed: claimedIn(info),
    signature,
    hasAttributes: attributes !== undefined,
    timeStamp: timeStampIn(info),
    namesCertificate: named === true,
  };
}

/** @throws where it is no CMS SignedData */
export function readCms(bytes: Uint8Array): ReadCms {
  const { content, certificates: ders, signers } = cmsParts(bytes);
  if (signers.length > MOST.signers) throw new RangeError('too many signers');
  const certificates = certificatesIn(ders);
  const { eContentType } = content;
  return {
    contentType: eContentType,
    content: contentIn(content),
    certificates,
    signers: (over) => signers.map((each) => signer(each, eContentType, certificates, over)),
  };
}
