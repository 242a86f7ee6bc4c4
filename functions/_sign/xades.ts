import { createHash, X509Certificate } from 'node:crypto';
import type { Element } from '@xmldom/xmldom';
import { digestOf, keyTypeOf } from './algorithms.ts';
import type { DocumentRequest, PreparedDocument, Proofs } from './prepared.ts';
import { canonical } from './xml/canonical.ts';
import { inserted, readDocument, type XmlDocument } from './xml/document.ts';
import { DS, isNamed, XADES } from './xml/names.ts';
import { signatureTimeStamp, validationData } from './xml/proofs.ts';
import { type Draft, EMPTY_OBJECT, signatureText } from './xml/signature.ts';

/**
 * Where the signature goes: into the root element; where the document is signed already, into an object of the last
 * signature. An earlier signature covers everything but itself, so that what stands in it leaves it valid.
 */
function placeIn(document: XmlDocument): { document: XmlDocument; into: Element } {
  const last = document.elements.findLast((each) => isNamed(each, DS, 'Signature'));
  if (!last) return { document, into: document.root };
  const prepared = readDocument(inserted(document, last, EMPTY_OBJECT));
  const at = document.elements.indexOf(last);
  const into = [...prepared.elements[at]!.childNodes].findLast(({ nodeType }) => nodeType === 1);
  return { document: prepared, into: into as Element };
}

/** The same request gives the same one. */
function identifierOf({
  document,
  certificate,
  signingTime,
  hash,
  reason,
  location,
}: DocumentRequest): string {
  const all = createHash('sha256').update(document).update(certificate);
  const rest = JSON.stringify([signingTime, hash, reason, location]);
  return `signature-${all.update(rest).digest('hex').slice(0, 24)}`;
}

/** An element of a signature that stands alone: exclusive canonicalization makes of it what it makes of it in place. */
function partOf(draft: Draft, uri: string, name: string): Buffer {
  const { elements } = readDocument(signatureText(draft));
  return canonical(elements.find((each) => isNamed(each, uri, name))!);
}

function draftOf(asked: DocumentRequest, document: XmlDocument): Draft {
  const { hash } = asked;
  if (hash === 'sha1') throw new RangeError('XML is not signed over SHA-1');
  const draft: Draft = {
    asked,
    hash,
    type: keyTypeOf(new X509Certificate(asked.certificate).publicKey),
    id: identifierOf(asked),
    documentDigest: digestOf(hash, canonical(document.root)),
    propertiesDigest: Buffer.alloc(0),
    value: Buffer.alloc(0),
    unsigned: [],
  };
  const properties = partOf(draft, XADES, 'SignedProperties');
  return { ...draft, propertiesDigest: digestOf(hash, properties) };
}

/** XML signatures hold r and s one after the other (RFC 4050), not DER. */
async function signatureValueOf({ type }: Draft, signature: Uint8Array): Promise<Uint8Array> {
  if (type === 'rsa') return signature;
  const { p256 } = await import('@noble/curves/nist.js');
  return p256.Signature.fromBytes(signature, 'der').toBytes('compact');
}

async function withProofs(signed: Draft, { timeStamp, revocation }: Proofs): Promise<Draft> {
  const value = timeStamp && digestOf('sha256', partOf(signed, DS, 'SignatureValue'));
  const stamp = timeStamp && value ? [signatureTimeStamp(await timeStamp(value))] : [];
  return { ...signed, unsigned: [...stamp, ...(revocation ? validationData(revocation) : [])] };
}

/**
 * Prepares an enveloped XML signature (XML-DSig) with the properties of XAdES (ETSI EN 319 132-1): level B, with
 * `proofs` T and LT. A document that is signed already keeps its signatures valid.
 * @throws RangeError where it is no XML, has a DTD, entities or two elements of one identifier, or is too large
 */
export async function prepareXml(asked: DocumentRequest): Promise<PreparedDocument> {
  const { document, into } = placeIn(readDocument(asked.document));
  const draft = draftOf(asked, document);
  const toSign = partOf(draft, DS, 'SignedInfo');
  return {
    toSign,
    digest: digestOf(asked.hash, toSign),
    finish: async (signature, proofs = {}) => {
      const value = await signatureValueOf(draft, signature);
      const whole = await withProofs({ ...draft, value }, proofs);
      return Buffer.from(inserted(document, into, signatureText(whole)));
    },
  };
}
