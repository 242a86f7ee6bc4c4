import {
  constants,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto';
import type { SigningAlg } from '../../contracts/_oidc.ts';
import type { Deps } from '../_kit/deps.ts';
import { kind } from '../_kit/store.ts';
import type { Workspace } from '../_kit/workspace.ts';

export type Family = 'RSA' | 'EC';

export interface StoredKey {
  kid: string;
  /** Private JWK. */
  jwk: JsonWebKey;
}

/** A key that is ready to sign. */
export interface SigningKey {
  kid: string;
  family: Family;
  privateKey: KeyObject;
  /** Public JWK with `kid` and `use`. */
  jwk: Record<string, string>;
}

const POOL = '_';

const signingKeys = kind<StoredKey>(
  'oidc',
  'signing-key',
  'Workspace `_`, id: family and number. The pool of signing keys of this deployment: made when first needed, never removed; a workspace says which numbers it signs with.',
  { exported: false },
);

function ready(family: Family, { kid, jwk }: StoredKey): SigningKey {
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const publicJwk = createPublicKey(privateKey).export({ format: 'jwk' });
  return { kid, family, privateKey, jwk: { ...(publicJwk as Record<string, string>), kid, use: 'sig' } };
}

/** Keys never change once made, so a process reads each of them once. */
const cache = new WeakMap<Deps['store'], Map<string, Promise<SigningKey>>>();

async function load({ store, now }: Deps, family: Family, number: number): Promise<SigningKey> {
  const key = signingKeys.key(POOL, `${family}-${number}`);
  const [found] = await store.get([key], 0);
  if (found) return ready(family, found.value as StoredKey);
  // Once a deployment.
  const { makeKey } = await import('./new-key.ts');
  const made = await makeKey(family);
  const commit = await store.commit([{ put: key, value: made, if: 'absent' }], now());
  return commit.ok ? ready(family, made) : load({ store, now } as Deps, family, number);
}

/** The key of this family under this number of the pool; made if it is not there yet. */
export function poolKey(deps: Deps, family: Family, number: number): Promise<SigningKey> {
  const mine = cache.get(deps.store) ?? new Map<string, Promise<SigningKey>>();
  cache.set(deps.store, mine);
  const name = `${family}-${number}`;
  const known = mine.get(name) ?? load(deps, family, number);
  mine.set(name, known);
  known.catch(() => mine.delete(name));
  return known;
}

const familyOf = (alg: SigningAlg): Family => (alg === 'ES256' ? 'EC' : 'RSA');

/** The key that signs now, in this workspace. */
export const currentKey = (deps: Deps, { signing }: Workspace, alg: SigningAlg): Promise<SigningKey> =>
  poolKey(deps, familyOf(alg), signing.current);

/** Every key that this workspace publishes: the current ones first, then those that overlap. */
export const publishedKeys = (deps: Deps, { signing }: Workspace): Promise<SigningKey[]> =>
  Promise.all(
    [signing.current, ...signing.overlapping].flatMap((number) => [
      poolKey(deps, 'RSA', number),
      poolKey(deps, 'EC', number),
    ]),
  );

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What each algorithm wants of `crypto.sign`. RS256 takes the bare key: an object around it costs 30 µs more. */
const keyInput = {
  RS256: (key: KeyObject) => key,
  PS256: (key: KeyObject) => ({
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  }),
  ES256: (key: KeyObject) => ({ key, dsaEncoding: 'ieee-p1363' as const }),
} satisfies Record<SigningAlg, (key: KeyObject) => unknown>;

/** A token, and what it says. */
export interface SignedJwt {
  jwt: string;
  header: Readonly<Record<string, unknown>>;
  payload: Readonly<Record<string, unknown>>;
}

/** A compact JWS (RFC 7515) over JSON. Signed in the calling thread: a hop to another costs more than it gives. */
export async function signJwt(
  deps: Deps,
  workspace: Workspace,
  alg: SigningAlg,
  payload: Readonly<Record<string, unknown>>,
  typ = 'JWT',
): Promise<SignedJwt> {
  const { kid, privateKey } = await currentKey(deps, workspace, alg);
  const header = { alg, typ, kid };
  const input = `${encode(header)}.${encode(payload)}`;
  const signature = signBytes('sha256', Buffer.from(input), keyInput[alg](privateKey));
  return { jwt: `${input}.${signature.toString('base64url')}`, header, payload };
}
