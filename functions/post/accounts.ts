import type { CheckRequest, CheckResult } from '../../contracts/_post/data.ts';
import type { Text } from '../../contracts/index.ts';
import type { Person } from '../../contracts/person.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { everybody, personByNumber, personByPhone } from '../_kit/people.ts';
import { callerOf } from './caller.ts';
import { accountOf, compare, isAskedFor, outdated } from './domain.ts';

/** The account that was asked for, or else the one that the person has. */
async function holderOf(x: Exchange<CheckRequest>): Promise<Person | undefined> {
  const said = x.input;
  const has = (person: Person | undefined): person is Person => {
    const account = person && accountOf(person);
    return account !== undefined && isAskedFor(account, said);
  };
  const named = await personByNumber(x, said.personalNumber);
  if (has(named)) return named;
  const user = said.phone === undefined ? undefined : await personByPhone(x, said.phone);
  if (has(user)) return user;
  return (await everybody(x)).find(has) ?? named;
}

const otherPerson = (x: Exchange, person: Person): Person | undefined =>
  x.deps.people.people.find(({ slug, postAccount }) => slug !== person.slug && postAccount);

async function accountFor(x: Exchange<CheckRequest>) {
  const holder = await holderOf(x);
  if (!holder) return undefined;
  x.remarks.person = holder.slug;
  if (x.failure === 'wrong-person') {
    const other = otherPerson(x, holder);
    return other && accountOf(other);
  }
  const account = accountOf(holder);
  return account && x.failure === 'stale-data' ? outdated(account) : account;
}

const messages: Readonly<Record<CheckResult, Text>> = {
  match: { vi: 'Tài khoản VNPost chính chủ', en: "The account is this person's" },
  mismatch: {
    vi: 'Thông tin không khớp với tài khoản VNPost',
    en: "The account's data differ from what was sent",
  },
  locked: { vi: 'Tài khoản VNPost đang bị khóa', en: 'The account is locked' },
  no_account: { vi: 'Chưa có tài khoản VNPost', en: 'There is no such account' },
};

export async function check(x: Exchange<CheckRequest>) {
  await callerOf(x);
  const account = x.failure === 'empty' ? undefined : await accountFor(x);
  const outcome = compare(account, x.input);
  const { vi, en } = messages[outcome.result];
  return json({ ...outcome, message: vi, messageEn: en });
}
