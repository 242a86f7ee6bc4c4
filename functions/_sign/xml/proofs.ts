import type { Node } from '../../_soap/write.ts';
import { EXCLUSIVE } from './canonical.ts';
import { base64, method, xades } from './nodes.ts';

/** Level T: over the canonical SignatureValue. */
export const signatureTimeStamp = (token: Uint8Array): Node =>
  xades('SignatureTimeStamp', [
    method('CanonicalizationMethod', EXCLUSIVE),
    xades('EncapsulatedTimeStamp', base64(token)),
  ]);

const group = (name: string, each: string, all: readonly Uint8Array[]): Node[] =>
  all.length === 0
    ? []
    : [
        xades(
          name,
          all.map((der) => xades(each, base64(der))),
        ),
      ];

/** Level LT: everything that a later reader needs. */
export const validationData = ({
  certificates,
  ocsp,
  crls,
}: Record<'certificates' | 'ocsp' | 'crls', readonly Uint8Array[]>): Node[] => {
  const revocation = [
    ...group('CRLValues', 'EncapsulatedCRLValue', crls),
    ...group('OCSPValues', 'EncapsulatedOCSPValue', ocsp),
  ];
  return [
    ...group('CertificateValues', 'EncapsulatedX509Certificate', certificates),
    ...(revocation.length === 0 ? [] : [xades('RevocationValues', revocation)]),
  ];
};
