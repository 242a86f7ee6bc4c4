import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  AN,
  agentToken,
  at,
  HOSPITAL,
  type Keys,
  keysOf,
  md5,
  OFFICER,
  read,
  signed,
  take,
  withBearer,
} from './kit/insurance.ts';
import { form, jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace();
});

const takeUrl = () => at(ws, '/api/token/take');

async function check(query: Record<string, string>, where = ws, body: object = { ...AN, ...OFFICER }) {
  const url = at(where, `/api/egw/KQNhanLichSuKCB2024?${new URLSearchParams(query)}`);
  const answer = await where.fetch(url, jsonBody(body));
  expect(answer.status).toBe(200);
  return (await read(answer)).maKetQua;
}

describe('taking a token', () => {
  test('JSON and form are alike, so is the case of the names and of the MD5', async () => {
    const [Username, Password] = [HOSPITAL.username, HOSPITAL.password.toUpperCase()];
    const bodies = [
      jsonBody(HOSPITAL),
      form(HOSPITAL),
      jsonBody({ Username, Password }),
      form({ Username, Password }),
    ];
    for (const init of bodies) {
      const body = await read(await ws.fetch(takeUrl(), init));
      expect(body).toEqual({
        maKetQua: '200',
        APIKey: {
          access_token: expect.stringMatching(/^\S{20,}$/),
          id_token: expect.stringMatching(/^\S{20,}$/),
          token_type: 'Bearer',
          username: '99001_BV',
          expires_in: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{7}Z$/),
        },
      });
    }
  });

  test('the token lives as long as the settings say, by the token clock', async () => {
    const own = await openWorkspace({ clockOffsetSeconds: -1_000_000_000 });
    const { APIKey } = await read(await take(own));
    const left = Date.parse((APIKey as { expires_in: string }).expires_in) - (Date.now() - 1_000_000_000_000);
    expect(left).toBeGreaterThan(3_590_000);
    expect(left).toBeLessThan(3_610_000);
  });

  test('an account that the settings name takes the place of the demo ones', async () => {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(md5('Mật khẩu 1!')));
    const passwordHash = Buffer.from(hash).toString('base64url');
    const own = await openWorkspace();
    const change = { insurance: { accounts: [{ username: '99900_BV', passwordHash }] } };
    const configured = await own.control('/settings', jsonBody(change, 'PATCH'));
    expect(configured.status).toBe(200);
    expect(
      (await read(await take(own, { username: '99900_BV', password: md5('Mật khẩu 1!') }))).maKetQua,
    ).toBe('200');
    expect((await read(await take(own))).maKetQua).toBe('401');
  });

  test.each<[string, RequestInit, number]>([
    ['no password', jsonBody({ username: '99001_BV' }), 200],
    ['no username', jsonBody({ password: HOSPITAL.password }), 200],
    ['a list of usernames', jsonBody({ ...HOSPITAL, username: ['99001_BV', '99001_BV'] }), 200],
    ['a username twice in a form', form({ ...HOSPITAL, username: ['99001_BV', '99001_BV'] }), 200],
    ['a number', jsonBody(12), 200],
    ['null', jsonBody(null), 200],
    ['bad JSON', { ...jsonBody(0), body: '{"username":' }, 200],
    ['no content type', { method: 'POST', body: new Uint8Array([123, 125]) }, 415],
    ['XML', { method: 'POST', body: '<a/>', headers: { 'content-type': 'text/xml' } }, 415],
    ['more than a megabyte', jsonBody({ ...HOSPITAL, more: 'x'.repeat(1_100_000) }), 413],
  ])('%s is refused in the form of the wire', async (_, init, status) => {
    const answer = await ws.fetch(takeUrl(), init);
    expect(answer.status).toBe(status);
    expect(await read(answer)).toEqual({
      maKetQua: '401',
      APIKey: null,
      ghiChu: expect.stringMatching(/ \/ .+\(.+\)/),
    });
  });

  test('the password itself and its hash are not the MD5 that the gateway wants', async () => {
    for (const password of ['Aa@123456', 'OXdWk2v6C7me8fiAh6BIp3ajSpnfl0Dh4eLOWF7qCM4', '']) {
      expect((await read(await take(ws, { ...HOSPITAL, password }))).maKetQua).toBe('401');
    }
  });

  test('of many machines of one hospital at once each gets a token that works, and older ones stay valid', async () => {
    const first = await keysOf(ws);
    const all = await Promise.all(Array.from({ length: 16 }, () => keysOf(ws)));
    expect(new Set(all.map(({ access_token }) => access_token)).size).toBe(16);
    for (const keys of [first, ...all]) expect(await check(signed(keys))).toBe('000');
  });
});

describe('using a token', () => {
  let keys: Keys;

  beforeAll(async () => {
    keys = await keysOf(ws);
  });

  test('name and password may be in the body instead of the query', async () => {
    const { token, id_token } = signed(keys);
    expect(await check({ token: token!, id_token: id_token! }, ws, { ...AN, ...OFFICER, ...HOSPITAL })).toBe(
      '000',
    );
    expect(await check({ token: token!, id_token: id_token! })).toBe('401');
  });

  test.each<[string, (good: Record<string, string>) => Record<string, string>]>([
    ['no token', ({ token: _, ...rest }) => rest],
    ['no id_token', ({ id_token: _, ...rest }) => rest],
    ['an empty token', (good) => ({ ...good, token: '' })],
    ['the two exchanged', (good) => ({ ...good, token: good.id_token!, id_token: good.token! })],
    ['somebody else in username', (good) => ({ ...good, username: '99002_BV' })],
    ['a wrong password', (good) => ({ ...good, password: md5('Aa@1234567') })],
    ['the plain password', (good) => ({ ...good, password: 'Aa@123456' })],
  ])('%s is refused with 401', async (_, spoil) => {
    expect(await check(spoil(signed(keys)))).toBe('401');
  });

  test('the id_token of another token is refused', async () => {
    const other = await keysOf(ws);
    expect(await check(signed({ ...keys, id_token: other.id_token }))).toBe('401');
  });

  test("another workspace's token is refused", async () => {
    const elsewhere = await openWorkspace();
    expect(await check(signed(keys), elsewhere)).toBe('401');
    expect(await check(signed(await keysOf(elsewhere)), elsewhere)).toBe('000');
  });

  test('a token is refused when its time by the token clock is over, and not before', async () => {
    const own = await openWorkspace();
    const old = await keysOf(own);
    await own.configure({ clockOffsetSeconds: 3500 });
    expect(await check(signed(old), own)).toBe('000');
    await own.configure({ clockOffsetSeconds: 3700 });
    expect(await check(signed(old), own)).toBe('401');
    expect(await check(signed(await keysOf(own)), own)).toBe('000');
  });

  test("one hospital's token is refused with the name and password of another", async () => {
    const own = await openWorkspace();
    const other = { username: '99900_BV', passwordHash: 'OXdWk2v6C7me8fiAh6BIp3ajSpnfl0Dh4eLOWF7qCM4' };
    const demo = { ...other, username: HOSPITAL.username };
    await own.control('/settings', jsonBody({ insurance: { accounts: [demo, other] } }, 'PATCH'));
    const query = signed(await keysOf(own));
    const nobodyKnown = { ...query, username: other.username };
    expect([await check(query, own), await check(nobodyKnown, own)]).toEqual(['054', '401']);
  });

  test('a token is refused when its account is locked', async () => {
    const own = await openWorkspace();
    const open = await keysOf(own);
    const { insurance } = (await (await own.control('/settings')).json()) as {
      insurance: { accounts: { username: string }[] };
    };
    const accounts = insurance.accounts.map((account) => ({ ...account, status: 'locked' }));
    await own.control('/settings', jsonBody({ insurance: { accounts } }, 'PATCH'));
    expect(await check(signed(open), own)).toBe('401');
  });

  test("an agent's token opens nothing at the gateway, nor the gateway's at VNPost", async () => {
    const agent = await agentToken(ws);
    expect(await check(signed({ ...keys, access_token: agent }))).toBe('401');
    const card = at(ws, '/connect/tracuu/thongtinthe?maSoBHXH=9900000001');
    expect((await ws.fetch(card, withBearer(keys.access_token))).status).toBe(401);
    const match = await ws.fetch(
      at(ws, '/bhxh/doi-sanh'),
      withBearer(
        agent,
        jsonBody({ soDinhDanh: '099090000001', maSoBHXH: '9900000001', ...AN, maThe: undefined }),
      ),
    );
    expect(match.status).toBe(401);
  });

  test('the journal keeps neither token nor password', async () => {
    const own = await openWorkspace();
    const fresh = await keysOf(own);
    await check(signed(fresh), own);
    const journal = await (await own.control('/journal')).text();
    expect(journal).toContain('KQNhanLichSuKCB2024');
    for (const secret of [fresh.access_token, fresh.id_token, HOSPITAL.password]) {
      expect(journal).not.toContain(secret);
    }
  });
});
