import { type AuthorityName, authorities, type KeyType } from '../../contracts/_sign/authorities.ts';
import type { CertificateState } from '../../contracts/_sign/signer.ts';
import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { type Change, kind } from '../_kit/store.ts';
import { authorityOf, publishedAt } from './authority.ts';
import { newKey } from './keys.ts';
import type { Attribute } from './x509.ts';

/** As whom somebody signs. */
export type HolderKind = 'citizen' | 'enterprise' | 'agency';

export interface Certificate {
  /** Upper-case hex, 32 digits. */
  serial: string;
  authority: AuthorityName;
  /** The system whose key store holds the key: `smartca`, `usbtoken` … */
  provider: string;
  /** Slug of the one who signs. */
  person: string;
  kind: HolderKind;
  /** Personal number, or tax code of the enterprise. */
  number: string;
  /** CN of the subject. */
  name: string;
  /** DER, base64. */
  der: string;
  key: KeyType;
  /** Private key, PKCS #8, base64. */
  pkcs8: string;
  /** Epoch milliseconds of the token clock. */
  notBefore: number;
  notAfter: number;
  state: CertificateState;
}

/** What an authority says of a certificate; nothing is kept of one that was always good. Times: token clock. */
export interface Status {
  at: 'revoked' | 'suspended' | 'released';
  since: number;
  /** RFC 5280, 5.3.1. */
  reason?: number;
}

export const certificates = kind<Certificate>(
  'sign',
  'certificate',
  'id: serial number, upper-case hex. A certificate with its private key, its holder and its provider. As long as the workspace.',
  { exported: false },
);

/** By whom it is asked for. */
const holdings = kind<{ serial: string }>(
  'sign',
  'holding',
  'id: provider, slug, kind of holder, authority. The serial number of the certificate that this holder has there. As long as the workspace.',
  { exported: false },
);

/** What a person has. */
const owned = kind<{ serial: string }>(
  'sign',
  'owned',
  'id: slug, serial number. A certificate of this person, with whatever provider. As long as the workspace.',
  { exported: false },
);

export const statuses = kind<Status>(
  'sign',
  'status',
  'id: authority, serial number. A certificate that was revoked, suspended or released, since when and why. As long as the workspace.',
  { exported: false },
);

const DAY = 86_400_000;

/** RFC 5280, 5.3.1. */
const [KEY_COMPROMISE, HOLD] = [1, 6];

const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** The validity that each state needs, by the token clock when it is made. */
function validity(now: number, state: CertificateState): { notBefore: number; notAfter: number } {
  if (state === 'expired') return { notBefore: now - 400 * DAY, notAfter: now - 30 * DAY };
  if (state === 'not-yet-valid') return { notBefore: now + 30 * DAY, notAfter: now + 400 * DAY };
  return { notBefore: now - 30 * DAY, notAfter: now + 3 * 365 * DAY };
}

const UID = '0.9.2342.19200300.100.1.1';

/** Whom the certificate names, as providers in Viet Nam write it: the number stands in UID. */
export function subjectOf(
  person: Person,
  as: HolderKind,
): { name: string; number: string; subject: Attribute[] } {
  const { organisation, civilServant, personalNumber } = person;
  if (as === 'enterprise' && organisation) {
    const { name, taxCode, address } = organisation;
    const place: Attribute = ['L', address.province?.name ?? 'Việt Nam'];
    const subject: Attribute[] = [['C', 'VN'], place, ['O', name], ['CN', name], [UID, `MST:${taxCode}`]];
    return { name, number: taxCode, subject };
  }
  const name = person.name.full;
  const { agency, title } = (as === 'agency' && civilServant) || {};
  const office: Attribute[] = [
    ...(agency ? [['O', agency] as const] : []),
    ...(title ? [['T', title] as const] : []),
  ];
  const subject: Attribute[] = [['C', 'VN'], ...office, ['CN', name], [UID, `CCCD:${personalNumber}`]];
  return { name, number: personalNumber, subject };
}

export interface Wanted {
  provider: string;
  authority: AuthorityName;
  person: Person;
  kind: HolderKind;
}

/** Whether a person has certificates at all; whoever has none gets none from any provider. */
export const hasCertificate = ({ signer }: Person): boolean => signer?.certificate !== 'none';

/** A new certificate of this holder; the state of the person's certificates decides how good it is. */
async function issue(x: Exchange, { provider, authority, person, kind: as }: Wanted): Promise<Certificate> {
  if (!hasCertificate(person)) throw new RangeError(`${person.slug} has no certificate`);
  const { certificate: state, key: own } = person.signer ?? { certificate: 'good' as const, key: undefined };
  const issuer = await authorityOf(x, state === 'unknown-issuer' ? 'stranger' : authority);
  const key = own ?? x.workspace.settings.signing.key;
  const pkcs8 = await newKey(key);
  const times = validity(wholeSecond(x.clock.now), state);
  const { name, number, subject } = subjectOf(person, as);
  // Positive, so that no reader takes it for a negative number.
  const serial = `5A${Buffer.from(x.deps.random(15)).toString('hex').toUpperCase()}`;
  const { holderCertificate } = await import('./x509.ts');
  const der = await holderCertificate({
    base: publishedAt(x),
    issuer: { name: issuer.name, key: issuer.key, subject: issuer.subject, pkcs8: issuer.pkcs8 },
    subject,
    serial,
    pkcs8,
    key,
    notBefore: new Date(times.notBefore),
    notAfter: new Date(times.notAfter),
    wrongUsage: state === 'wrong-key-usage',
    weak: state === 'sha1',
  });
  return {
    serial,
    authority: issuer.name,
    provider,
    person: person.slug,
    kind: as,
    number,
    name,
    der: Buffer.from(der).toString('base64'),
    key,
    pkcs8,
    ...times,
    state,
  };
}

/** What its authority says of it from the start. */
function statusAtFirst({ state, notBefore }: Certificate): Status | undefined {
  if (state !== 'revoked' && state !== 'suspended') return undefined;
  return { at: state, since: notBefore + DAY, reason: state === 'revoked' ? KEY_COMPROMISE : HOLD };
}

/**
 * The certificate that a holder has with a provider; made when it is first asked for. Save the changes: of parallel
 * callers one makes it, the others run anew and find it.
 */
export async function certificateOf(
  x: Exchange,
  wanted: Wanted,
): Promise<{ certificate: Certificate; changes: Change[] }> {
  const { provider, person, kind: as, authority } = wanted;
  const id = [provider, person.slug, as, authority].join(',');
  const held = await x.read(holdings, id);
  const known = held && (await x.read(certificates, held.value.serial));
  if (known) return { certificate: known.value, changes: [] };
  const certificate = await issue(x, wanted);
  const { serial } = certificate;
  const status = statusAtFirst(certificate);
  const changes = [
    x.put(certificates, serial, certificate, { if: 'absent' }),
    x.put(holdings, id, { serial }, held ? { if: { version: held.version } } : { if: 'absent' }),
    x.put(owned, `${person.slug},${serial}`, { serial }, { if: 'absent' }),
    ...(status ? [x.put(statuses, `${certificate.authority},${serial}`, status)] : []),
  ];
  return { certificate, changes };
}

export const certificateBySerial = async (x: Exchange, serial: string): Promise<Certificate | undefined> =>
  /^[\dA-F]{2,64}$/i.test(serial) ? (await x.read(certificates, serial.toUpperCase()))?.value : undefined;

/** Every certificate of a person that was asked for so far, oldest first. */
export async function certificatesOfPerson(x: Exchange, slug: string): Promise<Certificate[]> {
  const own = `${slug},`;
  const ids = (await x.list(owned, { after: own, limit: 200 })).filter(({ key }) => key[3].startsWith(own));
  const keys = ids.map(({ value }) => certificates.key(x.workspace.space, value.serial));
  const items = keys.length > 0 ? await x.readMany<Certificate>(keys) : [];
  return items
    .flatMap((item) => item?.value ?? [])
    .toSorted((a, b) => a.notBefore - b.notBefore || (a.serial < b.serial ? -1 : 1));
}

export type Standing = 'good' | 'expired' | 'not-yet-valid' | 'revoked' | 'suspended';

/** What its authority says of it now; undefined: nothing against it. True of one that is not yet saved, too. */
export async function statusOf(x: Exchange, certificate: Certificate): Promise<Status | undefined> {
  const held = await x.read(statuses, `${certificate.authority},${certificate.serial}`);
  const status = held?.value ?? statusAtFirst(certificate);
  return status && status.at !== 'released' && status.since <= x.clock.now ? status : undefined;
}

/** Whether it may sign at a time, given what its authority says. */
export function standingBy(
  { notBefore, notAfter }: Certificate,
  status: Status | undefined,
  now: number,
): Standing {
  if (status && status.at !== 'released') return status.at;
  if (now < notBefore) return 'not-yet-valid';
  return now > notAfter ? 'expired' : 'good';
}

/** Whether it may sign now, by the token clock. */
export const standingOf = async (x: Exchange, certificate: Certificate): Promise<Standing> =>
  standingBy(certificate, await statusOf(x, certificate), x.clock.now);

/** Certificates above it up to the root, DER in base64: what a provider hands out beside it. */
export async function chainOf(x: Exchange, { authority, state }: Certificate): Promise<string[]> {
  const base64 = async (name: AuthorityName) =>
    Buffer.from((await authorityOf(x, name)).certificate).toString('base64');
  if (state === 'missing-intermediate') return [];
  const { parent } = authorities[authority] as { parent?: AuthorityName };
  return Promise.all([authority, ...(parent ? [parent] : [])].map(base64));
}
