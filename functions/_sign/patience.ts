import { setTimeout } from 'node:timers/promises';
import type { Exchange } from '../_kit/exchange.ts';
import { type Signing, signings, stageOf } from './signing.ts';

const EVERY_MS = 200;

/**
 * A signing when its signer has decided, or when `seconds` of real time are over: asks the store again and again, as
 * a call has nobody who would tell it.
 */
export async function decided(x: Exchange, id: string, seconds: number): Promise<Signing> {
  const key = signings.key(x.workspace.space, id);
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const isOver = performance.now() >= end;
    const [held] = await x.deps.store.get([key], 0);
    if (!held) throw new Error(`the signing ${id} is gone`);
    const signing = held.value as Signing;
    if (isOver || stageOf(x, signing) !== 'waiting') return signing;
    await setTimeout(EVERY_MS);
  }
}
