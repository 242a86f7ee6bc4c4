import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import type { Change, Item } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';
import type { HashName } from '../_sign/keys.ts';
import { boundHashes } from './authority.ts';
import { type Sad, sads } from './kinds.ts';
import { type Caller, callerOf, REMEMBERED_SECONDS, settingsOf } from './token.ts';

export interface IssuedSad {
  body: { SAD: string; expiresIn: number };
  changes: Change[];
}

/** Leave to sign, which only its bearer has. */
export function issueSad(
  x: Exchange,
  leave: Omit<Sad, 'until' | 'used' | 'named'> & Partial<Pick<Sad, 'named'>>,
): IssuedSad {
  const { sadSeconds } = settingsOf(x);
  const SAD = secret(x.deps.random);
  const value: Sad = {
    named: leave.hashes ?? [],
    ...leave,
    used: false,
    until: x.clock.now + sadSeconds * 1000,
  };
  const options = { lifetime: sadSeconds + REMEMBERED_SECONDS, if: 'absent' as const };
  return { body: { SAD, expiresIn: sadSeconds }, changes: [x.put(sads, digest(SAD), value, options)] };
}

/** A live one of this caller for this credential. @throws Fault invalid_request */
export async function sadOf(
  x: Exchange,
  { person, client }: Caller,
  given: { SAD: string; credentialID: string },
): Promise<Item<Sad>> {
  const item = await x.read(sads, digest(given.SAD));
  const unknown = new Fault('invalid_request', 'Invalid parameter SAD');
  if (!item) throw unknown;
  const { value } = item;
  if (value.client !== client || (person !== null && value.person !== person)) throw unknown;
  if (value.credential !== given.credentialID.toUpperCase()) throw unknown;
  if (value.until <= x.clock.now) throw new Fault('invalid_request', 'SAD expired');
  return item;
}

/** Signatures over these hashes: those named ones that stay, and how many go beyond what was named. */
function counted({ named }: Sad, hashes: readonly string[]): { rest: string[]; more: number } {
  const rest = [...named];
  const more = hashes.filter((hash) => {
    const at = rest.indexOf(hash);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { rest, more: more.length };
}

/** Beyond the named hashes there are only the signatures that are nobody's yet. @throws Fault invalid_request */
export function requireEnough(sad: Sad, hashes: readonly string[]): void {
  if (counted(sad, hashes).more > sad.left - sad.named.length)
    throw new Fault('invalid_request', 'Numbers of signatures is too high');
}

/** What is left after signatures over these hashes; with the last one it is gone. */
export function spent(x: Exchange, item: Item<Sad>, hashes: readonly string[]): Change {
  const left = item.value.left - hashes.length;
  const named = counted(item.value, hashes).rest;
  if (left < 1) return x.remove(item);
  return x.put(
    sads,
    item.key[3],
    { ...item.value, left, named, used: true },
    {
      if: { version: item.version },
      ...(item.expires !== undefined && { expires: item.expires }),
    },
  );
}

interface Extend {
  credentialID: string;
  SAD: string;
  hashes: readonly string[] | undefined;
  name: 'hash' | 'hashes';
  hash?: HashName | undefined;
}

/** Another one in its place, for what is left of the signatures. */
export async function extended(x: Exchange, { hashes: asked, name, hash, ...given }: Extend) {
  const item = await sadOf(x, await callerOf(x), given);
  x.remarks.person = item.value.person;
  const next = boundHashes(x, asked, { name, hash });
  const { used: _, until: __, ...leave } = item.value;
  if (next) requireEnough(item.value, next);
  // Without new ones it stays bound to those it was given for, if any.
  const { body, changes } = issueSad(x, { ...leave, hashes: next ?? leave.hashes });
  return json(body, { changes: [x.remove(item), ...changes] });
}

export function extend(x: Exchange<{ credentialID: string; SAD: string; hash?: string[] | undefined }>) {
  const { credentialID, SAD, hash } = x.input;
  return extended(x, { credentialID, SAD, hashes: hash, name: 'hash' });
}
