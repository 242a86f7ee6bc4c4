import type { Exchange } from '../_kit/exchange.ts';
import { type Change, type Item, kind } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';
import type { Certificate } from './certificate.ts';
import { type HashName, privateKeyOf, signDigest } from './keys.ts';

/** One document, by its digest: what is signed. */
export interface DocumentToSign {
  /** As the service provider calls it. */
  id: string;
  /** For people. */
  name: string;
  hash: HashName;
  /** Base64. */
  digest: string;
}

export type Outcome =
  | { at: 'waiting' }
  /** Base64, in the order of the documents. */
  | { at: 'signed'; when: number; signatures: readonly string[] }
  /** `blocked`: too many wrong PINs. */
  | { at: 'refused' | 'blocked' | 'failed'; when: number };

/** A request to sign, from a service provider through a signature provider to a person. Times: token clock. */
export interface Signing {
  /** The signature provider's system. */
  system: string;
  /** Id of the service provider, and its name for people. */
  client: string;
  asks: string;
  /** Slug of the signer. */
  person: string;
  serial: string;
  description: string;
  documents: readonly DocumentToSign[];
  at: number;
  until: number;
  outcome: Outcome;
  /** Whether the provider wants to be told when it is over: `POST /{system}/app/decided/{id}`. */
  tells: boolean;
  /** What only its provider understands. */
  own: Readonly<Record<string, string | number | boolean | null>>;
}

export const signings = kind<Signing>(
  'sign',
  'signing',
  'id: random, told to the service provider. A request to sign: digests, signer, outcome and signatures. A day.',
  { hot: true },
);

/** For the phone: what waits for whom. */
export const waiting = kind<{ at: number }>(
  'sign',
  'waiting',
  'id: slug, time-sortable moment of the request, id of the signing. The signer has not decided yet. Until the time is over.',
);

/** Of requests that wait: what their providers promised to tell. */
export const promises = kind<{ system: string; signing: string; until: number }>(
  'sign',
  'promise',
  'id: moment when the time is over, sortable, id of the signing. It waits, and its provider is to hear when it is over, decided or not. A day.',
);

const DAY_SECONDS = 86_400;

const sortable = (moment: number): string => Math.max(0, moment).toString(36).padStart(9, '0');

/** Sorts by the moment of the request. */
const waitingId = ({ person, at }: Pick<Signing, 'person' | 'at'>, id: string): string =>
  `${person},${sortable(at)},${id}`;

const promiseId = ({ until }: Pick<Signing, 'until'>, id: string): string => `${sortable(until)},${id}`;

export type HeldSigning = Item<Signing>;

export const idOf = ({ key }: HeldSigning): string => key[3];

export const signingById = (x: Exchange, id: string): Promise<HeldSigning | undefined> =>
  x.read(signings, id);

/** Where it stands now. */
export const stageOf = (x: Exchange, { outcome, until }: Signing): Outcome['at'] | 'expired' =>
  outcome.at === 'waiting' && until <= x.clock.now ? 'expired' : outcome.at;

/** Signs every document with the certificate's key. */
export async function signAll(
  { pkcs8 }: Certificate,
  documents: readonly DocumentToSign[],
): Promise<string[]> {
  const key = privateKeyOf(pkcs8);
  const signed = documents.map(({ hash, digest }) => signDigest(key, hash, Buffer.from(digest, 'base64')));
  return (await Promise.all(signed)).map((signature) => Buffer.from(signature).toString('base64'));
}

export type NewSigning = Omit<Signing, 'at' | 'until' | 'outcome' | 'serial' | 'person'> & {
  certificate: Certificate;
  /** How long the caller waits, where that is shorter than the settings give the signer. */
  seconds?: number;
};

/** Whether nobody is asked: what is begun now is decided when it is begun. */
export const isFast = (x: Exchange): boolean => x.workspace.settings.signing.autopilot !== null;

/** What the fast mode makes of a signing at once. */
async function byAutopilot(x: Exchange, { certificate, documents }: NewSigning): Promise<Outcome> {
  const when = x.clock.now;
  const { autopilot } = x.workspace.settings.signing;
  if (autopilot === null) return { at: 'waiting' };
  if (autopilot === 'refuse') return { at: 'refused', when };
  return { at: 'signed', when, signatures: await signAll(certificate, documents) };
}

/** Asks the signer; in the fast mode the answer is there at once. */
export async function beginSigning(
  x: Exchange,
  asked: NewSigning,
): Promise<{ id: string; signing: Signing; changes: Change[] }> {
  const { certificate, seconds = Number.POSITIVE_INFINITY, ...rest } = asked;
  const id = secret(x.deps.random, 18);
  const at = x.clock.now;
  const until = at + Math.min(seconds, x.workspace.settings.signing.seconds) * 1000;
  const outcome = await byAutopilot(x, asked);
  const signing: Signing = {
    ...rest,
    person: certificate.person,
    serial: certificate.serial,
    at,
    until,
    outcome,
  };
  const changes = [x.put(signings, id, signing, { lifetime: DAY_SECONDS, if: 'absent' })];
  if (outcome.at === 'waiting')
    changes.push(x.put(waiting, waitingId(signing, id), { at }, { expires: until }));
  const { system, tells } = signing;
  if (outcome.at === 'waiting' && tells)
    changes.push(
      x.put(promises, promiseId(signing, id), { system, signing: id, until }, { lifetime: DAY_SECONDS }),
    );
  return { id, signing, changes };
}

/** The signing with its outcome; it then waits no longer. */
export const settled = (x: Exchange, held: HeldSigning, outcome: Outcome): Change[] => [
  x.put(
    signings,
    idOf(held),
    { ...held.value, outcome },
    { ...(held.expires !== undefined && { expires: held.expires }), if: { version: held.version } },
  ),
  { remove: waiting.key(x.workspace.space, waitingId(held.value, idOf(held))) },
  ...(held.value.tells
    ? [{ remove: promises.key(x.workspace.space, promiseId(held.value, idOf(held))) }]
    : []),
];
