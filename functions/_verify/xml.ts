import { verify, type X509Certificate } from 'node:crypto';
import type { Element } from '@xmldom/xmldom';
import { canonical, newRoom, type Room } from '../_sign/xml/canonical.ts';
import { readDocument } from '../_sign/xml/document.ts';
import { DS, isNamed, XADES } from '../_sign/xml/names.ts';
import type { Found, FoundIn } from './found.ts';
import { below, bytesIn, child, childrenNamed } from './xml-nodes.ts';
import { hidesSomething } from './xml-shape.ts';
import {
  certificatesIn,
  isNamedBy,
  requireExclusive,
  type SignedInfo,
  signedInfoOf,
  type XmlSigned,
} from './xml-signature.ts';

const MOST_SIGNATURES = 20;

/** XML signatures hold r and s one after the other. */
function isSigned({ bytes, hash, key }: SignedInfo, { publicKey }: X509Certificate, value: Buffer): boolean {
  if (publicKey.asymmetricKeyType !== key) return false;
  try {
    return verify(hash, bytes, { key: publicKey, dsaEncoding: 'ieee-p1363' }, value);
  } catch {
    return false;
  }
}

/** The signer's own is the one that the signed properties name, else the first. */
const signerOf = (
  all: readonly X509Certificate[],
  properties: Element | undefined,
): X509Certificate | undefined => all.find((each) => isNamedBy(properties, each)) ?? all[0];

/** Properties that are signed: a reference is to them, and they are this signature's own. */
const signedProperties = (signature: Element, { references }: SignedInfo): Element | undefined =>
  references
    .map(({ target }) => target)
    .find((each) => isNamed(each, XADES, 'SignedProperties') && signature.contains(each));

function uncovered(signature: Element, root: Element, info: SignedInfo): string | undefined {
  const isWhole = info.references.some(
    ({ target }) => target === root && root.contains(signature) && root !== signature,
  );
  if (!isWhole) return 'a part of the document only is signed';
  const isCovered = (each: Element) =>
    info.references.some(({ target }) => target.contains(each) && !target.contains(signature));
  return hidesSomething(signature, isCovered) ? 'something in the signature is signed by nobody' : undefined;
}

function timeStampIn(unsigned: Element | undefined, value: Element, room: Room): Found['timeStamp'] {
  const [stamp] = below(unsigned, XADES, 'SignatureTimeStamp');
  if (!stamp) return undefined;
  for (const each of childrenNamed(stamp, DS, 'CanonicalizationMethod')) requireExclusive(each);
  return {
    token: bytesIn(child(stamp, XADES, 'EncapsulatedTimeStamp')),
    over: canonical(value, undefined, room),
  };
}

const claimedIn = (properties: Element | undefined): number | undefined => {
  const text = below(properties, XADES, 'SigningTime')[0]?.textContent;
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : at;
};

function foundSignature(signature: Element, document: XmlSigned): Found {
  const info = signedInfoOf(signature, document);
  const value = child(signature, DS, 'SignatureValue');
  const properties = signedProperties(signature, info);
  const own = certificatesIn(below(childrenNamed(signature, DS, 'KeyInfo')[0], DS, 'X509Certificate'));
  const certificate = signerOf(own, properties);
  const unsigned = childrenNamed(signature, DS, 'Object')
    .flatMap((each) => childrenNamed(each, XADES, 'QualifyingProperties'))
    .flatMap((each) => childrenNamed(each, XADES, 'UnsignedProperties'))[0];
  const named = certificate && isNamedBy(properties, certificate);
  const added = uncovered(signature, document.root, info);
  return {
    form: properties ? 'XAdES' : 'XML-DSig',
    certificate,
    certificates: [...own, ...certificatesIn(below(unsigned, XADES, 'EncapsulatedX509Certificate'))],
    intact: info.references.every(({ intact }) => intact),
    genuine: certificate !== undefined && named !== false && isSigned(info, certificate, bytesIn(value)),
    hash: info.hash,
    hashes: [info.hash, ...info.references.map(({ hash }) => hash)],
    claimed: claimedIn(properties),
    timeStamp: timeStampIn(unsigned, value, document.room),
    coversWhole: added === undefined,
    added,
    proofs: {
      ocsp: below(unsigned, XADES, 'EncapsulatedOCSPValue').map(bytesIn),
      crls: below(unsigned, XADES, 'EncapsulatedCRLValue').map(bytesIn),
    },
    isAdes: named === true,
  };
}

/** The signatures of an XML document (XML-DSig, XAdES; enveloped). @throws RangeError where it cannot be read */
export async function inXml(bytes: Buffer): Promise<FoundIn> {
  const { root, elements } = await readDocument(bytes);
  const all = elements.filter((each) => isNamed(each, DS, 'Signature'));
  if (all.length > MOST_SIGNATURES) throw new RangeError('too many signatures');
  const document = { root, elements, room: newRoom() };
  return { format: 'xml', signatures: all.map((each) => foundSignature(each, document)) };
}
