import type { ProviderCode } from '../../contracts/_signhub/settings.ts';
import { providerCodes } from '../../contracts/_signhub/settings.ts';
import type { Person } from '../../contracts/person.ts';
import { vietnamDate } from '../_kit/clock.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { type Change, kind } from '../_kit/store.ts';
import {
  type Certificate,
  certificateBySerial,
  certificateOf,
  chainOf,
  hasCertificate,
  type Standing,
  standingOf,
} from '../_sign/certificate.ts';
import { holderOfNumber } from '../_sign/holder.ts';
import { namesIn } from '../_sign/names.ts';
import { success } from './answer.ts';
import { authorityOfProvider } from './providers.ts';

/** A certificate that its holder has activated. */
interface Credential {
  serial: string;
}

const credentials = kind<Credential>(
  'signhub',
  'credential',
  'id: slug, code of the provider. Serial number of the certificate that was registered through the hub and activated. As long as the workspace.',
);

/** @throws Fault nothing_found */
export async function citizenWith(x: Exchange, citizenPid: string): Promise<Person> {
  const holder = await holderOfNumber(x, citizenPid);
  if (!holder) throw new Fault('nothing_found', 'nobody of the sandbox has this number');
  x.remarks.person = holder.person.slug;
  return holder.person;
}

export const certificateAt = (x: Exchange, person: Person, provider: ProviderCode) =>
  certificateOf(x, {
    provider: 'signhub',
    authority: authorityOfProvider(provider),
    person,
    kind: 'citizen',
  });

const credentialId = (slug: string, provider: ProviderCode): string => `${slug},${provider}`;

/** From now on the certificate signs. */
export const activated = (x: Exchange, slug: string, provider: ProviderCode, serial: string): Change =>
  x.put(credentials, credentialId(slug, provider), { serial });

/** `flow` 1: registered through the hub; 2: there from the start. */
interface Active {
  provider: ProviderCode;
  flow: 1 | 2;
}

/** With which providers somebody has a certificate that signs, and the way in which it came about. */
export async function activeAt(x: Exchange, person: Person): Promise<Active[]> {
  if (!hasCertificate(person)) return [];
  const keys = providerCodes.map((code) =>
    credentials.key(x.workspace.space, credentialId(person.slug, code)),
  );
  const held = await x.readMany<Credential>(keys);
  const { readyProvider } = x.workspace.settings.signhub;
  return providerCodes.flatMap((provider, at): Active[] => {
    if (held[at]) return [{ provider, flow: 1 }];
    return provider === readyProvider ? [{ provider, flow: 2 }] : [];
  });
}

const statuses: Readonly<Record<Standing, 'valid' | 'expired' | 'revoked' | 'suspended'>> = {
  good: 'valid',
  expired: 'expired',
  'not-yet-valid': 'suspended',
  revoked: 'revoked',
  suspended: 'suspended',
};

const SEVEN_HOURS = 7 * 3_600_000;

/** `dd/MM/yyyy HH:mm:ss`, Viet Nam's time. */
const moment = (at: number): string =>
  `${vietnamDate(at).split('-').reverse().join('/')} ${new Date(at + SEVEN_HOURS).toISOString().slice(11, 19)}`;

const keyShown = (key: Certificate['key']) =>
  key === 'p256'
    ? { algo: ['1.2.840.10045.4.3.2'], len: 256, curve: '1.2.840.10045.3.1.7' }
    : { algo: ['1.2.840.113549.1.1.11'], len: key === 'rsa3072' ? 3072 : 2048, curve: null };

async function shown(x: Exchange, certificate: Certificate, provider: ProviderCode, flow: 1 | 2) {
  const { serial, der, notBefore, notAfter } = certificate;
  const standing = await standingOf(x, certificate);
  return {
    credentialID: serial,
    cert: {
      status: statuses[standing],
      certificates: [der, ...(await chainOf(x, certificate))],
      ...namesIn(der),
      serialNumber: serial,
      validFrom: moment(notBefore),
      validTo: moment(notAfter),
      provider,
      flow,
    },
    key: { status: standing === 'good' ? 'enabled' : 'disabled', ...keyShown(certificate.key) },
  };
}

/** What a citizen can sign with. @throws Fault nothing_found */
export async function certificates(x: Exchange<{ citizenPid: string }>) {
  const person = await citizenWith(x, x.input.citizenPid);
  const active = x.failure === 'empty' ? [] : await activeAt(x, person);
  const changes: Change[] = [];
  const credentialInfos: Awaited<ReturnType<typeof shown>>[] = [];
  for (const { provider, flow } of active) {
    const made = await certificateAt(x, person, provider);
    changes.push(...made.changes);
    credentialInfos.push(await shown(x, made.certificate, provider, flow));
  }
  const credentialIDs = credentialInfos.map(({ credentialID }) => credentialID);
  return success({ credentialIDs, credentialInfos }, { changes });
}

/** Which of the active ones it is. One of an unknown issuer names no provider: it is compared with each. */
async function activeAs(x: Exchange, holder: Person, { authority, serial, state }: Certificate) {
  for (const active of await activeAt(x, holder)) {
    if (authorityOfProvider(active.provider) === authority) return active;
    if (state !== 'unknown-issuer') continue;
    if ((await certificateAt(x, holder, active.provider)).certificate.serial === serial) return active;
  }
  return undefined;
}

/** A certificate that signs: activated, and good. @throws Fault nothing_found, certificate_ended */
export async function usable(
  x: Exchange,
  person: (slug: string) => Promise<Person | undefined>,
  serial: string,
): Promise<{ certificate: Certificate; provider: ProviderCode }> {
  const certificate = await certificateBySerial(x, serial);
  const holder = certificate?.provider === 'signhub' ? await person(certificate.person) : undefined;
  const found = certificate && holder ? await activeAs(x, holder, certificate) : undefined;
  if (!certificate || !found)
    throw new Fault('nothing_found', 'there is no activated certificate of this number');
  x.remarks.person = certificate.person;
  const standing = await standingOf(x, certificate);
  if (standing !== 'good') throw new Fault('certificate_ended', `the certificate is ${standing}`);
  return { certificate, provider: found.provider };
}
