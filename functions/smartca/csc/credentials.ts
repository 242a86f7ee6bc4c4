import { X509Certificate } from 'node:crypto';
import type { InfoRequest } from '../../../contracts/_smartca/csc-data.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Change } from '../../_kit/store.ts';
import {
  type Certificate,
  certificateBySerial,
  chainOf,
  type Standing,
  standingOf,
} from '../../_sign/certificate.ts';
import { credentialIdOf, writeTimeStamp } from '../../_sign/decision769.ts';
import type { Holder } from '../../_sign/holder.ts';
import { certificateFor } from '../subscriber.ts';
import { callerOf, fixedId, said } from './caller.ts';

const uidOf = ({ person, kind }: Holder) =>
  kind === 'enterprise' && person.organisation
    ? { accType: 1, uidPre: 'MST', uid: person.organisation.taxCode }
    : { accType: 0, uidPre: 'CCCD', uid: person.personalNumber };

const contactOf = ({ person }: Holder) => ({
  email: person.vneid.email ?? null,
  phone: person.phones[0]?.number ?? null,
});

export async function userInfo(x: Exchange) {
  const { holder } = await callerOf(x);
  return said({ ...uidOf(holder), ...contactOf(holder) });
}

export async function list(x: Exchange) {
  const { holder } = await callerOf(x);
  const found = await certificateFor(x, holder);
  return said(found ? [credentialIdOf(found.certificate)] : [], found?.changes);
}

/** The subscriber's own. @throws Fault credential_not_exist, credential_not_match */
export async function credentialOf(
  x: Exchange,
  holder: Holder,
  id: string,
): Promise<{ certificate: Certificate; changes: Change[] }> {
  const asked = id.toLowerCase();
  const known = await certificateBySerial(x, asked.replaceAll('-', ''));
  const isCredential = known?.provider === 'smartca' && credentialIdOf(known) === asked;
  const own = isCredential ? await certificateFor(x, holder) : undefined;
  if (!isCredential) throw new Fault('credential_not_exist', `no_credential_match_id_${asked.slice(0, 40)}`);
  if (own?.certificate.serial !== known.serial)
    throw new Fault('credential_not_match', 'the credential is not of the user of this access token');
  return own;
}

const states: Readonly<Record<Standing, string>> = {
  good: 'VALID',
  expired: 'EXPIRED',
  'not-yet-valid': 'NOT_YET_VALID',
  revoked: 'REVOKED',
  suspended: 'SUSPENDED',
};

const keys = {
  rsa2048: { alg: ['1.2.840.113549.1.1.1'], len: 2048 },
  rsa3072: { alg: ['1.2.840.113549.1.1.1'], len: 3072 },
  p256: { alg: ['1.2.840.10045.2.1'], len: 256 },
} as const;

const named = (subject: string): string => subject.split('\n').join(',');

async function certOf(x: Exchange, certificate: Certificate, { certificates, certInfo }: InfoRequest) {
  const { der, serial, notBefore, notAfter } = certificate;
  const { subject, issuer } = new X509Certificate(Buffer.from(der, 'base64'));
  const above = certificates === 'chain' ? await chainOf(x, certificate) : [];
  return {
    status: states[await standingOf(x, certificate)],
    ...(certInfo && {
      serialNumber: serial.toLowerCase(),
      subjectDN: named(subject),
      issuerDN: named(issuer),
      validFrom: writeTimeStamp(notBefore),
      validTo: writeTimeStamp(notAfter),
    }),
    ...(certificates !== 'none' && { certificates: [der, ...above] }),
  };
}

export async function info(x: Exchange<InfoRequest>) {
  const { holder } = await callerOf(x);
  const { certificate } = await credentialOf(x, holder, x.input.credentialId);
  const { uid } = uidOf(holder);
  const servicePackId = fixedId(`pack ${uid}`);
  const admin = {
    credentialId: null,
    id: fixedId(`user ${uid}`),
    uid,
    fullName: certificate.name,
    ...contactOf(holder),
  };
  const pack = { servicePackId, name: `Gói lượt ký ${uid}`, admin, type: 0, status: 0 };
  return said({
    key: { status: 'ENABLED', ...keys[certificate.key] },
    cert: await certOf(x, certificate, x.input),
    ...(x.input.authInfo && { authMode: 'oauth2code', scal: 'SCAL2' }),
    multisign: 1,
    status: 'VALID',
    servicePacks: [pack],
    signType: 0,
    defaultServicePackId: servicePackId,
  });
}
