import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Change, Item } from '../../_kit/store.ts';
import { wrongTries } from './kinds.ts';

/** See `wrongTries`. */
type Tries = NonNullable<typeof wrongTries.value>;

const MOST = 5;
const REST_SECONDS = 900;

/** @throws Fault too_many_tries */
export async function mayTry(x: Exchange, techId: string): Promise<Item<Tries> | undefined> {
  const item = await x.read(wrongTries, techId);
  if (item && item.value.wrong >= MOST) {
    const left = Math.ceil((item.expires! - x.clock.now) / 1000);
    throw new Fault('too_many_tries', `sign-in rests for another ${Math.ceil(left / 60)} min`, {
      headers: { 'retry-after': String(left) },
    });
  }
  return item;
}

/** One more; counted exactly, however many come at once. */
export const missed = (x: Exchange, techId: string, item: Item<Tries> | undefined): Change =>
  x.put(
    wrongTries,
    techId,
    { wrong: (item?.value.wrong ?? 0) + 1 },
    { lifetime: REST_SECONDS, if: item ? { version: item.version } : 'absent' },
  );
