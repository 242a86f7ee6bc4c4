import type { PluginName, TokenState } from '../../contracts/_usbtoken/data.ts';
import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { type Change, kind } from '../_kit/store.ts';
import { type Certificate, certificateOf, type HolderKind, hasCertificate } from '../_sign/certificate.ts';
import { pinOf, type TriedPin, tryPin, unblocked } from '../_sign/pin.ts';

const tokens = kind<{ state: TokenState }>(
  'usbtoken',
  'token',
  'id: slug. How somebody’s USB token stands, where it was set. As long as the workspace.',
);

/** A token's PIN counts apart from that of the signing apps. */
const pinId = ({ slug }: Person): string => `usbtoken,${slug}`;

export const tryTokenPin = (x: Exchange, person: Person, pin: string): Promise<TriedPin> =>
  tryPin(x, pinId(person), pin);

export interface TokenView {
  state: TokenState;
  triesLeft: number;
}

/** How a person's token stands. */
export async function tokenOf(x: Exchange, person: Person): Promise<TokenView> {
  const [held, pin] = await Promise.all([x.read(tokens, person.slug), pinOf(x, pinId(person))]);
  const set = held?.value.state ?? 'ok';
  const inside = hasCertificate(person) ? set : 'no-certificate';
  const isIn = set === 'ok' || set === 'two-tokens';
  if (isIn && pin.triesLeft === 0) return { state: 'pin-blocked', triesLeft: 0 };
  return { state: isIn ? inside : set, triesLeft: set === 'pin-blocked' ? 0 : pin.triesLeft };
}

export async function settingToken(
  x: Exchange,
  person: Person,
  state: TokenState,
): Promise<readonly Change[]> {
  const put = x.put(tokens, person.slug, { state });
  return state === 'ok' ? [put, ...(await unblocked(x, pinId(person)))] : [put];
}

const kindOf = ({ civilServant, organisation }: Person): HolderKind =>
  civilServant ? 'agency' : organisation ? 'enterprise' : 'citizen';

/** Whose certificate is on the token that a plug-in is made for, and on a second one beside it. */
const authorities = {
  vgca: ['government-ca', 'vnpt-ca'],
  vnpt: ['vnpt-ca', 'viettel-ca'],
} as const;

/** The certificates that a plug-in finds. */
export async function certificatesFor(
  x: Exchange,
  person: Person,
  plugin: PluginName,
  { state }: TokenView,
): Promise<{ certificates: readonly Certificate[]; changes: readonly Change[] }> {
  const wanted = authorities[plugin].slice(0, state === 'two-tokens' ? 2 : 1);
  const found = await Promise.all(
    wanted.map((authority) =>
      certificateOf(x, { provider: 'usbtoken', authority, person, kind: kindOf(person) }),
    ),
  );
  return {
    certificates: found.map(({ certificate }) => certificate),
    changes: found.flatMap(({ changes }) => changes),
  };
}
