import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Accounts, accountsIn, LAST_DAY } from './kit/dvcqg-accounts.ts';

let ws: TestWorkspace;
let accounts: Accounts;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: LAST_DAY });
  accounts = accountsIn(ws);
});

describe('the police ministry’s portal', () => {
  const basic = { authorization: `Basic ${btoa('bocongan:bocongan-secret')}` };
  const about = (personalNumber: string, fullName: string, birthDate: string): Record<string, string> => ({
    personalNumber,
    fullName,
    birthDate,
    sub: 'subject-at-bocongan',
  });
  const phuc = about('099089000023', 'Dương Hoàng Phúc', '1989-01-27');
  const an = about('099090000001', 'Nguyễn Văn An', '1990-05-15');
  interface Synced {
    techId: string | null;
    accounts: { techId: string; outcome: string; fields?: string[]; createdOn: string }[];
  }
  const sync = (body: object, headers: Record<string, string> = basic) =>
    accounts.post<Synced>('/api/sync', body, headers);

  test.each([
    ['2024-06-27', 403],
    ['2024-06-28', 200],
    ['2026-11-22', 200],
  ])('on %s: %i', async (calendar, status) => {
    await ws.configure({ calendar });
    const answer = await sync(an);
    expect(answer.status).toBe(status);
    if (status === 403) {
      expect(answer.body.code).toBe('not_yet');
      expect(answer.body.errors?.[0]?.message).toMatch(/28\/06\/2024.*Bộ Công an/);
    }
  });

  test('brings over every old account of the person, of the old card too, and lists them', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    const { body } = await sync(phuc);
    expect(body.accounts.map(({ outcome }) => outcome)).toEqual(['linked', 'linked']);
    expect(body.accounts.map(({ createdOn }) => createdOn)).toEqual(['2020-03-10', '2022-04-05']);
    const both = await accounts.of('phuc');
    expect(both.map(({ state }) => state)).toEqual(
      both.map(() => ({ at: 'linked', number: '099089000023', sub: 'subject-at-bocongan' })),
    );
    expect(both[0]?.linkedAccounts).toHaveLength(2);
    expect(body.techId).toBe(both[0]?.linkedAccounts[0]);
    expect(await accounts.history(body.techId!)).toMatchObject([
      { event: 'registered' },
      { event: 'stopped', by: 'calendar' },
      { event: 'number-verified', by: 'population' },
      { event: 'linked', by: 'bocongan', rule: 'police-portal-syncs' },
    ]);
  });

  test('again it changes nothing', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    const first = await sync(phuc);
    const again = await sync(phuc);
    expect(again.body.techId).toBe(first.body.techId);
    expect(again.body.accounts.map(({ outcome }) => outcome)).toEqual(['already-linked', 'already-linked']);
    expect(await accounts.events(first.body.techId!)).toHaveLength(4);
  });

  test('64 at once: each account is linked once', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    const all = await Promise.all(Array.from({ length: 64 }, () => sync(an)));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    const outcomes = all.map(({ body }) => body.accounts[0]?.outcome);
    expect(outcomes.filter((outcome) => outcome === 'linked')).toHaveLength(1);
    expect(
      (await accounts.events((await accounts.firstOf('an')).techId)).filter((event) => event === 'linked'),
    ).toHaveLength(1);
  });

  test('what the register does not confirm stays as it is, and the answer says why', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    const { body } = await sync(about('099096000046', 'Trần Nhật Minh', '1996-02-14'));
    expect(body).toMatchObject({
      techId: null,
      accounts: [{ outcome: 'differs', fields: ['number', 'name'] }],
    });
    expect((await accounts.firstOf('nhat-minh')).state.at).toBe('stopped');
  });

  test('a locked account stays locked', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    const { techId, state, name, birth } = await accounts.firstOf('long');
    const { body } = await sync(about(state.number!, name, birth!));
    expect(body).toMatchObject({ techId: null, accounts: [{ techId, outcome: 'locked' }] });
  });

  test('an account of somebody else’s that was given the number stays away', async () => {
    const { techId } = await accounts.make({ person: 'quan', state: 'no-number', username: 'cua.quan' });
    const mai = { number: '099192000002', name: 'Trần Thị Mai', birth: '1992-11-20' };
    await accounts.step(techId, 'number', mai);
    await accounts.step(techId, 'verify');
    await ws.configure({ calendar: '2026-11-22' });
    expect((await sync(about(mai.number, mai.name, mai.birth))).body).toEqual({ techId: null, accounts: [] });
  });

  test('whoever has nothing old gets an empty list', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    expect((await sync(about('099192000002', 'Trần Thị Mai', '1992-11-20'))).body).toEqual({
      techId: null,
      accounts: [],
    });
  });

  test.each([
    ['nobody', {}],
    ['another client', { authorization: `Basic ${btoa('demo-portal:demo-portal-secret')}` }],
    ['a wrong secret', { authorization: `Basic ${btoa('bocongan:khac')}` }],
    ['what is no credential', { authorization: 'Basic !!!' }],
  ])('refuses %s', async (_, headers) => {
    await ws.configure({ calendar: '2026-11-22' });
    expect(await sync(an, headers)).toMatchObject({ status: 401, body: { code: 'unknown_portal' } });
    expect((await accounts.firstOf('an')).state.at).toBe('stopped');
  });

  test('name and birth must be those of the number', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    expect((await sync({ ...an, fullName: 'Trần Thị Mai' })).body.code).toBe('population_differs');
    expect((await sync({ ...an, personalNumber: '001190000001' })).body.code).toBe('foreign_number');
  });
});
