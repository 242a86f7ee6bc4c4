import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  authorizeAt,
  demoAt,
  type ExchangePortal,
  flownClaims,
  flownTokens,
  fly,
  openWide,
  payloadOf,
  registerAt,
  throughVneid,
  told,
} from './kit/exchange.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;

beforeEach(async () => {
  ws = await openWorkspace({ autopilot: { person: 'mai' } });
  portal = demoAt(ws);
});

describe('an autopilot', () => {
  test('gets from /oauth2/authorize to the callback by redirects alone', async () => {
    const { code, ...rest } = await fly(portal, { state: 's' });
    expect([code, rest]).toEqual([expect.any(String), { state: 's' }]);
    expect(await flownClaims(portal)).toMatchObject({ HoVaTen: 'Trần Thị Mai' });
  });

  test('flies through VNeID, which knows of it', async () => {
    await fly(portal);
    const { entries } = (await (await ws.control('/journal?system=vneid')).json()) as {
      entries: { operation: string; client: string }[];
    };
    expect(entries.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['authorize', 'token', 'userinfo']),
    );
    expect(entries.filter(({ client }) => client === 'dvcqg').length).toBeGreaterThan(2);
  });

  test.each([
    ['for everybody', { autopilot: { error: 'server_error', description: 'as wished' } }],
    [
      'for the portal',
      { autopilotByClient: { 'demo-portal': { error: 'server_error', description: 'as wished' } } },
    ],
    ['in the queue', { autopilotQueue: [{ error: 'server_error', description: 'as wished' }] }],
  ])('that says an error brings it to the portal as it is: %s', async (_, settings) => {
    await ws.configure(settings);
    expect(await fly(portal, { state: 's' })).toEqual({
      error: 'server_error',
      error_description: 'as wished',
      state: 's',
    });
  });

  test("of the exchange's client counts, and not that of VNeID's client of the same name", async () => {
    const tinh = await registerAt(ws, { client_id: 'tinh-mau' });
    await ws.configure({ autopilotByClient: { 'tinh-mau': { person: 'an' }, dvcqg: { person: 'huong' } } });
    expect((await flownClaims(tinh)).HoVaTen).toBe('Nguyễn Văn An');
    expect((await flownClaims(portal)).HoVaTen).toBe('Nguyễn Thị Hương');
  });

  test('that the portal has switched off shows both pages', async () => {
    await ws.configure({ autopilotByClient: { 'demo-portal': 'pages' } });
    const browser = openWide(ws);
    const page = await browser.open(authorizeAt(portal));
    expect(page.html).toContain('data-testid="vneid"');
    expect(told(portal, await throughVneid(browser, page, 'an'))).toHaveProperty('code');
  });

  test('in the queue is used up by one sign-in', async () => {
    await ws.configure({ autopilotQueue: [{ person: 'an' }] });
    expect((await flownClaims(portal)).HoVaTen).toBe('Nguyễn Văn An');
    expect((await flownClaims(portal)).HoVaTen).toBe('Trần Thị Mai');
  });

  test.each([
    ['VNeID level 1', 'binh', 'level_too_low'],
    ['a locked VNeID account', 'cuong', 'account_locked'],
  ])('of %s brings access_denied to the portal, and why', async (_, person, why) => {
    await ws.configure({ autopilot: { person } });
    const sent = await fly(portal);
    expect(sent).toMatchObject({ error: 'access_denied', error_description: expect.stringContaining(why) });
  });

  test('brings temporarily_unavailable when VNeID is down', async () => {
    await ws.control('/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ system: 'vneid', operation: 'token', failure: 'down' }),
    });
    expect((await fly(portal)).error).toBe('temporarily_unavailable');
  });

  test('needs no cookie for one that another browser began, but a page does', async () => {
    await ws.configure({ autopilot: null });
    const page = await openWide(ws).open(authorizeAt(portal));
    const elsewhere = await openWide(ws).open(page.url);
    expect([elsewhere.status, elsewhere.html]).toEqual([400, expect.stringContaining('sign_in_expired:')]);
  });
});

describe('what a portal asks for', () => {
  test.each(['login', 'select_account', 'none'])('prompt=%s is answered too', async (prompt) => {
    expect(await fly(portal, { prompt })).toHaveProperty('code');
  });

  test('by an essential level that VNeID does not reach is refused', async () => {
    await ws.configure({ autopilot: { person: 'mai', acr: 'LoA2' } });
    const claims = JSON.stringify({ id_token: { acr: { essential: true, values: ['LoA9'] } } });
    expect((await fly(portal, { claims })).error).toBe('unmet_authentication_requirements');
  });

  test('by single claims comes in the ID token', async () => {
    const claims = JSON.stringify({ id_token: { TechID: null, SoDinhDanh: null } });
    const { id_token } = await flownTokens(portal, { claims });
    const { TechID } = await flownClaims(portal);
    expect(payloadOf(id_token)).toMatchObject({ TechID, SoDinhDanh: '099192000002' });
    const plain = payloadOf((await flownTokens(portal)).id_token);
    expect(plain).not.toHaveProperty('TechID');
  });
});
