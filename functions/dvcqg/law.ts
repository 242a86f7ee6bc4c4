import type { CalendarRuleId } from '../../contracts/_calendar-dates.ts';
import type { AccountKind } from '../../contracts/_dvcqg/account.ts';
import type { Account } from './account.ts';

/** What the law's dates tell accounts apart by. */
export type Subject = Pick<Account, 'kind' | 'foreign'>;

/** The mark of a foreigner's account; undefined where the register was not asked. */
export const foreignIf = (nationality: string | undefined): Pick<Account, 'foreign'> =>
  nationality === undefined || nationality === 'VN' ? {} : { foreign: true };

const endings: Readonly<Record<AccountKind, CalendarRuleId | undefined>> = {
  citizen: 'citizens-vneid-only',
  enterprise: 'organisations-own-identity',
  agency: undefined,
};

/**
 * The rule of the calendar that ends an account like this one. Agencies' staff keep theirs, and so do foreigners, who
 * by Dispatch 3701/VPCP-KSTT await guidance of their own.
 */
export const endingRule = ({ kind, foreign }: Subject): CalendarRuleId | undefined =>
  foreign ? undefined : endings[kind];

/**
 * The rule that takes the password from accounts like this one, on the national portal itself (`here`), or at other
 * portals to which its exchange signs in.
 */
export const passwordEndedBy = (account: Subject, where: 'here' | 'elsewhere'): CalendarRuleId | undefined =>
  account.kind === 'citizen' && !account.foreign && where === 'here'
    ? 'national-portal-vneid-only'
    : endingRule(account);
