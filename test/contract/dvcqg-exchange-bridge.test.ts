import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser } from './kit/browser.ts';
import {
  baseOf,
  type ExchangePortal,
  openWide,
  registerAt,
  throughVneid,
  userinfoAt,
} from './kit/exchange.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;
let browser: Browser;

const ADDRESS = 'https://tinh.example.vn/sso/callback';

beforeEach(async () => {
  ws = await openWorkspace({ dvcqg: { bridge: true } });
  portal = await registerAt(ws, {
    client_id: 'tinh-mau',
    redirect_uris: [ADDRESS, 'https://tinh.example.vn/ssovneid/callback'],
  });
  browser = openWide(ws);
});

const start = (path: string, fields: Record<string, string> = {}) =>
  browser.open(
    `${baseOf(ws)}${path}?${new URLSearchParams({ client_id: 'tinh-mau', state: 'abc', ...fields })}`,
  );

describe('the bridge', () => {
  test.each(['/sso/authorize', '/vneidsso/authorize', '/sso/callback', '/vneidsso/callback'])(
    '%s is not there unless the workspace wants it, and says how to switch it on',
    async (path) => {
      await ws.configure({ dvcqg: { bridge: false } });
      const place = await start(path);
      expect([place.status, place.html]).toEqual([404, expect.stringContaining('dvcqg.bridge = true')]);
    },
  );

  test('by the national portal hands the access token to the portal in the address', async () => {
    const page = await start('/sso/authorize');
    expect(page.html).toContain('data-testid="bridge-danger"');
    const place = await throughVneid(browser, page, 'mai');
    const { accessToken, ...rest } = Object.fromEntries(new URL(place.url).searchParams);
    expect([place.url.startsWith(`${ADDRESS}?`), rest]).toEqual([true, { state: 'abc' }]);
    const claims = await (await userinfoAt(portal, accessToken!)).json();
    expect(claims).toMatchObject({ HoVaTen: 'Trần Thị Mai' });
  });

  test('by VNeID hands one of VNeID', async () => {
    const redirect_uri = 'https://tinh.example.vn/ssovneid/callback';
    let place = await start('/vneidsso/authorize', { redirect_uri });
    place = await browser.submit(place, '/sign-in/person', { person: 'mai' });
    if (!place.outside) place = await browser.submit(place, '/consent', { decision: 'approve' });
    expect(place.url.startsWith(`${redirect_uri}?`)).toBe(true);
    const token = new URL(place.url).searchParams.get('accessToken');
    const info = await ws.fetch(`${ws.origin}/${ws.id}/vneid/userinfo`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await info.json()).toMatchObject({ fullName: 'Trần Thị Mai' });
  });

  test.each([
    ['alone', 'https://tinh.example.vn/ssovneid/callback'],
    ['behind a word', 'state@https://tinh.example.vn/ssovneid/callback'],
  ])('reads out of the state where to go back, as portals write it: %s', async (_, text) => {
    const state = Buffer.from(text).toString('base64');
    const place = await throughVneid(browser, await start('/sso/authorize', { state }), 'mai');
    expect(place.url.startsWith('https://tinh.example.vn/ssovneid/callback?')).toBe(true);
    expect(new URL(place.url).searchParams.get('state')).toBe(state);
  });

  test('goes nowhere that the client did not register, whatever the state says', async () => {
    const named = await start('/sso/authorize', { redirect_uri: 'https://evil.example' });
    expect([named.status, named.html]).toEqual([400, expect.stringContaining('invalid_redirect:')]);
    const state = Buffer.from('https://evil.example').toString('base64');
    const place = await throughVneid(browser, await start('/sso/authorize', { state }), 'mai');
    expect(place.url.startsWith(`${ADDRESS}?`)).toBe(true);
  });

  test('knows no client that the exchange does not know', async () => {
    const place = await start('/sso/authorize', { client_id: 'khong-co' });
    expect([place.status, place.html]).toEqual([400, expect.stringContaining('unknown_client:')]);
  });

  test('tells the portal of a refusal', async () => {
    await ws.configure({ autopilot: { error: 'access_denied' } });
    const place = await start('/sso/authorize');
    expect(Object.fromEntries(new URL(place.url).searchParams)).toEqual({
      error: 'access_denied',
      state: 'abc',
    });
  });

  test('finishes only in the browser that began', async () => {
    const place = await openWide(ws).open(`${baseOf(ws)}/sso/callback?code=x&state=y`);
    expect([place.status, place.html]).toEqual([400, expect.stringContaining('sign_in_expired:')]);
  });

  test('warns in the journal', async () => {
    await throughVneid(browser, await start('/sso/authorize'), 'mai');
    const { entries } = (await (await ws.control('/journal?operation=bridgeCallback')).json()) as {
      entries: { notes: string[]; response: { headers: { location: string } } }[];
    };
    expect(entries[0]?.notes).toEqual([expect.stringContaining('DANGER')]);
    expect(entries[0]?.response.headers.location).toMatch(/accessToken=[\da-f]{6}… \(\d+\)/);
  });
});
