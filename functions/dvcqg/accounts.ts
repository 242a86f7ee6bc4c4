import type { Exchange } from '../_kit/exchange.ts';
import { invalidInput } from '../_kit/issues.ts';
import { placesOfForeignNumbers } from '../_kit/mask.ts';
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

/** The oldest first; of two that were made at once always the same. */
export const olderFirst = (a: Held, b: Held): number =>
  `${a.account.createdAt} ${a.account.techId}` < `${b.account.createdAt} ${b.account.techId}` ? -1 : 1;

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
    .toSorted(olderFirst);
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

/** An account to be saved: `held` as it was read, undefined for a new one. */
export interface Saving {
  held: Held | undefined;
  account: Account;
}

/** The keys that an account gains or loses. */
function keysChanged({ held, account }: Saving): [id: string, stays: boolean][] {
  const before = held?.item ? keysOf(held.item.value) : [];
  const after = keysOf(account);
  return [
    ...after.filter((id) => !before.includes(id)).map((id): [string, boolean] => [id, true]),
    ...before.filter((id) => !after.includes(id)).map((id): [string, boolean] => [id, false]),
  ];
}

async function keyChange(
  x: Exchange,
  id: string,
  changed: readonly { techId: string; stays: boolean }[],
): Promise<Change> {
  const item = await x.read(keys, id);
  const techIds = new Set(item?.value.techIds);
  for (const { techId, stays } of changed) stays ? techIds.add(techId) : techIds.delete(techId);
  if (item && techIds.size === 0) return x.remove(item);
  return x.put(keys, id, { techIds: [...techIds] }, { if: item ? { version: item.version } : 'absent' });
}

/** Twelve digits that may be a real person's number are kept in no field. @throws Fault foreign_number */
function refuseForeignIn(x: Exchange, { username, name, phone, email, state }: Account): void {
  const { sub } = { sub: undefined, ...state };
  const [path] = placesOfForeignNumbers({ username, name, phone, email, sub }, x.isOurs);
  if (path === undefined) return;
  const message = 'Chỉ dùng số của hộp cát (099…) / Only numbers of the sandbox (099…)';
  throw invalidInput([{ path, message }], 'foreign_number');
}

/**
 * The changes that save accounts, new or changed, and keep them findable. Two that save the same one at once, or that
 * take the same user name, do not both succeed: the loser's route runs again. @throws Fault foreign_number
 */
export async function saveAccounts(x: Exchange, all: readonly Saving[]): Promise<Change[]> {
  for (const { account } of all) refuseForeignIn(x, account);
  const puts = all.map(({ held, account }) =>
    x.put(accounts, account.techId, account, {
      if: held?.item ? { version: held.item.version } : 'absent',
    }),
  );
  const changed = all.flatMap((saving) =>
    keysChanged(saving).map(([id, stays]) => ({ id, stays, techId: saving.account.techId })),
  );
  const byKey = [...Map.groupBy(changed, ({ id }) => id)];
  return [...puts, ...(await Promise.all(byKey.map(([id, some]) => keyChange(x, id, some))))];
}

export const saveAccount = (x: Exchange, held: Held | undefined, account: Account): Promise<Change[]> =>
  saveAccounts(x, [{ held, account }]);
