import { PIN } from '../../contracts/_sign/signer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digest, matches } from '../_kit/perform.ts';
import { type Change, kind } from '../_kit/store.ts';

/** Wrong PINs in a row. `blockedSince`: token clock. */
export interface WrongPins {
  wrong: number;
  blockedSince?: number;
}

export const wrongPins = kind<WrongPins>(
  'sign',
  'pin',
  "id: slug, or `usbtoken,` and the slug. Wrong PINs in a row of one person's signing apps, or of the USB token, and since when the PIN is blocked. Until a right one, or until it is unblocked.",
);

const RIGHT = digest(PIN);

export interface PinState {
  triesLeft: number;
  /** Token clock. Absent: not blocked. */
  blockedSince?: number;
}

const stateOf = (x: Exchange, { wrong, blockedSince }: WrongPins): PinState => ({
  triesLeft: blockedSince === undefined ? Math.max(1, x.workspace.settings.signing.wrongPins - wrong) : 0,
  ...(blockedSince !== undefined && { blockedSince }),
});

const NONE: WrongPins = { wrong: 0 };

/** How a person's PIN stands. */
export const pinOf = async (x: Exchange, slug: string): Promise<PinState> =>
  stateOf(x, (await x.read(wrongPins, slug))?.value ?? NONE);

export interface TriedPin extends PinState {
  right: boolean;
  /** To be saved, whatever comes of the call: then each of many wrong tries at once counts. */
  changes: Change[];
}

/** Tries a PIN: a right one forgets the wrong ones before it, the last wrong one that is allowed blocks. */
export async function tryPin(x: Exchange, slug: string, pin: string): Promise<TriedPin> {
  const held = await x.read(wrongPins, slug);
  const before = held?.value ?? NONE;
  if (before.blockedSince !== undefined) return { right: false, ...stateOf(x, before), changes: [] };
  if (matches(pin, RIGHT)) return { right: true, ...stateOf(x, NONE), changes: held ? [x.remove(held)] : [] };
  const wrong = before.wrong + 1;
  const blocks = wrong >= x.workspace.settings.signing.wrongPins;
  const after: WrongPins = { wrong, ...(blocks && { blockedSince: x.clock.now }) };
  const since = held ? { version: held.version } : ('absent' as const);
  return { right: false, ...stateOf(x, after), changes: [x.put(wrongPins, slug, after, { if: since })] };
}

/** Nothing was wrong, and nothing is blocked. */
export async function unblocked(x: Exchange, slug: string): Promise<Change[]> {
  const held = await x.read(wrongPins, slug);
  return held ? [x.remove(held)] : [];
}
