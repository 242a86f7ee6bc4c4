import type { KeyObject } from 'node:crypto';
import { type Authority, type AuthorityName, authorities } from '../../contracts/_sign/authorities.ts';
import type { Deps } from '../_kit/deps.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { kind } from '../_kit/store.ts';
import { newKey, privateKeyOf } from './keys.ts';

/** An authority with its key, as one workspace sees it. */
export interface ReadyAuthority extends Authority {
  name: AuthorityName;
  /** PKCS #8, base64. */
  pkcs8: string;
  privateKey: KeyObject;
  /** Its certificate, DER. The same at every call: the addresses in it are the workspace's. */
  certificate: Uint8Array;
}

const POOL = '_';

const authorityKeys = kind<{ pkcs8: string }>(
  'sign',
  'authority-key',
  'Workspace `_`, id: name of an authority of `contracts/_sign`. Its private key (PKCS #8), made when this deployment first needs it, never removed or shown.',
  { exported: false },
);

/** Keys never change once made, so a process reads each of them once. */
const cache = new WeakMap<Deps['store'], Map<string, Promise<string>>>();

async function load(deps: Deps, name: AuthorityName): Promise<string> {
  const key = authorityKeys.key(POOL, name);
  const [found] = await deps.store.get([key], 0);
  if (found) return (found.value as { pkcs8: string }).pkcs8;
  const pkcs8 = await newKey(authorities[name].key);
  const commit = await deps.store.commit([{ put: key, value: { pkcs8 }, if: 'absent' }], deps.now());
  return commit.ok ? pkcs8 : load(deps, name);
}

function keyOf(deps: Deps, name: AuthorityName): Promise<string> {
  const mine = cache.get(deps.store) ?? new Map<string, Promise<string>>();
  cache.set(deps.store, mine);
  const known = mine.get(name) ?? load(deps, name);
  mine.set(name, known);
  known.catch(() => mine.delete(name));
  return known;
}

/** Where the workspace publishes its authorities' certificates, lists and status: the system `pki`, no slash. */
export const publishedAt = ({ deps, workspace }: Exchange): string => `${deps.origin}/${workspace.id}/pki`;

/** An authority of this workspace. */
export async function authorityOf(x: Exchange, name: AuthorityName): Promise<ReadyAuthority> {
  const authority: Authority = authorities[name];
  const pkcs8 = await keyOf(x.deps, name);
  const { parent } = authority;
  const signer = parent === undefined ? pkcs8 : await keyOf(x.deps, parent as AuthorityName);
  // Only here: what makes certificates is large, and most calls make none.
  const { authorityCertificate } = await import('./x509.ts');
  const certificate = await authorityCertificate(publishedAt(x), name, pkcs8, signer);
  return { ...authority, name, pkcs8, privateKey: privateKeyOf(pkcs8), certificate };
}
