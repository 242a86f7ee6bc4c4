import { type RevocationReason, revocationReasons } from '../../contracts/_pki/data.ts';
import { Fault } from '../_kit/fault.ts';

/** What an authority says of a certificate; RFC 5280 has the numbers of the reasons. */
export interface Said {
  at: 'revoked' | 'suspended' | 'released';
  since: number;
  reason?: number;
}

export type Step =
  | { to: 'revoke'; reason: RevocationReason; at: number }
  | { to: 'suspend'; at: number }
  | { to: 'release' };

const HOLD = 6;

/**
 * What an authority says after a step. `said`: what it says now, undefined where that is nothing. A revocation is for good, a
 * suspension may end or become a revocation, which then begins when it is said to.
 */
export function stepped(said: Said | undefined, step: Step, now: number): Said {
  if (said?.at === 'revoked') throw new Fault('already_revoked', 'a revocation is for good');
  if (step.to === 'release') {
    if (!said) throw new Fault('not_suspended', 'there is nothing to release');
    return { at: 'released', since: now };
  }
  if (step.at > now) throw new Fault('in_the_future', 'at lies after the clock of the workspace');
  if (step.to === 'revoke') return { at: 'revoked', since: step.at, reason: revocationReasons[step.reason] };
  if (said) throw new Fault('already_suspended', 'it is suspended already');
  return { at: 'suspended', since: step.at, reason: HOLD };
}

const names: ReadonlyMap<number, string> = new Map([
  [HOLD, 'certificateHold'],
  ...Object.entries(revocationReasons).map(([name, value]) => [value, name] as const),
]);

export const reasonName = (reason = 0): string => names.get(reason) ?? 'unspecified';
