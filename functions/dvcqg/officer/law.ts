import { calendarRules, documents } from '../../../contracts/_calendar.ts';
import { hasCome } from '../../_kit/calendar.ts';
import type { Clock } from '../../_kit/clock.ts';
import { Fault } from '../../_kit/fault.ts';

const RULE = 'officers-create-no-accounts';

/** Since when the function is gone, and by which dispatch. */
export const removal = {
  from: calendarRules[RULE].from,
  documents: calendarRules[RULE].documents.map((id) => documents[id]),
};

export const isRemoved = (clock: Pick<Clock, 'today'>): boolean => hasCome(RULE, clock);

/** @throws Fault officers_create_no_accounts */
export function mayCreate(clock: Pick<Clock, 'today'>): void {
  if (!isRemoved(clock)) return;
  const by = removal.documents.map(({ name }) => name.en).join(', ');
  throw new Fault('officers_create_no_accounts', `since ${removal.from}, by ${by}; today is ${clock.today}`);
}
