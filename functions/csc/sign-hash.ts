import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change, Item } from '../_kit/store.ts';
import { signAll } from '../_sign/signing.ts';
import { hashOf, normal, requireLength } from './algorithms.ts';
import { credentialFor, requireGood } from './credential.ts';
import type { Sad } from './kinds.ts';
import { requireEnough, sadOf, spent } from './sad.ts';
import { type Caller, callerOf } from './token.ts';

const wrong = (detail: string): Fault => new Fault('invalid_request', detail);

/** Whether this leave covers these hashes, now. @throws Fault invalid_request */
export function requireLeave(
  { value }: Item<Sad>,
  hashes: readonly string[],
  otherwise = 'Hash is not authorized by the SAD',
): void {
  if (value.used) throw wrong('Invalid parameter SAD');
  const { hashes: allowed } = value;
  if (allowed && hashes.some((hash) => !allowed.includes(hash))) throw wrong(otherwise);
  requireEnough(value, hashes);
}

export interface ToSign {
  credentialID: string;
  hashes: readonly string[];
  signAlgo: string;
  hashOid: { value: string | undefined; name: string };
  /** Undefined: the token of the call is it. */
  SAD: string | undefined;
}

/** The signatures, and the leave that they cost. @throws Fault invalid_request */
export async function signed(
  x: Exchange,
  caller: Caller,
  { credentialID, hashes: given, signAlgo, hashOid, SAD }: ToSign,
): Promise<{ signatures: string[]; person: string; changes: Change[] }> {
  if (SAD === undefined) throw wrong('Missing (or invalid type) string parameter SAD');
  const credential = await credentialFor(x, caller, credentialID);
  const item = await sadOf(x, caller, { SAD, credentialID });
  if (given.length === 0) throw wrong('Empty hash array');
  const hash = hashOf(credential.key, signAlgo, hashOid);
  requireLength(given, hash);
  const hashes = given.map(normal);
  requireLeave(item, hashes);
  await requireGood(x, credential);
  const documents = hashes.map((digest, at) => ({ id: String(at), name: '', hash, digest }));
  const signatures = await signAll(credential, documents);
  return { signatures, person: credential.person, changes: [spent(x, item, hashes)] };
}

interface SignHash {
  credentialID: string;
  SAD: string;
  hash: string[];
  hashAlgo?: string | undefined;
  signAlgo: string;
}

export async function signHash(x: Exchange<SignHash>) {
  const { hash, hashAlgo, ...rest } = x.input;
  const hashOid = { value: hashAlgo, name: 'hashAlgo' };
  const { signatures, changes } = await signed(x, await callerOf(x), { ...rest, hashes: hash, hashOid });
  return json({ signatures }, { changes });
}
