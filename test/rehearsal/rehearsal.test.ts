import * as client from 'openid-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { contracts } from '../../contracts/index.ts';
import { assets } from '../../functions/_kit/page/assets.ts';
import { type Rehearsal, startRehearsal } from './rehearsal.ts';
import { makeSpace, type Space, visitor } from './visitor.ts';

let rehearsal: Rehearsal;
let space: Space;
const AUTOPILOT = { autopilot: { person: 'an' } };

beforeAll(async () => {
  rehearsal = await startRehearsal();
  space = await makeSpace(rehearsal, AUTOPILOT);
});
/** What was said before a test is not its fault. */
let heard = 0;
afterEach(() => {
  const lines = rehearsal.lines.slice(heard);
  heard = rehearsal.lines.length;
  expect(lines).toEqual([]);
  expect(rehearsal.refusals).toEqual([]);
});
afterAll(() => rehearsal?.stop());

/** A portal's own code, with a client library that knows nothing of sandboxes. */
async function signIn(issuer: string, state: string) {
  const config = await client.discovery(new URL(issuer), 'demo-portal', 'demo-portal-secret', undefined, {
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  });
  const verifier = client.randomPKCECodeVerifier();
  const nonce = client.randomNonce();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: 'http://localhost:9/callback',
    scope: 'openid',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const answer = await visitor(rehearsal.origin)(url.href);
  const tokens = await client.authorizationCodeGrant(config, new URL(answer.headers.get('location') ?? ''), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
  });
  const sub = tokens.claims()?.sub ?? '';
  return { claims: tokens.claims(), userinfo: await client.fetchUserInfo(config, tokens.access_token, sub) };
}

test('a citizen signs in by autopilot at a portal that uses openid-client', async () => {
  const issuer = space.urls.vneid ?? '';
  const { claims, userinfo } = await signIn(issuer, 'a+b c&d=ệ');
  expect(claims).toMatchObject({ iss: issuer, aud: 'demo-portal', acr: 'LoA2' });
  expect(userinfo).toMatchObject({ sub: claims?.sub, citizenPid: '099090000001' });
});

test('each function answers for its own system', async () => {
  for (const { name, root } of contracts) {
    const url = root ? `${rehearsal.origin}/api/no/such/path` : `${space.urls[name]}/no/such/path`;
    const answer = await fetch(url);
    expect([answer.status, await answer.json()]).toMatchObject([
      404,
      { code: 'unknown_path', detail: expect.stringMatching(new RegExp(`^${name} has no `)) },
    ]);
  }
});

test('two processes of a function, and what one has made, the other knows', async () => {
  const keys = async () => (await (await fetch(`${space.urls.vneid}/jwks`)).json()) as { keys: unknown[] };
  const first = await keys();
  expect(first.keys.length).toBeGreaterThan(0);
  for (let more = 0; more < 4; more++) expect(await keys()).toEqual(first);
  const sizes = Object.entries(rehearsal.processes());
  expect(sizes.find(([id]) => id.startsWith('vneid'))?.[1]).toBeGreaterThanOrEqual(2);
});

test('systems that call each other over the network do not wait for one another for ever', async () => {
  const visits = Array.from({ length: 6 }, async () => {
    const visit = visitor(rehearsal.origin);
    const signedIn = await visit(`${space.urls.portal}/sign-in`);
    expect([signedIn.status, await signedIn.text()]).toEqual([200, expect.stringContaining('099090000001')]);
    const out = await visit(`${space.urls.portal}/sign-out`, { method: 'POST', body: new URLSearchParams() });
    expect(out.status).toBe(200);
  });
  await Promise.all(visits);
});

test('a long poll in one process hears of what another process stored', async () => {
  const { phone = '' } = space.urls;
  const polled = fetch(`${phone}/mai/api/messages?wait=20`);
  const body = JSON.stringify({ from: 'Bưu điện', text: 'Bưu phẩm đã tới' });
  const headers = { 'content-type': 'application/json' };
  const sent = await fetch(`${phone}/mai/api/messages`, { method: 'POST', headers, body });
  expect(sent.status).toBe(201);
  const heard = await polled;
  expect([heard.status, await heard.json()]).toMatchObject([
    200,
    { messages: [{ text: 'Bưu phẩm đã tới' }] },
  ]);
});

test('there is no workspace that needs no key', async () => {
  const absent = await fetch(`${rehearsal.origin}/default/vneid/jwks`);
  expect([absent.status, await absent.json()]).toMatchObject([404, { code: 'unknown_workspace' }]);
  const keyless = await fetch(`${space.urls.control}/settings`);
  expect([keyless.status, await keyless.json()]).toMatchObject([401, { code: 'key_required' }]);
  const headers = { authorization: `Bearer ${space.key}` };
  const keyed = await fetch(`${space.urls.control}/settings`, { headers });
  expect([keyed.status, await keyed.json()]).toMatchObject([200, AUTOPILOT]);
});

test('every asset arrives byte for byte, and is not sent twice', async () => {
  for (const [name, asset] of Object.entries(assets)) {
    const url = `${rehearsal.origin}/assets/${name}`;
    const answer = await fetch(url);
    expect(Buffer.from(await answer.arrayBuffer()).equals(await asset.read()), name).toBe(true);
    const again = await fetch(url, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  }
});

test.each(['', '/'])('a workspace has a page, with and without a slash at the end: %j', async (slash) => {
  const answer = await fetch(`${rehearsal.origin}/${space.id}${slash}`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain(`${space.urls.portal}"`);
});

test.each(['', '/'])('a system is reached with and without a slash at the end: %j', async (slash) => {
  const answer = await fetch(`${space.urls.portal}${slash}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
});

test('a HEAD is answered like its GET, without the body', async () => {
  const answer = await fetch(`${rehearsal.origin}/`, { method: 'HEAD' });
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '',
  ]);
});

test('a path of nobody is answered in our own words, as a page to a person', async () => {
  const answer = await fetch(`${rehearsal.origin}/nobody/nothing/here`, { headers: { accept: 'text/html' } });
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('Không có đường dẫn này');
});

test('a repeated parameter is seen as repeated, not as the last or as a list in one', async () => {
  const query =
    'client_id=demo-portal&redirect_uri=http%3A%2F%2Flocalhost%3A9%2Fcb&response_type=code&scope=openid';
  const answer = await fetch(`${space.urls.vneid}/auth?${query}&state=1&state=2`, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? 'http://nowhere');
  expect(back.searchParams.get('error')).toBe('invalid_request');
});

test('containers that are frozen between invocations leave nothing undone, and outlive their connections', async () => {
  const own = await makeSpace(rehearsal, { autopilot: { person: 'mai' } });
  rehearsal.freeze();
  for (let round = 0; round < 6; round++) {
    const home = await visitor(rehearsal.origin)(`${own.urls.portal}/sign-in`);
    expect(await home.text()).toContain('099192000002');
    rehearsal.dropConnections();
  }
  const headers = { authorization: `Bearer ${own.key}`, connection: 'close' };
  const journal = await fetch(`${own.urls.control}/journal?system=vneid&operation=token`, { headers });
  expect(await journal.json()).toMatchObject({ entries: { length: 6 } });
});
