import { calendarDates } from '../../../contracts/_calendar-dates.ts';
import { hasCome } from '../../_kit/calendar.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { invalidInput } from '../../_kit/issues.ts';
import { type Account, happened, noted } from '../account.ts';
import { refuseClosed } from './held.ts';

/** A number that may be a real person's is not kept. @throws Fault foreign_number */
export function refuseForeign(x: Exchange, path: string, number: string | undefined): void {
  if (number === undefined || number.length !== 12 || x.isOurs(number)) return;
  const message = 'Chỉ dùng số của hộp cát (099…) / Only numbers of the sandbox (099…)';
  throw invalidInput([{ path, message }], 'foreign_number');
}

interface Given {
  number: string;
  name?: string | undefined;
  birth?: string | undefined;
}

/** The holder's own word. @throws Fault foreign_number, account_locked, account_stopped, wrong_state */
export function givenNumber(x: Exchange, account: Account, { number, name, birth }: Given): Account {
  refuseClosed(account);
  refuseForeign(x, 'number', number);
  const mended = { ...account, ...(name !== undefined && { name }), ...(birth !== undefined && { birth }) };
  const { state } = account;
  if (state.at === 'unverified' && state.number === number) return mended;
  return happened(mended, { type: 'number-given', number }, x.clock, { by: 'person' });
}

const PROMPTS = 'switch-announced';

/** "Đăng nhập bằng VNeID" was shown. @throws Fault account_locked, account_stopped, wrong_state */
export function promptedNow(x: Exchange, account: Account): Account {
  refuseClosed(account);
  if (!hasCome(PROMPTS, x.clock))
    throw new Fault('wrong_state', `nobody is prompted before ${calendarDates[PROMPTS]}`);
  if (account.foreign) throw new Fault('wrong_state', 'foreigners await guidance of their own');
  const cause = { by: 'portal', rule: PROMPTS } as const;
  return happened(account, { type: 'prompted' }, x.clock, cause);
}

/** @throws Fault wrong_state */
export const unlinkedNow = (x: Exchange, account: Account, by: 'person' | 'vneid'): Account =>
  happened(account, { type: 'unlinked' }, x.clock, { by, rule: 'consent-withdrawn' });

/** Locked or unlocked by the sandbox: the real portal's reasons are not known. */
export function withStatus(x: Exchange, account: Account, status: Account['status']): Account {
  if (account.status === status) return account;
  return noted({ ...account, status }, status === 'locked' ? 'locked' : 'unlocked', x.clock, 'sandbox');
}
