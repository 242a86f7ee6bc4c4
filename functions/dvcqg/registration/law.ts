import { type CalendarRuleId, calendarRules, documents } from '../../../contracts/_calendar.ts';
import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import { hasCome } from '../../_kit/calendar.ts';
import type { Clock } from '../../_kit/clock.ts';
import { Fault } from '../../_kit/fault.ts';

/** What ends the registration of each kind on the national portal; agencies' staff keep theirs. */
const ends = {
  citizen: { rule: 'national-portal-vneid-only', fault: 'only_vneid' },
  enterprise: { rule: 'organisations-own-identity', fault: 'own_identity_only' },
  agency: undefined,
} as const satisfies Readonly<Record<AccountKind, { rule: CalendarRuleId; fault: string } | undefined>>;

/** The rule that closes a kind's ways to register, whether or not its day has come. */
export const closingRule = (kind: AccountKind): CalendarRuleId | undefined => ends[kind]?.rule;

/** @throws Fault only_vneid, own_identity_only, which name the day and the document */
export function mayRegister(kind: AccountKind, clock: Pick<Clock, 'today'>): void {
  const end = ends[kind];
  if (!end || !hasCome(end.rule, clock)) return;
  const { from, documents: said } = calendarRules[end.rule];
  const names = said.map((id) => documents[id].name.en).join(', ');
  throw new Fault(end.fault, `since ${from}, by ${names}; the calendar stands at ${clock.today}`);
}

/** The youngest who may: no document names an age, so this one is the sandbox's own. */
const YOUNGEST = 14;

/** @throws Fault too_young. `birth`: `YYYY-MM-DD`, or the year, which counts as its first day. */
export function oldEnough(birth: string, { today }: Pick<Clock, 'today'>): void {
  const born = birth.length === 4 ? `${birth}-01-01` : birth;
  const grown = `${Number(born.slice(0, 4)) + YOUNGEST}${born.slice(4)}`;
  if (grown > today) throw new Fault('too_young', `${YOUNGEST} years old on ${grown}, today is ${today}`);
}
