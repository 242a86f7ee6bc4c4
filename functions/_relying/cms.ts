import { createHash } from 'node:crypto';
import {
  type Attribute,
  type CertificateSet,
  ContentInfo,
  id_signedData,
  SignedData as SignedDataSchema,
  type SignerInfo,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { inOrder, written } from '../_sign/asn1.ts';
import { SignedAttributes } from '../_sign/signed-data.ts';
import { type StrongHash, untrusted } from './certificate.ts';
import { type SignedData, unreadable, withoutCertificate } from './signed-data.ts';

// Loaded when a CMS comes: the readers of ASN.1 are heavy.

const hashes: Readonly<Record<string, StrongHash>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const RSASSA_PSS = '1.2.840.113549.1.1.10';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

function parsed(base64: string): { data: SignedDataSchema; signer: SignerInfo } {
  try {
    const info = AsnConvert.parse(Buffer.from(base64, 'base64'), ContentInfo);
    if (info.contentType !== id_signedData) throw unreadable('the CMS is no SignedData');
    const data = AsnConvert.parse(info.content, SignedDataSchema);
    const [signer, ...others] = data.signerInfos;
    if (signer && others.length === 0) return { data, signer };
  } catch {
    throw unreadable('what came as a CMS is none');
  }
  throw unreadable('one signer is expected');
}

/** The certificate that the signer names, among those that came along. */
function certificateOf({ sid }: SignerInfo, held: CertificateSet | undefined): string {
  const { issuerAndSerialNumber: named } = sid;
  if (!named) throw unreadable('the signer is not named by issuer and serial number');
  const [issuer, serial] = [AsnConvert.serialize(named.issuer), Buffer.from(named.serialNumber)];
  const found = [...(held ?? [])]
    .flatMap(({ certificate }) => certificate ?? [])
    .find(({ tbsCertificate: tbs }) => {
      const same = Buffer.compare(Buffer.from(AsnConvert.serialize(tbs.issuer)), Buffer.from(issuer)) === 0;
      return same && serial.equals(Buffer.from(tbs.serialNumber));
    });
  if (!found) throw withoutCertificate();
  return Buffer.from(AsnConvert.serialize(found)).toString('base64');
}

const attributeOf = (attributes: readonly Attribute[], type: string): ArrayBuffer | undefined =>
  attributes.find(({ attrType }) => attrType === type)?.attrValues[0];

/** What the key has signed: the attributes as a SET in the order of DER (RFC 5652, 5.4), or without any the content. */
function textOf({ signedAttrs }: SignerInfo, content: Uint8Array, hash: StrongHash): Uint8Array {
  if (!signedAttrs?.length) return content;
  const digest = attributeOf(signedAttrs, MESSAGE_DIGEST);
  const told = digest && Buffer.from(AsnConvert.parse(digest, OctetString).buffer);
  if (!told?.equals(createHash(hash).update(content).digest()))
    throw untrusted('the CMS is of another content than the one that it holds');
  return written(new SignedAttributes(inOrder(signedAttrs)));
}

/** A CMS SignedData; one that leaves its content out stands over `asked`. @throws Fault */
export function readCms(base64: string, asked: Uint8Array): SignedData {
  const { data, signer } = parsed(base64);
  const hash = hashes[signer.digestAlgorithm.algorithm];
  if (!hash) throw untrusted('the signature is not over SHA-2');
  const inside = data.encapContentInfo.eContent?.single;
  const content = inside ? new Uint8Array(inside.buffer) : asked;
  return {
    content,
    signed: {
      text: textOf(signer, content, hash),
      signature: Buffer.from(signer.signature.buffer).toString('base64'),
      certificate: certificateOf(signer, data.certificates),
      hash,
      ...(signer.signatureAlgorithm.algorithm === RSASSA_PSS && { form: 'pss' as const }),
    },
  };
}
