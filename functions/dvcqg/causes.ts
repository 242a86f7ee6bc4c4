import type { CalendarRuleId } from '../../contracts/_calendar.ts';
import type { Actor } from '../../contracts/_dvcqg/account.ts';
import type { LinkingRuleId } from '../../contracts/portal/linking.ts';
import type { EventName } from './state.ts';

interface Causes {
  /** The sandbox besides, wherever a test makes an account. */
  by: readonly Actor[];
  rules: readonly (CalendarRuleId | LinkingRuleId)[];
}

/** Who makes each event happen, and by which rule: for docs/accounts.md. A test compares it with what happens. */
export const causes: Readonly<Record<EventName, Causes>> = {
  'number-given': { by: ['person'], rules: [] },
  'number-verified': { by: ['population'], rules: ['verified-number'] },
  'number-refused': { by: ['population'], rules: ['verified-number'] },
  'number-renewed': { by: ['population'], rules: ['number-renewed'] },
  prompted: { by: ['portal'], rules: ['switch-announced'] },
  linked: {
    by: ['vneid', 'bocongan'],
    rules: ['verified-number', 'relink-on-subject-change', 'police-portal-syncs'],
  },
  unlinked: { by: ['person', 'vneid'], rules: ['consent-withdrawn'] },
  stopped: { by: ['calendar'], rules: ['citizens-vneid-only', 'organisations-own-identity'] },
  resumed: { by: ['calendar'], rules: ['citizens-vneid-only', 'organisations-own-identity'] },
};
