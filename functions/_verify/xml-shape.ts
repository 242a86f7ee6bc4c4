import type { Attr, Element } from '@xmldom/xmldom';
import { DS, XADES } from '../_sign/xml/names.ts';
import { children } from './xml-nodes.ts';

const prefixes: Readonly<Record<string, string>> = {
  [DS]: 'ds',
  [XADES]: 'xades',
  'http://uri.etsi.org/01903/v1.4.1#': 'xades141',
  'http://www.w3.org/2009/xmldsig11#': 'dsig11',
};

const XMLNS = 'http://www.w3.org/2000/xmlns/';

const texts = { base64: /^[A-Za-z\d+/]*={0,2}$/, number: /^\d*$/, time: /^[\dTZ:.+-]*$/, name: /^/ } as const;

/** A text, or elements; those with `*` as often as one likes, the others once. */
type Content = keyof typeof texts | readonly string[];

const timeStamp: Content = ['ds:CanonicalizationMethod', 'xades:EncapsulatedTimeStamp*'];
const digest = ['ds:DigestMethod', 'ds:DigestValue'];
const certificates: Content = ['xades:EncapsulatedX509Certificate*'];
const revocations: Content = ['xades:CRLValues', 'xades:OCSPValues'];

/** What may stand in a signature though it does not sign it: what proves it, and nothing that anybody reads. */
const contents: Readonly<Record<string, Content>> = {
  'ds:Signature': ['ds:SignedInfo', 'ds:SignatureValue', 'ds:KeyInfo', 'ds:Object*'],
  'ds:SignatureValue': 'base64',
  'ds:KeyInfo': ['ds:KeyValue', 'ds:X509Data*'],
  'ds:KeyValue': ['ds:RSAKeyValue', 'dsig11:ECKeyValue'],
  'ds:RSAKeyValue': ['ds:Modulus', 'ds:Exponent'],
  'ds:Modulus': 'base64',
  'ds:Exponent': 'base64',
  'dsig11:ECKeyValue': ['dsig11:NamedCurve', 'dsig11:PublicKey'],
  'dsig11:NamedCurve': [],
  'dsig11:PublicKey': 'base64',
  'ds:X509Data': [
    ...['ds:X509Certificate*', 'ds:X509CRL*', 'ds:X509SubjectName*', 'ds:X509IssuerSerial*'],
    ...['ds:X509SKI*', 'dsig11:X509Digest*'],
  ],
  'ds:X509Certificate': 'base64',
  'ds:X509CRL': 'base64',
  'ds:X509SKI': 'base64',
  'dsig11:X509Digest': 'base64',
  'ds:X509SubjectName': 'name',
  'ds:X509IssuerSerial': ['ds:X509IssuerName', 'ds:X509SerialNumber'],
  'ds:X509IssuerName': 'name',
  'ds:X509SerialNumber': 'number',
  'ds:Object': ['xades:QualifyingProperties', 'ds:Signature*'],
  'ds:CanonicalizationMethod': [],
  'ds:DigestMethod': [],
  'ds:DigestValue': 'base64',
  'xades:QualifyingProperties': ['xades:UnsignedProperties'],
  'xades:UnsignedProperties': ['xades:UnsignedSignatureProperties'],
  'xades:UnsignedSignatureProperties': [
    ...['xades:CounterSignature*', 'xades:SignatureTimeStamp*', 'xades:SigAndRefsTimeStamp*'],
    ...['xades:CompleteCertificateRefs', 'xades:CompleteRevocationRefs', 'xades:CertificateValues'],
    ...['xades:RevocationValues', 'xades:ArchiveTimeStamp*', 'xades141:ArchiveTimeStamp*'],
    'xades141:TimeStampValidationData*',
  ],
  'xades:CounterSignature': ['ds:Signature'],
  'xades:SignatureTimeStamp': timeStamp,
  'xades:SigAndRefsTimeStamp': timeStamp,
  'xades:ArchiveTimeStamp': timeStamp,
  'xades141:ArchiveTimeStamp': timeStamp,
  'xades:EncapsulatedTimeStamp': 'base64',
  'xades141:TimeStampValidationData': ['xades:CertificateValues', 'xades:RevocationValues'],
  'xades:CertificateValues': certificates,
  'xades:EncapsulatedX509Certificate': 'base64',
  'xades:RevocationValues': revocations,
  'xades:CRLValues': ['xades:EncapsulatedCRLValue*'],
  'xades:EncapsulatedCRLValue': 'base64',
  'xades:OCSPValues': ['xades:EncapsulatedOCSPValue*'],
  'xades:EncapsulatedOCSPValue': 'base64',
  'xades:CompleteCertificateRefs': ['xades:CertRefs'],
  'xades:CertRefs': ['xades:Cert*'],
  'xades:Cert': ['xades:CertDigest', 'xades:IssuerSerial'],
  'xades:CertDigest': digest,
  'xades:IssuerSerial': ['ds:X509IssuerName', 'ds:X509SerialNumber'],
  'xades:CompleteRevocationRefs': ['xades:CRLRefs', 'xades:OCSPRefs'],
  'xades:CRLRefs': ['xades:CRLRef*'],
  'xades:CRLRef': ['xades:DigestAlgAndValue', 'xades:CRLIdentifier'],
  'xades:CRLIdentifier': ['xades:Issuer', 'xades:IssueTime', 'xades:Number'],
  'xades:Issuer': 'name',
  'xades:IssueTime': 'time',
  'xades:Number': 'number',
  'xades:OCSPRefs': ['xades:OCSPRef*'],
  'xades:OCSPRef': ['xades:OCSPIdentifier', 'xades:DigestAlgAndValue'],
  'xades:OCSPIdentifier': ['xades:ResponderID', 'xades:ProducedAt'],
  'xades:ResponderID': ['xades:ByName', 'xades:ByKey'],
  'xades:ByName': 'name',
  'xades:ByKey': 'base64',
  'xades:ProducedAt': 'time',
  'xades:DigestAlgAndValue': digest,
};

const attributes = new Set(['Id', 'Target', 'Algorithm', 'URI', 'MimeType', 'Encoding']);

const isUsual = ({ namespaceURI, name }: Attr): boolean => namespaceURI === XMLNS || attributes.has(name);

const nameOf = ({ namespaceURI, localName }: Element): string =>
  `${prefixes[namespaceURI ?? ''] ?? '?'}:${localName}`;

/** Its own, without blanks. */
const textIn = (element: Element): string =>
  [...element.childNodes]
    .filter(({ nodeType }) => nodeType === 3 || nodeType === 4)
    .map(({ nodeValue }) => nodeValue ?? '')
    .join('')
    .replace(/\s+/g, '');

function hasStranger(elements: readonly Element[], allowed: readonly string[]): boolean {
  const names = elements.map(nameOf);
  return names.some(
    (name, at) => !allowed.includes(`${name}*`) && !(allowed.includes(name) && names.indexOf(name) === at),
  );
}

/** Another signature answers for itself, and SignedInfo is what is signed. */
const answersForItself = new Set(['ds:Signature', 'ds:SignedInfo']);

/** Whether anything stands in a signature that it does not sign and that does not prove it either. */
export function hidesSomething(element: Element, isCovered: (each: Element) => boolean): boolean {
  const content = contents[nameOf(element)];
  if (content === undefined || ![...element.attributes].every(isUsual)) return true;
  const inside = children(element);
  if (typeof content === 'string') return inside.length > 0 || !texts[content].test(textIn(element));
  const uncovered = inside.filter((each) => !isCovered(each));
  if (textIn(element) !== '' || hasStranger(uncovered, content)) return true;
  return uncovered.some((each) => !answersForItself.has(nameOf(each)) && hidesSomething(each, isCovered));
}
