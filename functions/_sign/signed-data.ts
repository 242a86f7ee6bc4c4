import { X509Certificate } from 'node:crypto';
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  DigestAlgorithmIdentifiers,
  EncapsulatedContent,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  id_signingTime,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import {
  AsnArray,
  AsnObjectIdentifierConverter,
  AsnProp,
  AsnPropTypes,
  AsnSetType,
} from '@peculiar/asn1-schema';
import { Certificate as CertificateStructure, Time } from '@peculiar/asn1-x509';
import { keyTypeOf } from './algorithms.ts';
import { asItIs, bufferOf, hashIdentifier, inOrder, octets, signatureIdentifier, written } from './asn1.ts';
import type { HashName } from './keys.ts';
import { tbsOf } from './read-certificate.ts';
import { signingCertificate } from './signing-certificate.ts';

/** RFC 5035, RFC 3161. */
const id_signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';
const id_timeStampToken = '1.2.840.113549.1.9.16.2.14';

export class SignedAttributes extends AsnArray<Attribute> {}
AsnSetType({ itemType: Attribute })(SignedAttributes);

/** ContentInfo with its content as a structure: the library's own takes bytes, which it reads and writes once more. */
class SignedContent {
  contentType = id_signedData;
  content = new SignedData();
}
AsnProp({ type: AsnPropTypes.ObjectIdentifier })(SignedContent.prototype, 'contentType');
AsnProp({ type: SignedData, context: 0 })(SignedContent.prototype, 'content');

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

const attribute = (attrType: string, value: Uint8Array): Attribute =>
  new Attribute({ attrType, attrValues: [bufferOf(value)] });

/** The signed attributes of CAdES-BES (ETSI EN 319 122-1). */
export function signedAttributes(asked: CmsRequest): Attribute[] {
  const { contentType = id_data, digest, signingTime, certificate } = asked;
  return inOrder([
    attribute(id_contentType, written(AsnObjectIdentifierConverter.toASN(contentType))),
    attribute(id_messageDigest, written(octets(digest))),
    ...(signingTime === undefined
      ? []
      : [attribute(id_signingTime, written(new Time(new Date(signingTime))))]),
    attribute(id_signingCertificateV2, signingCertificate(certificate)),
  ]);
}

function signerInfo(asked: CmsRequest, signedAttrs: Attribute[], signature: Uint8Array, stamp?: Uint8Array) {
  const { issuer, serialNumber } = tbsOf(asked.certificate);
  const kind = keyTypeOf(new X509Certificate(asked.certificate).publicKey);
  return new SignerInfo({
    version: 1,
    sid: new SignerIdentifier({
      issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer, serialNumber }),
    }),
    digestAlgorithm: hashIdentifier(asked.hash),
    signedAttrs,
    signatureAlgorithm: signatureIdentifier(kind, asked.hash),
    signature: octets(signature),
    ...(stamp && { unsignedAttrs: [attribute(id_timeStampToken, stamp)] }),
  });
}

const certificateSet = (certificates: readonly Uint8Array[]): CertificateSet =>
  new CertificateSet(
    certificates
      .toSorted(Buffer.compare)
      .map((der) => new CertificateChoices({ certificate: asItIs(CertificateStructure, der) })),
  );

/** With these attributes, and the signature over them; `stamp`: token over the signature. DER. */
export function signedData(
  asked: CmsRequest,
  attributes: Attribute[],
  signature: Uint8Array,
  stamp?: Uint8Array,
): Uint8Array {
  const { contentType: eContentType = id_data, content, bare, chain = [], certificate } = asked;
  const eContent = content && new EncapsulatedContent({ single: octets(content) });
  const data = new SignedData({
    // RFC 5652, 5.1: version 3 where the content is anything but plain data.
    version: eContentType === id_data ? 1 : 3,
    digestAlgorithms: new DigestAlgorithmIdentifiers([hashIdentifier(asked.hash)]),
    encapContentInfo: new EncapsulatedContentInfo({ eContentType, ...(eContent && { eContent }) }),
    ...(!bare && { certificates: certificateSet([certificate, ...chain]) }),
    signerInfos: new SignerInfos([signerInfo(asked, attributes, signature, stamp)]),
  });
  return written(Object.assign(new SignedContent(), { content: data }));
}
