import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import { BasicOCSPResponse, OCSPResponse, type SingleResponse } from '@peculiar/asn1-ocsp';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, CertificateList, type RevokedCertificate } from '@peculiar/asn1-x509';
import { digestBy, hashByOid, hashUnder, isSignedBy, isWeak, sameBytes } from './algorithm.ts';
import type { StatusAnswers, StatusProof } from './verdict.ts';

/** What an authority said about a certificate, where its word can be believed. */
export interface Said extends StatusProof {
  /** `unknown`: it has never issued such a certificate. */
  says: 'good' | 'revoked' | 'suspended' | 'unknown';
  /** Epoch milliseconds: revoked or suspended since, said at, to be asked again at. */
  since?: number;
  from: StatusProof['from'];
  thisUpdate: number;
  nextUpdate: number;
}

const DAY = 86_400_000;
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const HOLD = 6;

/** Beyond so many answers of a document the rest is not looked at. */
const MOST = 30;

const serialOf = (bytes: ArrayBuffer): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(00)+(?=..)/, '')
    .toUpperCase();

const sameSerial = (serial: ArrayBuffer, { serialNumber }: X509Certificate): boolean =>
  serialOf(serial) === serialNumber.replace(/^(00)+(?=..)/, '');

interface Parts {
  name: ArrayBuffer;
  key: ArrayBuffer;
}

function partsOf({ raw }: X509Certificate): Parts {
  const { tbsCertificate } = AsnConvert.parse(raw, Certificate);
  return {
    name: AsnConvert.serialize(tbsCertificate.subject),
    key: tbsCertificate.subjectPublicKeyInfo.subjectPublicKey,
  };
}

function isAbout({ certID }: SingleResponse, own: X509Certificate, issuer: X509Certificate): boolean {
  const hash = hashByOid(certID.hashAlgorithm.algorithm);
  if (hash === undefined || !sameSerial(certID.serialNumber, own)) return false;
  const { name, key } = partsOf(issuer);
  const same = (said: { buffer: ArrayBuffer }, of: ArrayBuffer) =>
    sameBytes(new Uint8Array(said.buffer), digestBy(hash, new Uint8Array(of)));
  return same(certID.issuerNameHash, name) && same(certID.issuerKeyHash, key);
}

const isValidAt = ({ validFrom, validTo }: X509Certificate, at: number): boolean =>
  at >= Date.parse(validFrom) && at <= Date.parse(validTo);

/** The issuer itself, or whom it had named for this when they answered (RFC 6960, 4.2.2.2). */
const respondersOf = (
  { certs = [], tbsResponseData }: BasicOCSPResponse,
  issuer: X509Certificate,
): X509Certificate[] => [
  issuer,
  ...certs
    .slice(0, 5)
    .map((each) => new X509Certificate(Buffer.from(AsnConvert.serialize(each))))
    .filter(
      (each) =>
        each.keyUsage?.includes(OCSP_SIGNING) &&
        isValidAt(each, tbsResponseData.producedAt.getTime()) &&
        each.checkIssued(issuer) &&
        each.verify(issuer.publicKey),
    ),
];

const isSigned = (
  algorithm: string,
  raw: ArrayBuffer | undefined,
  signature: ArrayBuffer,
  by: X509Certificate,
) => {
  const hash = hashUnder(algorithm, 'sha256');
  if (!raw || !hash || isWeak(hash)) return false;
  return isSignedBy(by.publicKey, algorithm, hash, new Uint8Array(raw), new Uint8Array(signature));
};

type From = StatusProof['from'];

function saidBy(single: SingleResponse, from: From): Said | undefined {
  const { certStatus, thisUpdate: at, nextUpdate } = single;
  const thisUpdate = at.getTime();
  const said = {
    kind: 'ocsp',
    from,
    at: at.toISOString(),
    thisUpdate,
    nextUpdate: nextUpdate?.getTime() ?? thisUpdate + DAY,
  } as const;
  const { revoked } = certStatus;
  if (revoked) {
    const reason: number | undefined = revoked.revocationReason?.reason;
    return {
      ...said,
      says: reason === HOLD ? 'suspended' : 'revoked',
      since: revoked.revocationTime.getTime(),
    };
  }
  return { ...said, says: certStatus.good === null ? 'good' : 'unknown' };
}

/** @throws where it is no OCSPResponse */
function inOcsp(
  der: Uint8Array,
  own: X509Certificate,
  issuer: X509Certificate,
  from: From,
): Said | undefined {
  const { responseBytes } = AsnConvert.parse(der, OCSPResponse);
  if (!responseBytes) return undefined;
  const basic = AsnConvert.parse(responseBytes.response.buffer, BasicOCSPResponse);
  const single = basic.tbsResponseData.responses.find((each) => isAbout(each, own, issuer));
  const { signatureAlgorithm, tbsResponseDataRaw, signature } = basic;
  const isBelieved = respondersOf(basic, issuer).some((by) =>
    isSigned(signatureAlgorithm.algorithm, tbsResponseDataRaw, signature, by),
  );
  return single && isBelieved ? saidBy(single, from) : undefined;
}

const CRL_REASON = '2.5.29.21';

const isHold = ({ crlEntryExtensions = [] }: RevokedCertificate): boolean => {
  const reason = crlEntryExtensions.find(({ extnID }) => extnID === CRL_REASON);
  return reason !== undefined && Buffer.from(reason.extnValue.buffer).at(-1) === HOLD;
};

/** @throws where it is no CertificateList */
function inCrl(der: Uint8Array, own: X509Certificate, issuer: X509Certificate, from: From): Said | undefined {
  const {
    tbsCertList: list,
    tbsCertListRaw,
    signatureAlgorithm,
    signature,
  } = AsnConvert.parse(der, CertificateList);
  const isOfIssuer = sameBytes(
    new Uint8Array(AsnConvert.serialize(list.issuer)),
    new Uint8Array(partsOf(issuer).name),
  );
  if (!isOfIssuer || !isSigned(signatureAlgorithm.algorithm, tbsCertListRaw, signature, issuer))
    return undefined;
  const at = list.thisUpdate.getTime();
  const nextUpdate = list.nextUpdate?.getTime().getTime() ?? at.getTime() + DAY;
  const said = { kind: 'crl', from, at: at.toISOString(), thisUpdate: at.getTime(), nextUpdate } as const;
  const entry = list.revokedCertificates?.find(({ userCertificate }) => sameSerial(userCertificate, own));
  if (!entry) return { ...said, says: 'good' };
  return {
    ...said,
    says: isHold(entry) ? 'suspended' : 'revoked',
    since: entry.revocationDate.getTime().getTime(),
  };
}

const believed = (read: () => Said | undefined): Said[] => {
  try {
    return [read()].filter((said) => said !== undefined);
  } catch {
    return [];
  }
};

/** What can be believed of these answers; what is none, is of others, or wrongly signed, says nothing. */
export const saidIn = (
  { ocsp = [], crls = [] }: StatusAnswers,
  own: X509Certificate,
  issuer: X509Certificate,
  from: From,
): Said[] => [
  ...ocsp.slice(0, MOST).flatMap((der) => believed(() => inOcsp(der, own, issuer, from))),
  ...crls.slice(0, MOST).flatMap((der) => believed(() => inCrl(der, own, issuer, from))),
];
