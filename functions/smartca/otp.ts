import { createHash, createHmac } from 'node:crypto';
import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { type Change, kind } from '../_kit/store.ts';

const STEP_SECONDS = 30;

/** 32 bytes of ASCII, as VNPT's keys are; the same in every workspace, so that a test may write it down. */
export const keyOf = ({ personalNumber }: Pick<Person, 'personalNumber'>): Buffer =>
  Buffer.from(
    createHash('sha256')
      .update(`hopcat smartca otp ${personalNumber}`)
      .digest('hex')
      .slice(0, 32)
      .toUpperCase(),
  );

/** RFC 6238 over HMAC-SHA-1: six digits. */
export function codeAt(key: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hmac = createHmac('sha1', key).update(counter).digest();
  const at = hmac[19]! & 15;
  const number = (hmac.readUInt32BE(at) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

export const stepAt = (now: number): number => Math.floor(now / 1000 / STEP_SECONDS);

export const secondsLeft = (now: number): number => STEP_SECONDS - (Math.floor(now / 1000) % STEP_SECONDS);

const used = kind<Record<string, never>>(
  'smartca',
  'used-otp',
  'id: slug, step of 30 seconds. A one-time password that was used. Until no code of that step is taken any more.',
);

/** Steps whose codes are taken now and were not used, the present one first. */
export async function openSteps(x: Exchange, { slug }: Person): Promise<number[]> {
  const { otpSteps } = x.workspace.settings.smartca;
  const now = stepAt(x.clock.now);
  const steps = Array.from({ length: 2 * otpSteps + 1 }, (_, at) => now + at - otpSteps).toSorted(
    (a, b) => Math.abs(a - now) - Math.abs(b - now),
  );
  const keys = steps.map((step) => used.key(x.workspace.space, `${slug},${step}`));
  const found = await x.readMany(keys);
  return steps.filter((_, at) => !found[at]);
}

/** The step that a code is of; undefined: none that is taken, or it was used. */
export async function stepOf(x: Exchange, person: Person, code: string): Promise<number | undefined> {
  const key = keyOf(person);
  return (await openSteps(x, person)).find((step) => codeAt(key, step) === code);
}

/** The step's code is used up; of parallel callers one saves it. */
export function useUp(x: Exchange, { slug }: Person, step: number): Change {
  const { otpSteps } = x.workspace.settings.smartca;
  const expires = (step + otpSteps + 2) * STEP_SECONDS * 1000;
  return x.put(used, `${slug},${step}`, {}, { expires, if: 'absent' });
}
