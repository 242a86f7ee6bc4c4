import { expect, test } from 'vitest';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import type { Change, Store } from '../../functions/_kit/store.ts';
import { byVneid, openReal, realOf } from './real.ts';

const writesAccount = (changes: readonly Change[]): boolean =>
  changes.some((change) => 'put' in change && change.put[1] === 'dvcqg' && change.put[2] === 'account');

type Fate = 'before' | 'after';

/** A store that breaks at the next commit that saves an account: before it is written, or just after. */
function breaking() {
  const store = sqliteStore(':memory:');
  let fate: Fate | undefined;
  const commit: Store['commit'] = async (changes, now) => {
    const broken = writesAccount(changes) ? fate : undefined;
    if (broken) fate = undefined;
    if (broken === 'before') throw new Error('the power went out');
    const done = await store.commit(changes, now);
    if (broken === 'after') throw new Error('the power went out');
    return done;
  };
  const breakAt = (next: Fate) => {
    fate = next;
  };
  return { store: Object.assign(Object.create(store) as Store, { commit }), breakAt };
}

async function house() {
  const { store, breakAt } = breaking();
  const { open, time, log } = openReal(store);
  const ws = await open({ calendar: '2024-06-14' });
  return { ...realOf(ws, time), breakAt, log };
}

test.each<[Fate, string, string[]]>([
  ['before', 'verified', ['registered']],
  ['after', 'linked', ['registered', 'linked']],
])(
  'broken %s it is written, linking leaves the account %s, and a second try makes one link',
  async (fate, state, events) => {
    const real = await house();
    const { accounts, breakAt, log } = real;
    const { techId } = await accounts.make({ person: 'mai', state: 'verified' });
    breakAt(fate);
    expect((await accounts.link(techId, 'mai')).status).toBe(500);
    expect((await accounts.read(techId)).state.at).toBe(state);
    expect((await accounts.history(techId)).map(({ event }) => event)).toEqual(events);
    expect((await accounts.link(techId, 'mai')).status).toBe(200);
    expect((await accounts.history(techId)).map(({ event }) => event)).toEqual(['registered', 'linked']);
    expect(log).toHaveLength(1);
  },
);

test.each<[Fate, number]>([
  ['before', 0],
  ['after', 1],
])(
  'broken %s it is written, a first sign-in with VNeID leaves %i accounts that can be found, and then one',
  async (fate, left) => {
    const real = await house();
    const { accounts, breakAt } = real;
    breakAt(fate);
    expect(await byVneid(real, 'mai')).toBeUndefined();
    expect(await accounts.of('mai')).toHaveLength(left);
    const found = await accounts.get<{ accounts: object[] }>('/api/accounts?number=099192000002');
    expect(found.body.accounts).toHaveLength(left);
    const techId = await byVneid(real, 'mai');
    expect((await accounts.of('mai')).map((account) => account.techId)).toEqual([techId]);
  },
);

test.each<[Fate, string]>([
  ['before', 'stopped'],
  ['after', 'linked'],
])('broken %s it is written, a synchronisation leaves both accounts %s', async (fate, state) => {
  const { accounts, breakAt, ws } = await house();
  await ws.configure({ calendar: '2026-11-22' });
  breakAt(fate);
  const sync = () =>
    accounts.post(
      '/api/sync',
      {
        personalNumber: '099089000023',
        fullName: 'Dương Hoàng Phúc',
        birthDate: '1989-01-27',
        sub: 'subject-at-bocongan',
      },
      { authorization: `Basic ${btoa('bocongan:bocongan-secret')}` },
    );
  expect((await sync()).status).toBe(500);
  expect((await accounts.of('phuc')).map(({ state: seen }) => seen.at)).toEqual([state, state]);
  expect((await sync()).status).toBe(200);
  expect((await accounts.of('phuc')).map(({ state: seen }) => seen.at)).toEqual(['linked', 'linked']);
});
