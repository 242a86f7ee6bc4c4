import {
  type CalendarRule,
  type CalendarRuleId,
  calendarRules,
  type Document,
  type DocumentId,
  documents,
} from '../../contracts/_calendar.ts';
import type { Text } from '../../contracts/_contract.ts';

const DAY_MS = 86_400_000;

/** Days from one date to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

export const dayBefore = (date: string): string =>
  new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);

/** `15/06/2024`. */
export const shownDate = (date: string): string => date.split('-').toReversed().join('/');

/** A rule as it stands on a day. */
export interface Standing {
  id: CalendarRuleId;
  from: string;
  come: boolean;
  days: number;
  enforced: boolean;
  who: Text;
  what: Text;
  sandbox: Text | null;
  documents: { id: DocumentId; name: Text; issued: string | null }[];
}

const shownDocument = (id: DocumentId) => {
  const { name, issued }: Document = documents[id];
  return { id, name, issued: issued ?? null };
};

/** Every rule as it stands on a day, in the order of time. */
export const standingsOn = (today: string): Standing[] =>
  (Object.entries(calendarRules) as [CalendarRuleId, CalendarRule][]).map(
    ([id, { from, who, what, enforced, sandbox, documents: cited }]) => ({
      id,
      from,
      come: today >= from,
      days: daysBetween(today, from),
      enforced,
      who,
      what,
      sandbox: sandbox ?? null,
      documents: cited.map(shownDocument),
    }),
  );
