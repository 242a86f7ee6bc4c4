import { X509Certificate } from 'node:crypto';
import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change } from '../_kit/store.ts';
import {
  type Certificate,
  certificateBySerial,
  certificateOf,
  chainOf,
  type HolderKind,
  hasCertificate,
  type Standing,
  standingOf,
} from '../_sign/certificate.ts';
import { keyInfo } from './algorithms.ts';
import type { Caller } from './token.ts';

const kindsOf = ({ organisation }: Person): HolderKind[] => [
  'citizen',
  ...(organisation ? ['enterprise' as const] : []),
];

/** A person's credentials: one as a citizen, and the seal of the organisation that they represent. */
export async function credentialsOf(
  x: Exchange,
  person: Person,
): Promise<{ credentials: Certificate[]; changes: Change[] }> {
  if (!hasCertificate(person)) return { credentials: [], changes: [] };
  const wanted = kindsOf(person).map((kind) =>
    certificateOf(x, { provider: 'csc', authority: 'misa-ca', person, kind }),
  );
  const made = await Promise.all(wanted);
  return {
    credentials: made.map(({ certificate }) => certificate),
    changes: made.flatMap(({ changes }) => changes),
  };
}

/** The credential of this id, if it is the caller's; one of an application alone reaches everybody's. @throws Fault invalid_request */
export async function credentialFor(x: Exchange, { person }: Caller, id: string): Promise<Certificate> {
  const found = await certificateBySerial(x, id);
  if (found?.provider !== 'csc' || (person !== null && found.person !== person))
    throw new Fault('invalid_request', 'Invalid parameter credentialID');
  x.remarks.person = found.person;
  return found;
}

/** @throws Fault invalid_request */
export async function requireGood(x: Exchange, credential: Certificate): Promise<void> {
  const standing = await standingOf(x, credential);
  if (standing === 'expired') throw new Fault('invalid_request', 'Signing certificate is expired');
  if (standing !== 'good')
    throw new Fault('invalid_request', 'The credential identified by credentialID is disabled');
}

const statuses = {
  good: { status: 'valid' },
  expired: { status: 'expired' },
  revoked: { status: 'revoked' },
  suspended: { status: 'suspended' },
  // The standard has no word for it.
  'not-yet-valid': {},
} as const satisfies Record<Standing, object>;

/** `YYYYMMDDHHMMSSZ` */
const generalized = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;

/** RFC 4514: the last attribute first. */
const distinguished = (lines: string): string => lines.split('\n').toReversed().join(',');

function details({ der, serial, notBefore, notAfter }: Certificate) {
  const { issuer, subject } = new X509Certificate(Buffer.from(der, 'base64'));
  return {
    issuerDN: distinguished(issuer),
    serialNumber: serial,
    subjectDN: distinguished(subject),
    validFrom: generalized(notBefore),
    validTo: generalized(notAfter),
  };
}

export interface InfoAsked {
  certificates?: 'none' | 'single' | 'chain' | undefined;
  certInfo?: boolean | undefined;
  authInfo?: boolean | undefined;
}

/** Key and certificate as both versions describe them. */
export async function described(
  x: Exchange,
  credential: Certificate,
  { certificates = 'single', certInfo = false }: InfoAsked,
) {
  const standing = await standingOf(x, credential);
  const above = certificates === 'chain' ? await chainOf(x, credential) : [];
  return {
    description: credential.name,
    key: { status: standing === 'good' ? 'enabled' : 'disabled', ...keyInfo(credential.key) },
    cert: {
      ...statuses[standing],
      ...(certificates !== 'none' && { certificates: [credential.der, ...above] }),
      ...(certInfo && details(credential)),
    },
  };
}
