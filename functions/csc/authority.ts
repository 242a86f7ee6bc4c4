import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Certificate } from '../_sign/certificate.ts';
import type { HashName } from '../_sign/keys.ts';
import { hashByLength, normal, requireLength } from './algorithms.ts';
import { credentialFor, requireGood } from './credential.ts';
import { type Caller, settingsOf } from './token.ts';

/** Whether a code by SMS is asked for beside the PIN. */
export function needsOtp(x: Exchange, { kind }: Certificate): boolean {
  const { otp, authMode } = settingsOf(x);
  if (authMode !== 'explicit' || otp === 'nobody') return false;
  return otp === 'everybody' || kind === 'citizen';
}

/** What is to be authorized. */
export interface Wanted {
  caller: Caller;
  credential: Certificate;
  count: number;
  /** Base64 in one way of writing it; null: whichever. */
  hashes: readonly string[] | null;
}

const wrong = (detail: string): Fault => new Fault('invalid_request', detail);

/** @throws Fault invalid_request */
export function boundHashes(
  x: Exchange,
  hashes: readonly string[] | undefined,
  { name, hash }: { name: 'hash' | 'hashes'; hash?: HashName | undefined },
): string[] | null {
  if (hashes === undefined) {
    if (settingsOf(x).scal === '1') return null;
    throw wrong(`Missing (or invalid type) array parameter ${name}`);
  }
  if (hashes.length === 0) throw wrong('Empty hash array');
  if (hash) requireLength(hashes, hash);
  else for (const each of hashes) hashByLength(each);
  return hashes.map(normal);
}

/** @throws Fault invalid_request */
export function requireCount(x: Exchange, count: number, hashes: readonly string[] | null): void {
  if (count < 1) throw wrong('Invalid value for parameter numSignatures');
  if (count > settingsOf(x).multisign) throw wrong('Numbers of signatures is too high');
  if (hashes && hashes.length > count) throw wrong('Invalid value for parameter numSignatures');
}

/** What a call asks to be authorized, as far as it may be at all. @throws Fault invalid_request */
export async function wantedBy(
  x: Exchange,
  caller: Caller,
  asked: {
    credentialID: string;
    count: number;
    hashes: readonly string[] | undefined;
    name: 'hash' | 'hashes';
    hash?: HashName | undefined;
  },
): Promise<Wanted> {
  const credential = await credentialFor(x, caller, asked.credentialID);
  await requireGood(x, credential);
  if (asked.count < 1) throw wrong('Invalid value for parameter numSignatures');
  const hashes = boundHashes(x, asked.hashes, asked);
  requireCount(x, asked.count, hashes);
  return { caller, credential, count: asked.count, hashes };
}
