import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { type Account, happened, noted, numberOf } from '../account.ts';
import { foreignIf } from '../law.ts';
import { type Found, lookUp, verify } from '../wires/population.ts';

/** A record that names the number of today. */
export type Record = Found & { number: string };

/** What the population register said: its record, or what it would not confirm. */
export type Verdict =
  | { confirmed: true; record: Record; account: Account }
  | { confirmed: false; fault: Fault; account: Account };

const messages: Readonly<{ [field: string]: string }> = {
  number: 'Số không khớp với họ tên, hoặc không có / Not the number of this name, or nobody’s',
  name: 'Họ tên không khớp với số / Not the name of this number',
  birth: 'Ngày sinh không khớp / Not the birth of this person',
};

/** What an account is looked up by. @throws Fault number_missing, wrong_state */
function wantedOf(account: Account): { number?: string; cmnd?: string; name: string; birth: string } {
  if (account.kind !== 'citizen') throw new Fault('wrong_state', 'organisations are in another register');
  const number = numberOf(account);
  if (number === undefined && account.cmnd === undefined)
    throw new Fault('number_missing', 'the account has neither a personal number nor an old card');
  const paper = number === undefined ? { cmnd: account.cmnd! } : { number };
  return { ...paper, name: account.name, birth: account.birth ?? '' };
}

/** @throws Fault person_deceased, register_unavailable */
async function ask(
  x: Exchange,
  wanted: ReturnType<typeof wantedOf>,
): Promise<{ record: Record } | { fields: string[] }> {
  const found = wanted.birth === '' ? undefined : await lookUp(x, wanted);
  if (found?.deceasedOn !== undefined)
    throw new Fault('person_deceased', `the register says that the holder died on ${found.deceasedOn}`);
  if (found?.number !== undefined) return { record: { ...found, number: found.number } };
  if (found) return { fields: ['number'] };
  return { fields: (await verify(x, wanted)) ? ['birth'] : ['number', 'name'] };
}

const isUnverified = ({ state }: Account): boolean =>
  ['no-number', 'unverified'].includes(state.at === 'stopped' ? state.was : state.at);

/** The account once the register has confirmed it. */
function confirmedBy(x: Exchange, account: Account, { number, cmnd, nationality }: Record): Account {
  const cause = { by: 'population', rule: 'verified-number' } as const;
  const ticked = { ...account, confirmed: [...new Set([...account.confirmed, 'number', 'name', 'birth'])] };
  const known =
    cmnd !== undefined && account.cmnd === cmnd ? [...ticked.confirmed, 'cmnd'] : ticked.confirmed;
  const now = { ...ticked, ...foreignIf(nationality), confirmed: [...new Set(known)] };
  if (isUnverified(account)) return happened(now, { type: 'number-verified', number }, x.clock, cause);
  if (numberOf(account) === number) return now;
  const renewed = { by: 'population', rule: 'number-renewed' } as const;
  return happened(now, { type: 'number-renewed', number }, x.clock, renewed);
}

/**
 * Asks the population register about an account's number (or old card), name and birth.
 * @throws Fault number_missing, wrong_state, person_deceased, register_unavailable
 */
export async function askRegister(x: Exchange, account: Account): Promise<Verdict> {
  const said = await ask(x, wantedOf(account));
  if ('record' in said)
    return { confirmed: true, record: said.record, account: confirmedBy(x, account, said.record) };
  const { fields } = said;
  const fault = new Fault('population_differs', `the register does not confirm ${fields.join(', ')}`, {
    errors: fields.map((path) => ({ path, message: messages[path] ?? path })),
  });
  const cause = { by: 'population', rule: 'verified-number', fields } as const;
  const mayBeNoted = isUnverified(account) && account.state.at !== 'stopped';
  const refused = mayBeNoted ? happened(account, { type: 'number-refused' }, x.clock, cause) : account;
  return { confirmed: false, fault, account: refused };
}

/** The account with the register's data in the place of its own. */
export function takenOver(x: Exchange, account: Account, record: Record): Account {
  const { name, birth, cmnd, gender, address } = record;
  const taken = {
    ...(cmnd !== undefined && { cmnd }),
    ...(gender !== undefined && { gender }),
    ...(address !== undefined && { address }),
  };
  const confirmed = [...new Set([...account.confirmed, ...Object.keys(taken)])];
  return noted({ ...account, name, birth, ...taken, confirmed }, 'data-taken-over', x.clock, 'population');
}

/** The record as JSON shows it. */
export const recordView = ({ deceasedOn: _, ...record }: Record) => record;
