// RFC 5035: which certificate signs, so that none can be put in its place.
import { AsnIntegerArrayBufferConverter, AsnProp, AsnPropTypes, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, GeneralName, type Name } from '@peculiar/asn1-x509';
import { digestOf, hashOids } from './algorithms.ts';
import { octets, written } from './asn1.ts';
import { tbsOf } from './read-certificate.ts';

class IssuerSerial {
  issuer: GeneralName[] = [];
  serialNumber = new ArrayBuffer(0);
  constructor(parts: Partial<IssuerSerial> = {}) {
    Object.assign(this, parts);
  }
}
AsnProp({ type: GeneralName, repeated: 'sequence' })(IssuerSerial.prototype, 'issuer');
AsnProp({ type: AsnPropTypes.Integer, converter: AsnIntegerArrayBufferConverter })(
  IssuerSerial.prototype,
  'serialNumber',
);

const sha256 = new AlgorithmIdentifier({ algorithm: hashOids.sha256 });

class CertificateById {
  hashAlgorithm = sha256;
  hash = new OctetString();
  issuerSerial?: IssuerSerial;
  constructor(parts: Partial<CertificateById> = {}) {
    Object.assign(this, parts);
  }
}
AsnProp({ type: AlgorithmIdentifier, defaultValue: sha256 })(CertificateById.prototype, 'hashAlgorithm');
AsnProp({ type: OctetString })(CertificateById.prototype, 'hash');
AsnProp({ type: IssuerSerial, optional: true })(CertificateById.prototype, 'issuerSerial');

class SigningCertificateV2 {
  certificates: CertificateById[] = [];
  constructor(certificates: CertificateById[] = []) {
    this.certificates = certificates;
  }
}
AsnProp({ type: CertificateById, repeated: 'sequence' })(SigningCertificateV2.prototype, 'certificates');

const directory = (directoryName: Name): GeneralName[] => [new GeneralName({ directoryName })];

function idOf(certificate: Uint8Array): IssuerSerial {
  const { issuer, serialNumber } = tbsOf(certificate);
  return new IssuerSerial({ issuer: directory(issuer), serialNumber });
}

/** Issuer and serial number of a certificate, DER: what XAdES quotes. */
export const issuerSerial = (certificate: Uint8Array): Uint8Array => written(idOf(certificate));

/** The attribute's value, DER. SHA-256 is the default, and left out. */
export const signingCertificate = (certificate: Uint8Array): Uint8Array =>
  written(
    new SigningCertificateV2([
      new CertificateById({
        hash: octets(digestOf('sha256', certificate)),
        issuerSerial: idOf(certificate),
      }),
    ]),
  );
