import { hasCome } from '../_kit/calendar.ts';
import type { Clock } from '../_kit/clock.ts';
import type { Law } from './domain.ts';

/** What the law says on the calendar's day. */
export const lawOn = (clock: Pick<Clock, 'today'>): Law => ({
  organisations: hasCome('organisations-get-identity', clock),
});
