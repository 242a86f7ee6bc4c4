import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commonFaults } from '../../contracts/_faults.ts';
import vneid from '../../contracts/vneid.ts';
import type { ToldEntry as JournalEntry } from '../../functions/control/told.ts';
import {
  authorize,
  type House,
  openHouse,
  openWorkspace,
  redeem,
  START,
  signIn,
  type TestWorkspace,
} from './house.ts';

let house: House;
let workspace: TestWorkspace;
beforeAll(() => {
  house = openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.time.now = START;
  workspace = await openWorkspace(house, { settings: { autopilot: { person: 'an' } } });
});
afterEach(() => expect(house.log).toEqual([]));

const journal = async (query = ''): Promise<{ entries: JournalEntry[]; next: string | null }> =>
  (await workspace.control('GET', `journal${query}`)).body;
const operations = async (query = '') => (await journal(query)).entries.map(({ operation }) => operation);
const ids = async (query = '') => (await journal(query)).entries.map(({ id }) => id);

describe('an entry', () => {
  test('tells what was asked and answered, decoded, without any secret', async () => {
    const { verifier, answer } = authorize(house, workspace.base, undefined, { state: 'xyz', nonce: 'n1' });
    const code = new URL((await answer).headers.get('location')!).searchParams.get('code')!;
    const { body: tokens } = await redeem(house, workspace.base, code, verifier);
    const { entries } = await journal();
    expect(entries.map(({ operation }) => operation)).toEqual(['authorize', 'token']);
    const [asked, given] = entries as [JournalEntry, JournalEntry];
    expect(asked).toMatchObject({
      system: 'vneid',
      client: 'demo-portal',
      person: 'an',
      at: '2026-03-02T09:00:00.000Z',
      request: { method: 'GET' },
      response: { status: 302 },
    });
    expect(asked.request.url).toContain('state=xyz');
    expect(given).toMatchObject({
      signIn: asked.signIn,
      request: { body: { grant_type: 'authorization_code' }, headers: { authorization: 'Basic ***' } },
      response: { status: 200, body: { token_type: 'Bearer' } },
      tokens: { id_token: { header: { alg: 'RS256' }, payload: { nonce: 'n1', aud: 'demo-portal' } } },
    });
    const text = JSON.stringify(entries);
    for (const secret of [
      code,
      verifier,
      tokens.access_token,
      tokens.id_token,
      'demo-portal-secret',
      workspace.key,
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  test('tells why something was refused', async () => {
    await redeem(house, workspace.base, 'nonsense', 'nonsense');
    expect((await journal()).entries[0]).toMatchObject({
      response: { status: 400 },
      fault: { code: 'invalid_grant' },
    });
  });

  test('says what happened and what to do next, in both languages', async () => {
    await workspace.control('PATCH', 'settings', { calender: '2024-06-14' });
    await redeem(house, workspace.base, 'nonsense', 'nonsense', {
      id: 'demo-portal',
      secret: 'wrong',
      redirectUri: 'x',
    });
    const [common, own] = (await journal()).entries;
    const { invalid_input } = commonFaults;
    const { invalid_client } = vneid.faults;
    for (const [entry, { title, cure }] of [[common, invalid_input] as const, [own, invalid_client] as const])
      expect(entry?.fault).toMatchObject({
        title: title.vi,
        cure: cure.vi,
        en: { title: title.en, cure: cure.en },
      });
    const exported = JSON.stringify((await workspace.control('GET', 'export')).body);
    expect(exported).toContain('invalid_client');
    expect(exported, 'words are not kept').not.toContain(invalid_client.cure.vi);
  });

  test('is written of what the control API changes, and not of what it reads', async () => {
    await workspace.control('PATCH', 'settings', { calendar: '2024-06-14' });
    await workspace.control('GET', 'settings');
    await workspace.control('GET', 'people');
    await workspace.control('POST', 'clients', { redirect_uris: ['https://portal.example/cb'] });
    expect(await operations()).toEqual(['changeSettings', 'registerClient']);
    expect(JSON.stringify(await journal())).not.toContain(workspace.key);
  });
});

describe('the journal is filtered', () => {
  beforeEach(async () => {
    await workspace.control('POST', 'clients', {
      client_id: 'mine',
      client_secret: 's',
      redirect_uris: ['https://a.example/cb'],
    });
    house.time.now += 60_000;
    await signIn(house, workspace.base);
    house.time.now += 60_000;
    await workspace.control('PATCH', 'settings', { autopilot: { person: 'mai' } });
    await signIn(house, workspace.base, { id: 'mine', secret: 's', redirectUri: 'https://a.example/cb' });
  });

  const whole = ['authorize', 'token', 'userinfo'];

  test.each([
    ['client', '?client=mine', ['registerClient', ...whole]],
    ['system', '?system=control', ['registerClient', 'changeSettings']],
    ['operation', '?operation=token', ['token', 'token']],
    ['person', '?person=mai', whole],
    ['several at once', '?client=mine&operation=token', ['token']],
    ['nothing that fits', '?client=nobody', []],
    ['since, the time itself included', '?since=2026-03-02T09:02:00Z', ['changeSettings', ...whole]],
    ['since, in Viet Nam’s time', '?since=2026-03-02T16:02:00%2B07:00', ['changeSettings', ...whole]],
    ['until, the time itself included', '?until=2026-03-02T09:01:00Z', ['registerClient', ...whole]],
    ['from and to', '?since=2026-03-02T09:00:01Z&until=2026-03-02T09:01:59.999Z', whole],
    ['newest first', '?order=desc&limit=4', ['userinfo', 'token', 'authorize', 'changeSettings']],
    [
      'newest first, from and to',
      '?order=desc&since=2026-03-02T09:01:00Z&until=2026-03-02T09:01:00Z',
      whole.toReversed(),
    ],
  ])('by %s', async (_what, query, expected) => {
    expect(await operations(query)).toEqual(expected);
  });

  test('by sign-in', async () => {
    const { signIn: id } = (await journal('?operation=token&client=mine')).entries[0]!;
    const { entries } = await journal(`?signIn=${id}`);
    expect(entries.map(({ operation, client }) => [operation, client])).toEqual(
      whole.map((name) => [name, 'mine']),
    );
  });

  test.each([
    '?since=yesterday',
    '?limit=0',
    '?limit=501',
    '?wait=26',
    '?order=up',
    '?after=A-1',
    '?clinet=x',
    '?client=a&client=b',
  ])('not by %s, which is refused by name', async (query) => {
    const { status, body } = await workspace.control('GET', `journal${query}`);
    expect([status, body.errors[0].path]).toEqual([400, query.slice(1).split('=')[0]]);
  });
});

describe('the cursor', () => {
  test.each([1, 2, 3, 500])('leads through everything once, %i at a time, in both orders', async (limit) => {
    for (let at = 0; at < 3; at++) await signIn(house, workspace.base);
    const all = await ids();
    expect(all).toHaveLength(9);
    for (const order of ['asc', 'desc']) {
      const seen: string[] = [];
      let after = '';
      for (let pages = 0; pages < 12; pages++) {
        const { entries, next } = await journal(`?order=${order}&limit=${limit}${after}`);
        seen.push(...entries.map(({ id }) => id));
        after = `&after=${next}`;
      }
      expect(seen).toEqual(order === 'asc' ? all : all.toReversed());
    }
  });

  test('leads on to what comes later, past what is not wanted', async () => {
    await signIn(house, workspace.base);
    const { entries, next } = await journal('?operation=token');
    expect(entries).toHaveLength(1);
    expect((await journal(`?operation=token&after=${next}`)).next).toBe(next);
    await signIn(house, workspace.base);
    expect(await operations(`?after=${next}`)).toEqual(['authorize', 'token', 'userinfo']);
  });

  test('is null as long as nothing happened', async () => {
    expect(await journal()).toEqual({ entries: [], next: null });
  });
});

describe('a long poll', () => {
  test('answers as soon as there is something that is wanted', async () => {
    await signIn(house, workspace.base);
    const { next } = await journal();
    const waiting = journal(`?after=${next}&operation=token&wait=25`);
    await authorize(house, workspace.base).answer;
    const { tokens } = await signIn(house, workspace.base);
    expect((await waiting).entries).toMatchObject([{ operation: 'token' }]);
    expect(tokens.access_token).toBeTypeOf('string');
  });

  test('answers at once when there is something already, and with nothing when the wait is over', async () => {
    await signIn(house, workspace.base);
    const before = performance.now();
    expect(await operations('?wait=25')).toHaveLength(3);
    expect(performance.now() - before).toBeLessThan(5_000);
    const { next } = await journal();
    expect(await journal(`?after=${next}&wait=1`)).toEqual({ entries: [], next });
    expect(performance.now() - before).toBeGreaterThan(900);
  });

  test('ends when the caller goes away', async () => {
    const leaving = new AbortController();
    const url = `http://localhost:4100${workspace.base}/control/journal?wait=25`;
    const headers = { authorization: `Bearer ${workspace.key}` };
    const before = performance.now();
    const answer = house.sandbox.fetch(new Request(url, { headers, signal: leaving.signal }));
    leaving.abort();
    await answer;
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

test('a journal is cleared, and goes on', async () => {
  for (let at = 0; at < 45; at++) await signIn(house, workspace.base);
  expect(await ids('?limit=500')).toHaveLength(135);
  expect((await workspace.control('DELETE', 'journal')).status).toBe(204);
  expect(await journal()).toEqual({ entries: [], next: null });
  await signIn(house, workspace.base);
  expect(await operations()).toEqual(['authorize', 'token', 'userinfo']);
});

test('entries stay in order when the clock stands still, and when it was set back', async () => {
  await signIn(house, workspace.base);
  const first = await ids();
  expect(first).toEqual([...first].sort());
  house.time.now -= 60_000;
  await signIn(house, workspace.base);
  const until = new Date(house.time.now).toISOString();
  expect(await operations(`?until=${until}`)).toEqual(['authorize', 'token', 'userinfo']);
});
