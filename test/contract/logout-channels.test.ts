import { beforeEach, describe, expect, test } from 'vitest';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Browser, openBrowser, signIn } from './kit/browser.ts';
import { attributesOf } from './kit/html.ts';
import { type Alg, type Jwt, verified } from './kit/jwt.ts';
import { type Listener, listen } from './kit/listener.ts';
import { type Portal, redeem, registerPortal, search, type Tokens } from './kit/portal.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const HOME = 'https://portal.example.vn/bye';

let ws: TestWorkspace;
let browser: Browser;

beforeEach(async () => {
  ws = await openWorkspace({ allowedHosts: ['127.0.0.1'] });
  browser = openBrowser(ws);
});

const told = (by: Listener, more: Record<string, unknown> = {}) =>
  registerPortal(ws, {
    post_logout_redirect_uris: [HOME],
    backchannel_logout_uri: `${by.url}/backchannel`,
    backchannel_logout_session_required: true,
    ...more,
  });

async function signedIn(portal: Portal, person = 'an'): Promise<Jwt & { jwt: string }> {
  const { code } = await signIn(browser, portal, person);
  const { id_token } = (await (await redeem(portal, code!)).json()) as Tokens;
  return { ...(await verified(ws, id_token)), jwt: id_token };
}

const logout = (id_token_hint: string) =>
  browser.open(`/logout?${search({ id_token_hint, post_logout_redirect_uri: HOME })}`);

const tokenIn = ({ body }: Listener['received'][number]) => new URLSearchParams(body).get('logout_token')!;

describe('by the back channel', () => {
  needs('calls to loopback');

  test.each<Alg>(['RS256', 'ES256', 'PS256'])('a portal gets a logout token signed by %s', async (alg) => {
    await using listener = await listen(() => new Response(null, { status: 204 }));
    const portal = await told(listener, { id_token_signed_response_alg: alg });
    const { payload, jwt } = await signedIn(portal);
    expect((await logout(jwt)).url).toBe(HOME);
    expect(listener.received).toHaveLength(1);
    const [request] = listener.received;
    expect(request).toMatchObject({ method: 'POST', path: '/backchannel' });
    expect(request!.type).toMatch(/^application\/x-www-form-urlencoded/);
    const token = await verified(ws, tokenIn(request!));
    expect(token.header).toEqual({ alg, typ: 'logout+jwt', kid: expect.any(String) });
    const { iat, exp, ...claims } = token.payload as Record<string, number>;
    expect(claims).toEqual({
      iss: ws.issuer,
      sub: payload.sub,
      sid: payload.sid,
      aud: portal.id,
      jti: expect.stringMatching(/^[\w-]{16,}$/),
      events: { [EVENT]: {} },
    });
    expect(exp! - iat!).toBeLessThanOrEqual(120);
  });

  test('every portal of the session is told, each in its own name, and nobody else', async () => {
    await using one = await listen(() => new Response());
    await using two = await listen(() => new Response());
    await using three = await listen(() => new Response());
    const portals = [await told(one), await told(two)];
    await told(three);
    await signedIn(portals[0]!);
    const { jwt } = await signedIn(portals[1]!);
    await logout(jwt);
    for (const [index, listener] of [one, two].entries()) {
      const { payload } = await verified(ws, tokenIn(listener.received[0]!));
      expect(payload.aud).toBe(portals[index]!.id);
    }
    expect(three.received).toEqual([]);
  });

  test('a server that fails is told again, with the same token', async () => {
    await using listener = await listen((_, turn) => new Response(null, { status: turn < 3 ? 503 : 200 }));
    const { jwt } = await signedIn(await told(listener));
    await logout(jwt);
    expect(listener.received).toHaveLength(3);
    const [first] = listener.received;
    expect(new Set(listener.received.map(({ body }) => body))).toEqual(new Set([first!.body]));
  });

  test('a server that fails for ever does not keep the person', async () => {
    await using listener = await listen(() => new Response(null, { status: 500 }));
    const { jwt } = await signedIn(await told(listener));
    expect((await logout(jwt)).url).toBe(HOME);
    expect(listener.received).toHaveLength(3);
  });

  test.each([400, 401, 404, 429])('a server that refuses with %i is not told again', async (status) => {
    await using listener = await listen(() => new Response(null, { status }));
    const { jwt } = await signedIn(await told(listener));
    expect((await logout(jwt)).url).toBe(HOME);
    expect(listener.received).toHaveLength(1);
  });

  test('a redirect is not followed', async () => {
    await using victim = await listen(() => new Response());
    await using listener = await listen(
      () => new Response(null, { status: 307, headers: { location: victim.url } }),
    );
    const { jwt } = await signedIn(await told(listener));
    await logout(jwt);
    expect([listener.received.length, victim.received.length]).toEqual([1, 0]);
  });

  test('a logout token is no ID token hint', async () => {
    await using listener = await listen(() => new Response());
    const { jwt } = await signedIn(await told(listener));
    await logout(jwt);
    const place = await logout(tokenIn(listener.received[0]!));
    expect([place.status, place.outside]).toEqual([400, false]);
  });

  test('nobody is told when the person stays', async () => {
    await using listener = await listen(() => new Response());
    await signedIn(await told(listener));
    const question = await browser.open('/logout');
    await browser.submit(question, '/logout/confirm', { decision: 'stay' });
    expect(listener.received).toEqual([]);
  });

  test('a host that is never called is not called', async () => {
    const portal = await registerPortal(ws, {
      post_logout_redirect_uris: [HOME],
      backchannel_logout_uri: 'http://169.254.0.1/latest/meta-data/',
    });
    const { jwt } = await signedIn(portal);
    expect((await logout(jwt)).url).toBe(HOME);
  });
});

describe('by the front channel', () => {
  const frames = (html: string) =>
    [...html.matchAll(/<iframe\b[^>]*>/g)].map(([tag]) => attributesOf(tag).src!);

  test('the page holds a frame of each portal, with issuer and session where it wants them', async () => {
    const uri = 'https://portal.example.vn/frontchannel?app=1';
    const wanting = await registerPortal(ws, {
      post_logout_redirect_uris: [HOME],
      frontchannel_logout_uri: uri,
      frontchannel_logout_session_required: true,
    });
    const plain = await registerPortal(ws, { frontchannel_logout_uri: 'https://other.example.vn/out' });
    await signedIn(plain);
    const { payload, jwt } = await signedIn(wanting);
    const answer = await browser.send(
      `/logout?${search({ id_token_hint: jwt, post_logout_redirect_uri: HOME, state: 's' })}`,
    );
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(frames(html).toSorted()).toEqual([
      'https://other.example.vn/out',
      `${uri}&${search({ iss: ws.issuer, sid: String(payload.sid) })}`,
    ]);
    expect(html).toContain(`href="${HOME}?state=s"`);
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain('frame-src https://other.example.vn https://portal.example.vn');
  });
});
