import type * as z from 'zod';
import type * as data from '../../../contracts/_dvcqg/profile-data.ts';
import { type Answer, json, type Refusal, refuse } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { type Account, onDate } from '../account.ts';
import {
  accountByUsername,
  accountsBy,
  everyAccount,
  type Held,
  olderFirst,
  saveAccount,
} from '../accounts.ts';
import { linkAccount as link } from '../linking.ts';
import { madeAccount } from './fixture.ts';
import { namedAccount, refuseClosed, refuseLocked } from './held.ts';
import { askRegister, recordView, takenOver } from './register.ts';
import { givenNumber, promptedNow, unlinkedNow, withStatus } from './steps.ts';
import { viewOf } from './view.ts';
import { visitVneid } from './visit.ts';

type Input<Schema extends z.ZodType> = Exchange<z.output<Schema>>;

async function found(x: Input<typeof data.accountsQuery>): Promise<Held[]> {
  const { number, username } = x.input;
  if (number !== undefined) return accountsBy(x, 'number', number);
  if (username === undefined) return (await everyAccount(x)).toSorted(olderFirst);
  const held = await accountByUsername(x, username);
  return held ? [held] : [];
}

export async function listAccounts(x: Input<typeof data.accountsQuery>): Promise<Answer> {
  const { person, state, kind, number, username } = x.input;
  const wanted = (await found(x))
    .map(({ account }) => account)
    .filter((account) => person === undefined || account.person === person)
    .filter((account) => state === undefined || account.state.at === state)
    .filter((account) => kind === undefined || account.kind === kind)
    .filter(
      (account) => number === undefined || ('number' in account.state && account.state.number === number),
    )
    .filter((account) => username === undefined || account.username.toLowerCase() === username.toLowerCase());
  if (person !== undefined) x.remarks.person = person;
  return json({ accounts: await Promise.all(wanted.map((account) => viewOf(x, account))) });
}

export async function createAccount(x: Input<typeof data.fixture>): Promise<Answer> {
  const account = await madeAccount(x, x.input);
  const changes = await saveAccount(x, undefined, account);
  return json(await viewOf(x, onDate(account, x.clock)), { status: 201, changes });
}

export const readAccount = async (x: Exchange): Promise<Answer> =>
  json(await viewOf(x, (await namedAccount(x)).account));

export const accountHistory = async (x: Exchange): Promise<Answer> =>
  json({ history: (await namedAccount(x)).account.history });

/** A step that is saved, and answers with the account after it. */
const step =
  <Input>(change: (x: Exchange<Input>, held: Held) => Account | Promise<Account>) =>
  async (x: Exchange<Input>): Promise<Answer> => {
    const held = await namedAccount(x);
    const account = await change(x, held);
    const changes = account === held.account ? [] : await saveAccount(x, held, account);
    return json(await viewOf(x, account), { changes });
  };

export const giveNumber = step<z.output<typeof data.numberGiven>>((x, { account }) =>
  givenNumber(x, account, x.input),
);
export const promptAccount = step((x, { account }) => promptedNow(x, account));
export const unlinkAccount = step((x, { account }) => {
  refuseLocked(account);
  return unlinkedNow(x, account, 'person');
});
export const withdrawConsent = step((x, { account }) => unlinkedNow(x, account, 'vneid'));
export const lockAccount = step((x, { account }) => withStatus(x, account, 'locked'));
export const unlockAccount = step((x, { account }) => withStatus(x, account, 'active'));

/** What the register says, and the account after it; a refusal stays in the history. */
const asked =
  (takes: boolean) =>
  async (x: Exchange): Promise<Answer | Refusal> => {
    const held = await namedAccount(x);
    refuseClosed(held.account);
    const verdict = await askRegister(x, held.account);
    if (!verdict.confirmed) {
      const noted = verdict.account !== held.account;
      return refuse(verdict.fault, noted ? await saveAccount(x, held, verdict.account) : []);
    }
    const { record } = verdict;
    const account = takes ? takenOver(x, verdict.account, record) : verdict.account;
    const view = { register: recordView(record), account: await viewOf(x, account) };
    return json(view, { changes: await saveAccount(x, held, account) });
  };

export const verifyNumber = asked(false);
export const takeOver = asked(true);

export async function linkAccount(x: Input<typeof data.linkRequest>): Promise<Answer> {
  const held = await namedAccount(x);
  refuseLocked(held.account);
  const { outcome, linked, account, changes } = await link(x, held, await visitVneid(x, x.input.person));
  return json({ outcome, account: await viewOf(x, linked), signedInAs: account.techId }, { changes });
}
