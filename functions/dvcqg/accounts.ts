import type { Exchange } from '../_kit/exchange.ts';
import { everybody } from '../_kit/people.ts';
import { type Change, type Item, kind } from '../_kit/store.ts';
import { type Account, numberOf, onDate } from './account.ts';
import { firstAccountsOf } from './first-accounts.ts';

export const accounts = kind<Account>(
  'dvcqg',
  'account',
  'id: TechID. An account of the national portal, with its state and its history; password hashed. Those that people have from the start are stored once they change.',
);

/** By what an account is found, besides its TechID. */
export type KeyName = 'username' | 'number' | 'cmnd' | 'phone' | 'email';

const keys = kind<{ techIds: readonly string[] }>(
  'dvcqg',
  'key',
  'id: `username:`, `number:`, `cmnd:`, `phone:` or `email:` and the value. The accounts that have it.',
);

/** An account as it was read: `item` is absent for one that nobody has changed yet. */
export interface Held {
  /** As the calendar has it today. */
  account: Account;
  item?: Item<Account>;
}

const keysOf = (account: Account): string[] => [
  `username:${account.username.toLowerCase()}`,
  ...(numberOf(account) === undefined ? [] : [`number:${numberOf(account)}`]),
  ...(account.cmnd === undefined ? [] : [`cmnd:${account.cmnd}`]),
  ...(account.phone === undefined ? [] : [`phone:${account.phone}`]),
  ...(account.email === undefined ? [] : [`email:${account.email.toLowerCase()}`]),
];

/** Those of the cast and of the workspace's own people, as they were at first. */
const firstAccounts = async (x: Exchange): Promise<Account[]> =>
  (await everybody(x)).flatMap(firstAccountsOf);

const heldFrom = (x: Exchange, item: Item<Account>): Held => ({ account: onDate(item.value, x.clock), item });

/** One account. */
export async function accountById(x: Exchange, techId: string): Promise<Held | undefined> {
  const item = await x.read(accounts, techId);
  if (item) return heldFrom(x, item);
  const first = (await firstAccounts(x)).find((account) => account.techId === techId);
  return first && { account: onDate(first, x.clock) };
}

/** All accounts that have this user name, number, telephone or address, oldest first. */
export async function accountsBy(x: Exchange, name: KeyName, value: string): Promise<Held[]> {
  const id = `${name}:${name === 'username' || name === 'email' ? value.toLowerCase() : value}`;
  const first = (await firstAccounts(x)).filter((account) => keysOf(account).includes(id));
  const stored = (await x.read(keys, id))?.value.techIds ?? [];
  const techIds = [...new Set([...first.map(({ techId }) => techId), ...stored])];
  const held = await Promise.all(techIds.map((techId) => accountById(x, techId)));
  return held
    .filter((each) => each !== undefined)
    .filter(({ account }) => keysOf(account).includes(id))
    .toSorted((a, b) => a.account.createdAt.localeCompare(b.account.createdAt));
}

export const accountByUsername = async (x: Exchange, username: string): Promise<Held | undefined> =>
  (await accountsBy(x, 'username', username))[0];

/** All accounts of a workspace: those that people have from the start, and those that were made in it. */
export async function everyAccount(x: Exchange): Promise<Held[]> {
  const stored = new Map((await x.list(accounts)).map((item) => [item.key[3], item]));
  const first = (await firstAccounts(x)).filter(({ techId }) => !stored.has(techId));
  return [
    ...first.map((account) => ({ account: onDate(account, x.clock) })),
    ...[...stored.values()].map((item) => heldFrom(x, item)),
  ];
}

async function keyChange(
  x: Exchange,
  id: string,
  change: (techIds: readonly string[]) => readonly string[],
): Promise<Change> {
  const item = await x.read(keys, id);
  const techIds = change(item?.value.techIds ?? []);
  if (item && techIds.length === 0) return x.remove(item);
  return x.put(keys, id, { techIds }, { if: item ? { version: item.version } : 'absent' });
}

/**
 * The changes that save an account, new (`held` undefined) or changed, and keep it findable. Two that save at once, or
 * that take the same user name, do not both succeed: the loser's route runs again.
 */
export async function saveAccount(x: Exchange, held: Held | undefined, account: Account): Promise<Change[]> {
  const before = held?.item ? keysOf(held.item.value) : [];
  const after = keysOf(account);
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  const { techId } = account;
  const put = x.put(accounts, techId, account, {
    if: held?.item ? { version: held.item.version } : 'absent',
  });
  const indexed = [
    ...added.map((id) =>
      keyChange(x, id, (techIds) => [...techIds.filter((each) => each !== techId), techId]),
    ),
    ...removed.map((id) => keyChange(x, id, (techIds) => techIds.filter((each) => each !== techId))),
  ];
  return [put, ...(await Promise.all(indexed))];
}
