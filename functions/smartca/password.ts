import { timingSafeEqual } from 'node:crypto';
import type { Person } from '../../contracts/person.ts';
import { digest } from '../_kit/admit.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { type Change, kind } from '../_kit/store.ts';

/** Wrong tries in a row. `lockedUntil`: token clock. */
interface Tries {
  wrong: number;
  lockedUntil?: number;
}

const tries = kind<Tries>(
  'smartca',
  'tries',
  'id: slug. Wrong passwords and one-time passwords in a row, and until when the account is locked. Five minutes after the last.',
  { hot: true },
);

const MOST = 5;
const LOCK_SECONDS = 300;

export interface Tried {
  right: boolean;
  locked: boolean;
  /** Tries that are left before the account is locked. */
  left: number;
  /** To be saved, whatever comes of the call. */
  changes: Change[];
}

const same = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(digest(a)), Buffer.from(digest(b)));

/** The password of the person's SmartCA account: the sandbox's people have one password everywhere. */
export const isPassword = ({ vneid }: Person, password: string): boolean => same(vneid.password, password);

/** Counts a try: the fifth wrong one in a row locks the account for five minutes, a right one forgets them. */
export async function counted(x: Exchange, { slug }: Person, isRight: () => boolean): Promise<Tried> {
  const held = await x.read(tries, slug);
  const before = held?.value ?? { wrong: 0 };
  if (before.lockedUntil !== undefined) return { right: false, locked: true, left: 0, changes: [] };
  if (isRight()) return { right: true, locked: false, left: MOST, changes: held ? [x.remove(held)] : [] };
  const wrong = before.wrong + 1;
  const locked = wrong >= MOST;
  const after = { wrong, ...(locked && { lockedUntil: x.clock.now + LOCK_SECONDS * 1000 }) };
  const condition = held ? { version: held.version } : ('absent' as const);
  const changes = [x.put(tries, slug, after, { lifetime: LOCK_SECONDS, if: condition })];
  return { right: false, locked, left: MOST - wrong, changes };
}
