import { type CalendarRuleId, calendarDates } from '../../contracts/_calendar-dates.ts';
import type { Clock } from './clock.ts';

/** Whether a day of the law's calendar has come: from 00:00 of it on, in Viet Nam. */
export const hasCome = (rule: CalendarRuleId, { today }: Pick<Clock, 'today'>): boolean =>
  today >= calendarDates[rule];
