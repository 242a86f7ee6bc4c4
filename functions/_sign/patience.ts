import { setTimeout } from 'node:timers/promises';
import type { Exchange } from '../_kit/exchange.ts';
import type { Key } from '../_kit/store.ts';
import { type Signing, signings, stageOf } from './signing.ts';

const EVERY_MS = 200;

/**
 * An item when it is over, or as it stands when `seconds` of real time are: asks the store again and again, as a call
 * has nobody who would tell it.
 */
export async function whenOver<T>(
  x: Exchange,
  key: Key,
  isOver: (value: T) => boolean,
  seconds: number,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const isLate = performance.now() >= end;
    const [held] = await x.deps.store.get([key], 0);
    if (!held) throw new Error(`${key.join(' ')} is gone`);
    const value = held.value as T;
    if (isLate || isOver(value)) return value;
    await setTimeout(EVERY_MS);
  }
}

/** A signing when its signer has decided, or when `seconds` of real time are over. */
export const decided = (x: Exchange, id: string, seconds: number): Promise<Signing> =>
  whenOver<Signing>(
    x,
    signings.key(x.workspace.space, id),
    (signing) => stageOf(x, signing) !== 'waiting',
    seconds,
  );
