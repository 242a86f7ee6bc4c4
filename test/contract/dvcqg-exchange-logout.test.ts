import { beforeEach, describe, expect, test } from 'vitest';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser } from './kit/browser.ts';
import {
  authorizeAt,
  type ExchangePortal,
  openWide,
  payloadOf,
  registerAt,
  type TokensAt,
  throughVneid,
  tokensAt,
  told,
} from './kit/exchange.ts';
import { type Listener, listen } from './kit/listener.ts';
import { form } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;
let browser: Browser;

const HOME = 'https://tinh.example.vn/tam-biet';

beforeEach(async () => {
  ws = await openWorkspace();
  portal = await registerAt(ws, { post_logout_redirect_uris: [HOME] });
  browser = openWide(ws);
});

async function signIn(at = portal, person = 'mai'): Promise<TokensAt> {
  const page = await browser.open(authorizeAt(at));
  const place = page.outside ? page : await throughVneid(browser, page, person);
  return tokensAt(at, told(at, place).code!);
}

const logoutUrl = (fields: Record<string, string>): string =>
  `${portal.base}/oidc/logout?${new URLSearchParams(fields)}`;
const whoIs = async () => told(portal, await browser.open(authorizeAt(portal, { prompt: 'none' })));

describe('a logout with an ID token', () => {
  test('ends the session and comes back with the state', async () => {
    const { id_token } = await signIn();
    const place = await browser.open(
      logoutUrl({ id_token_hint: id_token, post_logout_redirect_uri: HOME, state: 's' }),
    );
    expect(place.url).toBe(`${HOME}?state=s`);
    expect((await whoIs()).error).toBe('login_required');
  });

  test('may be posted', async () => {
    const { id_token } = await signIn();
    const fields = { id_token_hint: id_token, post_logout_redirect_uri: HOME, state: 's' };
    const answer = await browser.send(`${portal.base}/oidc/logout`, form(fields));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${HOME}?state=s`]);
  });

  test('goes nowhere that was not registered', async () => {
    const { id_token } = await signIn();
    const place = await browser.open(
      logoutUrl({ id_token_hint: id_token, post_logout_redirect_uri: 'https://evil.example' }),
    );
    expect([place.status, place.html]).toEqual([400, expect.stringContaining('invalid_redirect:')]);
    expect(await whoIs()).toHaveProperty('code');
  });

  test.each(['GET', 'POST'])('by %s that names no address ends on oauth2_logout.do', async (method) => {
    const { id_token } = await signIn();
    const url = logoutUrl(method === 'GET' ? { id_token_hint: id_token } : {});
    const answer = await browser.send(url, method === 'GET' ? {} : form({ id_token_hint: id_token }));
    expect([answer.status, answer.headers.get('location')]).toEqual([
      method === 'GET' ? 302 : 303,
      `${portal.base}/authenticationendpoint/oauth2_logout.do`,
    ]);
    expect((await whoIs()).error).toBe('login_required');
  });

  test('asks the person when it carries none', async () => {
    await signIn();
    const asks = await browser.open(logoutUrl({}));
    expect(asks.html).toContain('data-testid="sign-out-form"');
    const stays = await browser.submit(asks, '/oidc/logout/confirm', { decision: 'stay' });
    expect([stays.status, await whoIs()]).toEqual([
      200,
      { code: expect.any(String), state: expect.any(String) },
    ]);
    await browser.submit(asks, '/oidc/logout/confirm', { decision: 'sign-out' });
    expect((await whoIs()).error).toBe('login_required');
  });
});

describe('a logout with an access token and a callback', () => {
  test('ends the session and goes to the callback', async () => {
    const { access_token } = await signIn();
    const place = await browser.open(logoutUrl({ access_token, callback: HOME }));
    expect(place.url).toBe(HOME);
    expect((await whoIs()).error).toBe('login_required');
  });

  test('without a callback ends on oauth2_logout.do', async () => {
    const { access_token } = await signIn();
    const place = await browser.open(logoutUrl({ access_token }));
    expect(new URL(place.url).pathname).toBe(`/${ws.id}/dvcqg/authenticationendpoint/oauth2_logout.do`);
    expect(place.html).toContain('Bạn đã đăng xuất');
  });

  test.each([
    ['a callback of somebody else', { callback: 'https://evil.example' }, 'invalid_redirect'],
    ['a token that is of no use', { access_token: 'khong-co', callback: HOME }, 'invalid_request'],
  ])('with %s is refused, and ends nothing', async (_, changes, code) => {
    const { access_token } = await signIn();
    const place = await browser.open(logoutUrl({ access_token, ...changes }));
    expect([place.status, place.html]).toEqual([400, expect.stringContaining(`${code}:`)]);
    expect(await whoIs()).toHaveProperty('code');
  });

  test('of another session than this browser has is refused', async () => {
    const { access_token } = await signIn();
    browser = openWide(ws);
    await signIn(portal, 'huong');
    const place = await browser.open(logoutUrl({ access_token, callback: HOME }));
    expect([place.status, await whoIs()]).toEqual([
      400,
      { code: expect.any(String), state: expect.any(String) },
    ]);
  });
});

describe('the back channel', () => {
  needs('calls to loopback');

  const listening = async (server: Listener) =>
    registerAt(ws, {
      client_id: 'nghe',
      redirect_uris: ['https://nghe.example.vn/cb'],
      backchannel_logout_uri: `${server.url}/out`,
    });
  const tokenIn = ({ received }: Listener) =>
    payloadOf(new URLSearchParams(received[0]?.body).get('logout_token') ?? '');

  test('tells every portal that shares the session of the exchange', async () => {
    await using server = await listen(() => new Response());
    const other = await listening(server);
    const { id_token } = await signIn();
    await signIn(other);
    await browser.open(logoutUrl({ id_token_hint: id_token }));
    expect(server.received).toHaveLength(1);
    expect(tokenIn(server)).toMatchObject({
      iss: `${portal.base}/oauth2/token`,
      aud: 'nghe',
      sid: payloadOf(id_token).sid,
    });
  });

  test('a logout at VNeID ends the session of the exchange, and the portals hear of it', async () => {
    await using server = await listen(() => new Response());
    const other = await listening(server);
    await signIn(other);
    const asks = await browser.open(`${ws.origin}/${ws.id}/vneid/logout`);
    await browser.submit(asks, '/logout/confirm', { decision: 'sign-out' });
    expect((await whoIs()).error).toBe('login_required');
    expect(server.received).toHaveLength(1);
    expect(tokenIn(server)).toMatchObject({ iss: `${portal.base}/oauth2/token`, aud: 'nghe' });
  });
});

test('a logout at VNeID leaves alone who came from another session of VNeID', async () => {
  await signIn();
  const elsewhere = openWide(ws);
  const page = await elsewhere.open(authorizeAt(portal));
  await throughVneid(elsewhere, page, 'mai');
  const asks = await elsewhere.open(`${ws.origin}/${ws.id}/vneid/logout`);
  await elsewhere.submit(asks, '/logout/confirm', { decision: 'sign-out' });
  expect(await whoIs()).toHaveProperty('code');
});

test.each([
  ['no JWT', 'khong-phai'],
  ['nobody’s', 'eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.'],
])('a logout token that is %s is refused', async (_, logout_token) => {
  const answer = await ws.fetch(`${portal.base}/identity/backchannel-logout`, form({ logout_token }));
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_request' }]);
});

test('an ID token is no logout token', async () => {
  const { id_token } = await signIn();
  const answer = await ws.fetch(
    `${portal.base}/identity/backchannel-logout`,
    form({ logout_token: id_token }),
  );
  expect(answer.status).toBe(400);
});
