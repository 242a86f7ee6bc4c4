import { X509Certificate } from 'node:crypto';
import type { SignerInfo } from '@peculiar/asn1-cms';
import { Fault } from '../_kit/fault.ts';
import { hashByOid } from '../_sign/algorithms.ts';
import { written } from '../_sign/asn1.ts';
import { type CmsParts, cmsParts, type SignerParts } from '../_sign/cms-parts.ts';
import { tbsOf } from '../_sign/read-certificate.ts';
import { isIntact, namedIn, signedBytes } from '../_verify/cms-attributes.ts';
import { type StrongHash, untrusted } from './certificate.ts';
import { type SignedData, unreadable, withoutCertificate } from './signed-data.ts';

// Loaded when a CMS comes: the readers of ASN.1 are heavy.

/** SHA-1 and older count for nothing here. */
function strongHash(oid: string): StrongHash | undefined {
  const hash = hashByOid(oid);
  return hash === 'sha1' ? undefined : hash;
}

const RSASSA_PSS = '1.2.840.113549.1.1.10';

function partsOf(base64: string): { parts: CmsParts; signer: SignerParts } {
  const parts = cmsParts(Buffer.from(base64, 'base64'));
  const [signer, ...others] = parts.signers;
  if (!signer || others.length > 0) throw unreadable('one signer is expected');
  return { parts, signer };
}

/** The certificate that the signer names, among those that came along. */
function certificateOf({ sid }: SignerInfo, held: readonly Uint8Array[]): X509Certificate {
  const { issuerAndSerialNumber: named } = sid;
  if (!named) throw unreadable('the signer is not named by issuer and serial number');
  const [issuer, serial] = [written(named.issuer), Buffer.from(named.serialNumber)];
  const found = held.find((der) => {
    const { issuer: by, serialNumber } = tbsOf(der);
    return Buffer.compare(written(by), issuer) === 0 && serial.equals(Buffer.from(serialNumber));
  });
  if (!found) throw withoutCertificate();
  return new X509Certificate(found);
}

/** What the attributes say has to be so: over which content, and by which certificate. @throws Fault */
function refuseOther(
  signer: SignerParts,
  { contentType, content, hash }: { contentType: string; content: Uint8Array; hash: StrongHash },
  certificate: X509Certificate,
): void {
  if (!isIntact(signer, hash, contentType, content))
    throw untrusted('the CMS is of another content than the one that it holds');
  if (namedIn(signer.info, certificate) === false)
    throw untrusted('the signed attributes name another certificate');
}

function signedIn(base64: string, asked: Uint8Array): SignedData {
  const { parts, signer } = partsOf(base64);
  const { signatureAlgorithm, digestAlgorithm, signature } = signer.info;
  const hash = strongHash(digestAlgorithm.algorithm);
  if (!hash) throw untrusted('the signature is not over SHA-2');
  const { eContentType: contentType, eContent } = parts.content;
  const content = eContent?.single ? new Uint8Array(eContent.single.buffer) : asked;
  const certificate = certificateOf(signer.info, parts.certificates);
  refuseOther(signer, { contentType, content, hash }, certificate);
  return {
    content,
    signed: {
      text: signedBytes(signer.attributes, content),
      signature: Buffer.from(signature.buffer).toString('base64'),
      certificate: certificate.raw.toString('base64'),
      hash,
      ...(signatureAlgorithm.algorithm === RSASSA_PSS && { form: 'pss' as const }),
    },
  };
}

/**
 * A CMS SignedData; one that leaves its content out stands over `asked`. Everything of it but the signature value is
 * checked. @throws Fault signature_unreadable, signature_not_trusted, no_certificate
 */
export function readCms(base64: string, asked: Uint8Array): SignedData {
  try {
    return signedIn(base64, asked);
  } catch (error) {
    throw error instanceof Fault ? error : unreadable('what came as a CMS is none');
  }
}
