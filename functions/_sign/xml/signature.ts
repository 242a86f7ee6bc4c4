import { type Node, written } from '../../_soap/write.ts';
import { digestOf } from '../algorithms.ts';
import type { DocumentRequest } from '../prepared.ts';
import { issuerSerial } from '../signing-certificate.ts';
import { EXCLUSIVE } from './canonical.ts';
import { DS, ENVELOPED, SIGNED_PROPERTIES, signatureMethods, XADES, type XmlHash } from './names.ts';
import { base64, digested, ds, method, xades } from './nodes.ts';

/** A signature as far as it is made. */
export interface Draft {
  asked: DocumentRequest;
  hash: XmlHash;
  type: 'rsa' | 'ec';
  /** Of the Signature element; the other identifiers begin with it. */
  id: string;
  /** Of the document and of the signed properties, by `hash`. */
  documentDigest: Uint8Array;
  propertiesDigest: Uint8Array;
  /** PKCS #1 v1.5, or r and s. */
  value: Uint8Array;
  unsigned: readonly Node[];
}

const reference = (
  attributes: Record<string, string>,
  transforms: readonly string[],
  hash: XmlHash,
  digest: Uint8Array,
): Node =>
  ds(
    'Reference',
    [
      ds(
        'Transforms',
        transforms.map((each) => method('Transform', each)),
      ),
      ...digested(hash, digest),
    ],
    attributes,
  );

const signedInfo = ({ id, hash, type, documentDigest, propertiesDigest }: Draft): Node =>
  ds('SignedInfo', [
    method('CanonicalizationMethod', EXCLUSIVE),
    method('SignatureMethod', signatureMethods[type][hash]),
    reference({ Id: `${id}-document`, URI: '' }, [ENVELOPED, EXCLUSIVE], hash, documentDigest),
    reference({ Type: SIGNED_PROPERTIES, URI: `#${id}-signed` }, [EXCLUSIVE], hash, propertiesDigest),
  ]);

const keyInfo = ({ certificate, chain }: DocumentRequest): Node =>
  ds('KeyInfo', [
    ds(
      'X509Data',
      [certificate, ...chain].map((der) => ds('X509Certificate', base64(der))),
    ),
  ]);

/** ETSI EN 319 132-1, 5.2.2: which certificate signs, so that none can be put in its place. */
function signingCertificate(certificate: Uint8Array): Node {
  return xades('SigningCertificateV2', [
    xades('Cert', [
      xades('CertDigest', digested('sha256', digestOf('sha256', certificate))),
      xades('IssuerSerialV2', base64(issuerSerial(certificate))),
    ]),
  ]);
}

const secondsOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** What the signer says of the document: its type, and why it is signed. */
const aboutDocument = (id: string, reason: string | undefined): Node[] => [
  xades('DataObjectFormat', [xades('MimeType', 'text/xml')], { ObjectReference: `#${id}-document` }),
  ...(reason === undefined
    ? []
    : [
        xades('CommitmentTypeIndication', [
          xades('CommitmentTypeId', [
            xades('Identifier', 'http://uri.etsi.org/01903/v1.2.2#ProofOfApproval'),
            xades('Description', reason),
          ]),
          xades('AllSignedDataObjects', ''),
        ]),
      ]),
];

const signedProperties = ({ id, asked }: Draft): Node =>
  xades(
    'SignedProperties',
    [
      xades('SignedSignatureProperties', [
        xades('SigningTime', secondsOf(asked.signingTime)),
        signingCertificate(asked.certificate),
        ...(asked.location === undefined
          ? []
          : [xades('SignatureProductionPlaceV2', [xades('City', asked.location)])]),
      ]),
      xades('SignedDataObjectProperties', aboutDocument(id, asked.reason)),
    ],
    { Id: `${id}-signed` },
  );

const unsignedProperties = ({ unsigned }: Draft): Node[] =>
  unsigned.length === 0
    ? []
    : [xades('UnsignedProperties', [xades('UnsignedSignatureProperties', unsigned)])];

/** The whole ds:Signature as text, in its own namespaces. */
export const signatureText = (draft: Draft): string =>
  written(
    ds(
      'Signature',
      [
        signedInfo(draft),
        ds('SignatureValue', base64(draft.value), { Id: `${draft.id}-value` }),
        keyInfo(draft.asked),
        ds('Object', [
          xades('QualifyingProperties', [signedProperties(draft), ...unsignedProperties(draft)], {
            'xmlns:xades': XADES,
            Target: `#${draft.id}`,
          }),
        ]),
      ],
      { 'xmlns:ds': DS, Id: draft.id },
    ),
  );

/** A place in a signature where another one stands, so that the first does not see it. */
export const EMPTY_OBJECT = written(ds('Object', '', { 'xmlns:ds': DS }));
