import type { Exchange } from '../_kit/exchange.ts';
import { type Change, type Item, kind } from '../_kit/store.ts';
import { OTP, type Tries } from './domain.ts';

export const wrongTries = kind<Tries>(
  'vneid',
  'tries',
  'id: slug. Wrong passwords and one-time codes of one person, and until when sign-in rests. 15 minutes after the last.',
);

/** What was tried before, and the item that says so. */
export interface Tried {
  tries: Tries;
  item?: Item<Tries>;
}

export async function triesOf(x: Exchange, slug: string): Promise<Tried> {
  const item = await x.read(wrongTries, slug);
  return item ? { tries: item.value, item } : { tries: { wrong: 0 } };
}

/** Counted exactly, however many tries come at once. */
export const tryChange = (x: Exchange, { item }: Tried, slug: string, tries: Tries): Change =>
  x.put(wrongTries, slug, tries, {
    lifetime: OTP.lockSeconds,
    if: item ? { version: item.version } : 'absent',
  });
