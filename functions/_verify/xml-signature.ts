import { X509Certificate } from 'node:crypto';
import type { Element } from '@xmldom/xmldom';
import { canonical, EXCLUSIVE, type Room } from '../_sign/xml/canonical.ts';
import { DS, ENVELOPED, XADES } from '../_sign/xml/names.ts';
import { digestBy, sameBytes } from './algorithm.ts';
import { below, bytesIn, child, children, childrenNamed } from './xml-nodes.ts';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const ENC = 'http://www.w3.org/2001/04/xmlenc#';

const digests: Readonly<Record<string, string>> = {
  [`${DSIG}sha1`]: 'sha1',
  [`${ENC}sha256`]: 'sha256',
  [`${MORE}sha384`]: 'sha384',
  [`${ENC}sha512`]: 'sha512',
};

/** Hash and kind of key. A key that both sides share (HMAC) makes no signature. */
const methods: Readonly<Record<string, readonly [hash: string, key: string]>> = {
  [`${DSIG}rsa-sha1`]: ['sha1', 'rsa'],
  [`${MORE}rsa-sha256`]: ['sha256', 'rsa'],
  [`${MORE}rsa-sha384`]: ['sha384', 'rsa'],
  [`${MORE}rsa-sha512`]: ['sha512', 'rsa'],
  [`${MORE}ecdsa-sha1`]: ['sha1', 'ec'],
  [`${MORE}ecdsa-sha256`]: ['sha256', 'ec'],
  [`${MORE}ecdsa-sha384`]: ['sha384', 'ec'],
  [`${MORE}ecdsa-sha512`]: ['sha512', 'ec'],
};

/** Of the document, its properties, the key and one more thing. */
const MOST = { references: 4, certificates: 60 };

const algorithmOf = (element: Element): string => element.getAttribute('Algorithm') ?? '';

/** Only what needs no parameters: a list of prefixes would change what is digested. @throws RangeError */
export function requireExclusive(element: Element): void {
  if (algorithmOf(element) !== EXCLUSIVE || children(element).length > 0)
    throw new RangeError(`canonicalization ${algorithmOf(element).slice(0, 80)} is not read here`);
}

/** What a signature refers to, and whether that is as it was. */
export interface Reference {
  /** The element whose content it covers; the root, without the signature, is the whole document. */
  target: Element;
  hash: string;
  intact: boolean;
}

function targetOf(uri: string, root: Element, elements: readonly Element[]): Element {
  if (uri === '') return root;
  const id = /^#([\w.:-]{1,200})$/.exec(uri)?.[1];
  const found =
    id === undefined
      ? undefined
      : elements.find((each) => ['Id', 'ID', 'id'].some((name) => each.getAttribute(name) === id));
  if (!found) throw new RangeError('a reference to what is not in the document');
  return found;
}

/** Enveloped and exclusive: whatever else could hide what is covered (XPath, XSLT) is not read. */
function isEnveloped(reference: Element): boolean {
  const transforms = childrenNamed(child(reference, DS, 'Transforms'), DS, 'Transform');
  const rest = transforms.filter((each) => algorithmOf(each) !== ENVELOPED || children(each).length > 0);
  if (rest.length !== 1) throw new RangeError('transforms that are not read here');
  for (const each of rest) requireExclusive(each);
  return rest.length < transforms.length;
}

/** A document whose signatures are looked at. */
export interface XmlSigned {
  root: Element;
  elements: readonly Element[];
  /** For all that is digested of it. */
  room: Room;
}

/** Digests of one signature: what two references are to is digested once. */
function digesterOf(signature: Element, { room }: XmlSigned) {
  const known: { target: Element; enveloped: boolean; hash: string; digest: Buffer }[] = [];
  return (target: Element, enveloped: boolean, hash: string): Buffer => {
    const found = known.find(
      (each) => each.target === target && each.enveloped === enveloped && each.hash === hash,
    );
    if (found) return found.digest;
    const bytes = canonical(target, enveloped ? signature : undefined, room);
    const digest = digestBy(hash, bytes);
    known.push({ target, enveloped, hash, digest });
    return digest;
  };
}

function referenceIn(
  reference: Element,
  { root, elements }: XmlSigned,
  digestOf: ReturnType<typeof digesterOf>,
): Reference {
  const target = targetOf(reference.getAttribute('URI') ?? '?', root, elements);
  const hash = digests[algorithmOf(child(reference, DS, 'DigestMethod'))];
  if (hash === undefined) throw new RangeError('a digest method that is not read here');
  const digest = digestOf(target, isEnveloped(reference), hash);
  return { target, hash, intact: sameBytes(bytesIn(child(reference, DS, 'DigestValue')), digest) };
}

/** What SignedInfo says. @throws RangeError */
export interface SignedInfo {
  /** What the key has signed. */
  bytes: Buffer;
  hash: string;
  key: string;
  references: Reference[];
}

export function signedInfoOf(signature: Element, document: XmlSigned): SignedInfo {
  const info = child(signature, DS, 'SignedInfo');
  requireExclusive(child(info, DS, 'CanonicalizationMethod'));
  const method = methods[algorithmOf(child(info, DS, 'SignatureMethod'))];
  if (!method) throw new RangeError('a signature method that is not read here');
  const references = childrenNamed(info, DS, 'Reference');
  if (references.length === 0 || references.length > MOST.references)
    throw new RangeError('no references, or too many');
  const [hash, key] = method;
  const digestOf = digesterOf(signature, document);
  return {
    bytes: canonical(info, undefined, document.room),
    hash,
    key,
    references: references.map((each) => referenceIn(each, document, digestOf)),
  };
}

/** Nobody's certificate is larger. */
const MOST_BYTES = 16_384;

/** Certificates in elements of this name; what is none is left out. */
export const certificatesIn = (elements: readonly Element[]): X509Certificate[] =>
  elements.slice(0, MOST.certificates).flatMap((each) => {
    try {
      const bytes = bytesIn(each);
      return bytes.length > MOST_BYTES ? [] : [new X509Certificate(bytes)];
    } catch {
      return [];
    }
  });

/** What SigningCertificate says of a certificate; undefined: there is none. */
export function isNamedBy(
  properties: Element | undefined,
  certificate: X509Certificate,
): boolean | undefined {
  const [first] = below(properties, XADES, 'CertDigest');
  if (!first) return undefined;
  const hash = digests[algorithmOf(child(first, DS, 'DigestMethod'))];
  return (
    hash !== undefined && sameBytes(bytesIn(child(first, DS, 'DigestValue')), digestBy(hash, certificate.raw))
  );
}
