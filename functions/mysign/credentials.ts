import type * as z from 'zod';
import { type infoRequest, MOST_HASHES } from '../../contracts/_mysign/data.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import {
  type Certificate,
  certificateBySerial,
  certificateOf,
  chainOf,
  hasCertificate,
  type Standing,
  standingOf,
} from '../_sign/certificate.ts';
import { namesIn } from '../_sign/names.ts';
import { keyShown } from './algorithms.ts';
import { type Session, sessionOf } from './session.ts';

type InfoRequest = z.output<typeof infoRequest>;

/** `yyyyMMddHHmmss+0000` */
const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/\D/g, '')}+0000`;

const statuses: Readonly<Record<Standing, 'valid' | 'expired' | 'revoked' | 'suspended'>> = {
  good: 'valid',
  expired: 'expired',
  'not-yet-valid': 'suspended',
  revoked: 'revoked',
  suspended: 'suspended',
};

function namesOf({ der, serial, notBefore, notAfter }: Certificate) {
  const { issuerDN, subjectDN } = namesIn(der);
  return {
    issuerDN,
    serialNumber: serial,
    subjectDN,
    validFrom: moment(notBefore),
    validTo: moment(notAfter),
  };
}

async function shown(x: Exchange<InfoRequest>, certificate: Certificate) {
  const { certificates, certInfo, authInfo } = x.input;
  const standing = await standingOf(x, certificate);
  const above = certificates === 'chain' ? await chainOf(x, certificate) : [];
  return {
    credential_id: certificate.serial,
    key: { status: standing === 'good' ? 'enabled' : 'disabled', ...keyShown(certificate.key) },
    cert: {
      status: statuses[standing],
      ...(certificates !== 'none' && { certificates: [certificate.der, ...above] }),
      ...(certInfo && namesOf(certificate)),
    },
    ...(authInfo && { authMode: 'implicit' }),
    multisign: MOST_HASHES,
    scal: '2',
  };
}

/** The user's credentials: one, or none for whoever has no certificate. */
export async function certificates(x: Exchange<InfoRequest>) {
  const { person, as } = await sessionOf(x);
  if (!hasCertificate(person) || x.failure === 'empty') return json([]);
  const wanted = { provider: 'mysign', authority: 'viettel-ca', person, kind: as } as const;
  const { certificate, changes } = await certificateOf(x, wanted);
  return json([await shown(x, certificate)], { changes });
}

/** A credential of the one for whom the token was taken. @throws Fault credential_refused */
export async function credentialOf(x: Exchange, { person, as }: Session, id: string): Promise<Certificate> {
  const certificate = await certificateBySerial(x, id);
  const isOwn =
    certificate?.provider === 'mysign' && certificate.person === person.slug && certificate.kind === as;
  if (!certificate || !isOwn) throw new Fault('credential_refused', 'this user has no such credential');
  return certificate;
}
