import type { CalendarRuleId } from '../../../contracts/_calendar.ts';
import { type AccountKind, accountKinds } from '../../../contracts/_dvcqg/account.ts';
import { hasCome } from '../../_kit/calendar.ts';
import type { Clock } from '../../_kit/clock.ts';
import { passwordEndedBy, type Subject } from '../law.ts';
import type { Target } from './waiting.ts';

/** Where a sign-in leads, as the calendar tells portals apart. */
export const whereOf = (target: Target): 'here' | 'elsewhere' => ('to' in target ? 'here' : 'elsewhere');

/** The rule that has closed the door to accounts of one kind, if one has. */
export function closedBy(
  account: Subject,
  target: Target,
  clock: Pick<Clock, 'today'>,
): CalendarRuleId | undefined {
  const rule = passwordEndedBy(account, whereOf(target));
  return rule && hasCome(rule, clock) ? rule : undefined;
}

/** The kinds of accounts that may still come by a signature, organisations first: they have no other way. */
export const openKinds = (target: Target, clock: Pick<Clock, 'today'>): AccountKind[] =>
  (Object.keys(accountKinds) as AccountKind[])
    .filter((kind) => closedBy({ kind }, target, clock) === undefined)
    .toReversed();

/** The rule that has yet to give organisations an electronic identity; undefined once they have it. */
export const organisationFrom = (clock: Pick<Clock, 'today'>): CalendarRuleId | undefined =>
  hasCome('organisations-get-identity', clock) ? undefined : 'organisations-get-identity';
