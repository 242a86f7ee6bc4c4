import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newWorkspace } from '../../functions/_kit/workspace.ts';
import { signJwt } from '../../functions/_oidc/keys.ts';
import type { Browser, Page } from '../phone/browser.ts';
import { beginSignIn, openWorld, type World } from '../phone/world.ts';

/** As the test's browser keeps it: name and path. */
const COOKIE = 'hopcat_portal /default/portal';

let world: World;
let browser: Browser;
let home: Page;
beforeEach(async () => {
  world = await openWorld();
  browser = world.browser();
  home = await signIn(browser);
});
afterEach(() => world.expectPeace());

async function signIn(by: Browser): Promise<Page> {
  const page = await beginSignIn(world, by);
  const next = page.text('who') === undefined ? await by.press(page, 'person-an') : page;
  return next.text('who') === undefined ? by.press(next, 'approve') : next;
}

const isSignedIn = async (by = browser): Promise<boolean> =>
  (await by.open(world.portal)).text('who') !== undefined;

const claimsIn = (page: Page) =>
  JSON.parse(page.text('id-token-json') ?? '{}') as { sub: string; sid: string };

describe('signing out', () => {
  test('ends the session here and at VNeID, and comes back', async () => {
    const farewell = await browser.press(home, 'sign-out');
    expect(farewell.url).toContain('/vneid/logout?');
    const back = await browser.follow(farewell, 'continue');
    expect(back.url).toBe(`${world.portal}/?state=signed-out`);
    expect(back.text('done')).toContain('Bạn đã đăng xuất');
    expect(back.text('sign-in')).toBeDefined();
    const asked = await browser.open(`${world.portal}/sign-in?prompt=none`);
    expect(asked.text('error')).toBe('login_required');
  });

  test('ends the session here even when the browser never gets to VNeID', async () => {
    const kept = browser.cookies.get(COOKIE)!;
    await browser.stopBefore(`${world.root}/vneid`, () => browser.press(home, 'sign-out'));
    expect(browser.cookies.has(COOKIE)).toBe(false);
    browser.cookies.set(COOKIE, kept);
    expect(await isSignedIn()).toBe(false);
  });

  test('twice leads to the start page', async () => {
    await browser.press(home, 'sign-out');
    expect((await browser.press(home, 'sign-out')).url).toBe(`${world.portal}/`);
  });
});

describe('a logout that another portal session began', () => {
  test('ends the first one by the back channel', async () => {
    const first = browser.cookies.get(COOKIE)!;
    browser.cookies.delete(COOKIE);
    const second = await browser.press(await browser.open(world.portal), 'sign-in');
    expect(claimsIn(second).sid).toBe(claimsIn(home).sid);
    await browser.press(second, 'sign-out');
    browser.cookies.set(COOKIE, first);
    const over = await browser.open(world.portal);
    expect(over.text('who')).toBeUndefined();
    expect(over.text('info')).toContain('đã kết thúc');
  });

  test('leaves other sessions of the same person at VNeID alone', async () => {
    const elsewhere = world.browser();
    await signIn(elsewhere);
    await browser.press(home, 'sign-out');
    expect(await isSignedIn(elsewhere)).toBe(true);
  });

  test('is announced in a frame too', async () => {
    const { sid } = claimsIn(home);
    const iss = `${world.root}/vneid`;
    const front = (about: Record<string, string>) =>
      browser.open(`${world.portal}/frontchannel-logout?${new URLSearchParams(about)}`);
    expect((await front({ iss: 'https://evil.example', sid })).html).toBe('nobody to sign out');
    expect((await front({ iss, sid: 'another' })).html).toBe('nobody to sign out');
    expect(await isSignedIn()).toBe(true);
    const kept = browser.cookies.get(COOKIE)!;
    expect((await front({ iss, sid })).html).toBe('signed out');
    expect(browser.cookies.has(COOKIE)).toBe(false);
    browser.cookies.set(COOKIE, kept);
    expect(await isSignedIn()).toBe(false);
  });

  test('shows the portal’s frame on VNeID’s page', async () => {
    const farewell = await browser.press(home, 'sign-out');
    const frame = new URL(farewell.attribute('logout-frame', 'src') ?? '');
    expect(frame.origin + frame.pathname).toBe(`${world.portal}/frontchannel-logout`);
    expect(frame.searchParams.get('sid')).toBe(claimsIn(home).sid);
  });
});

describe('a logout token', () => {
  const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
  type Payload = Record<string, unknown>;

  const payload = (change: Payload = {}): Payload => {
    const now = Math.floor(Date.now() / 1000);
    const { sub, sid } = claimsIn(home);
    const all = {
      iss: `${world.root}/vneid`,
      aud: 'reference-portal',
      iat: now,
      exp: now + 120,
      jti: 'j1',
      events: { [EVENT]: {} },
      sub,
      sid,
      ...change,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  };

  const sign = async (claims: Payload, typ = 'logout+jwt', alg: 'RS256' | 'ES256' = 'RS256') =>
    (await signJwt(world.deps, newWorkspace('default', 0), alg, claims, typ)).jwt;

  const announce = (logout_token: string): Promise<Response> =>
    world.ask('/portal/backchannel-logout', { method: 'POST', body: new URLSearchParams({ logout_token }) });

  test('of this session ends it', async () => {
    const answer = await announce(await sign(payload({ sub: undefined })));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await isSignedIn()).toBe(false);
  });

  test('of the person ends every session of theirs, and not the next', async () => {
    const elsewhere = world.browser();
    await signIn(elsewhere);
    expect((await announce(await sign(payload({ sid: undefined })))).status).toBe(200);
    expect([await isSignedIn(), await isSignedIn(elsewhere)]).toEqual([false, false]);
    await world.moveClock(1);
    await signIn(browser);
    expect(await isSignedIn()).toBe(true);
  });

  test('is good once', async () => {
    const token = await sign(payload({ sid: 'another', sub: undefined }));
    expect((await announce(token)).status).toBe(200);
    const again = await announce(token);
    expect(again.status).toBe(400);
    expect(await again.json()).toMatchObject({ error: 'invalid_request' });
  });

  const wrong: [about: string, token: () => Promise<string>][] = [
    ['for another client', () => sign(payload({ aud: 'demo-portal' }))],
    ['of another issuer', () => sign(payload({ iss: `${world.root}/dvcqg` }))],
    ['that has expired', () => sign(payload({ exp: Math.floor(Date.now() / 1000) - 60 }))],
    ['without jti', () => sign(payload({ jti: undefined }))],
    ['without iat', () => sign(payload({ iat: undefined }))],
    ['without events', () => sign(payload({ events: undefined }))],
    ['with another event', () => sign(payload({ events: { 'urn:other': {} } }))],
    ['whose event is no object', () => sign(payload({ events: { [EVENT]: true } }))],
    ['with a nonce', () => sign(payload({ nonce: 'n' }))],
    ['without sub and sid', () => sign(payload({ sub: undefined, sid: undefined }))],
    ['of the type of an ID token', () => sign(payload(), 'JWT')],
    ['signed by an unregistered algorithm', () => sign(payload(), 'logout+jwt', 'ES256')],
    ['changed after it was signed', async () => tampered(await sign(payload({ sid: 'another' })))],
    ['not signed at all', async () => `${part({ alg: 'none', typ: 'logout+jwt' })}.${part(payload())}.`],
    ['that is no JWT', async () => 'x'],
  ];

  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const tampered = (jwt: string): string => {
    const [header, , signature] = jwt.split('.');
    return [header, part(payload()), signature].join('.');
  };

  test.each(wrong)('%s is refused and ends nothing', async (_about, token) => {
    const answer = await announce(await token());
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: 'invalid_request',
      error_description: expect.stringMatching(/./),
    });
    expect(await isSignedIn()).toBe(true);
  });
});
