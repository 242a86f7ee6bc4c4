import { hasCome } from '../../_kit/calendar.ts';
import type { Clock } from '../../_kit/clock.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Door } from '../../_oidc/profile.ts';
import type { Account } from '../account.ts';
import { epochOf } from '../ended.ts';
import { passwordEndedBy } from '../law.ts';

/** Assurance levels: the portal's own account, and VNeID. */
export const levels = ['LoA1', 'LoA2'] as const;

/**
 * The level that an account reaches. Whoever came by VNeID did so through the link: it ends with that.
 * A new password ends what was signed in with the one before; what a lock or the end of a link has ended does not come
 * back with the account. @throws Fault account_locked, account_stopped, wrong_state, sign_in_required
 */
export function admit(
  account: Account,
  clock: Pick<Clock, 'today'>,
  { via, authTime, epoch }: Door,
  where: 'here' | 'elsewhere' = 'elsewhere',
): string {
  if (account.status === 'locked') throw new Fault('account_locked', 'the account is locked');
  if (via === 'vneid' && account.kind === 'citizen' && account.state.at !== 'linked')
    throw new Fault('wrong_state', 'the account is not linked to VNeID any more');
  if (authTime !== undefined && (epoch ?? epochOf(undefined, via)) !== epochOf(account.ended, via))
    throw new Fault('sign_in_required', 'the account was locked, or its link taken away, since');
  if (via === 'vneid') return levels[1];
  if (authTime !== undefined && authTime < (account.passwordSince ?? 0))
    throw new Fault('sign_in_required', 'the password was changed since');
  const rule = passwordEndedBy(account, where);
  if (rule && hasCome(rule, clock)) {
    throw new Fault('account_stopped', `accounts like this one no longer sign in: ${rule}`);
  }
  return levels[0];
}
