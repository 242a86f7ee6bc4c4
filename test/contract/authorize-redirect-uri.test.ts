import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  authorize,
  callbackOf,
  demoPortal,
  type Portal,
  REDIRECT_URI,
  registerPortal,
} from './kit/portal.ts';
import { expectRefusalPage } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;
let several: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await registerPortal(ws);
  several = await registerPortal(ws, { redirect_uris: [REDIRECT_URI, `${REDIRECT_URI}?from=app`] });
});

describe('until client and redirect URI are known to be right, nobody is sent anywhere', () => {
  test.each<[string, string | readonly string[] | undefined, string]>([
    ['client_id is missing', undefined, 'invalid_request'],
    ['client_id is empty', '', 'invalid_request'],
    ['the client is unknown', 'nobody', 'unknown_client'],
    ['client_id is sent twice', ['demo-portal', 'demo-portal'], 'invalid_request'],
    ['the client id holds a control character', 'a\u0000b', 'unknown_client'],
    ['the client id is of another alphabet', 'cổng-thử', 'unknown_client'],
    ['the client id is very long', 'x'.repeat(3000), 'unknown_client'],
    ['the client id is a name of every object', '__proto__', 'unknown_client'],
  ])('when %s', async (_, client_id, code) => {
    await expectRefusalPage(await authorize(portal, { client_id }), code);
  });

  test.each<[string, string | readonly string[] | undefined]>([
    ['is missing, and several are registered', undefined],
    ['is empty, and several are registered', ''],
    ['has a trailing slash more', `${REDIRECT_URI}/`],
    ['differs in the case of its path', 'https://portal.example.vn/sso/Callback'],
    ['differs in the case of its host', 'https://PORTAL.example.vn/sso/callback'],
    ['has another scheme', 'http://portal.example.vn/sso/callback'],
    ['has a port', 'https://portal.example.vn:8443/sso/callback'],
    ['names the default port', 'https://portal.example.vn:443/sso/callback'],
    ['has a query more', `${REDIRECT_URI}?next=/`],
    ['has another query', `${REDIRECT_URI}?from=web`],
    ['has a fragment', `${REDIRECT_URI}#`],
    ['climbs up its path', 'https://portal.example.vn/sso/x/../callback'],
    ['has a path below', `${REDIRECT_URI}/more`],
    ['carries user information', 'https://portal.example.vn@evil.example/sso/callback'],
    ['is of a host below', 'https://evil.portal.example.vn/sso/callback'],
    ['is of a host that begins alike', 'https://portal.example.vn.evil.example/sso/callback'],
    ['has a percent-encoded letter', 'https://portal.example.vn/sso/%63allback'],
    ['has a space in front', ` ${REDIRECT_URI}`],
    ['ends with a line break', `${REDIRECT_URI}\r\nset-cookie: a=b`],
    ['is only a path', '/sso/callback'],
    ['is no URL', 'portal'],
    ['runs script', 'javascript:alert(1)'],
  ])('when the redirect URI %s', async (_, redirect_uri) => {
    await expectRefusalPage(await authorize(several, { redirect_uri }), 'invalid_redirect');
  });

  test('when the redirect URI is sent twice', async () => {
    const answer = await authorize(several, { redirect_uri: [REDIRECT_URI, REDIRECT_URI] });
    await expectRefusalPage(answer, 'invalid_request');
  });
});

test('each registered redirect URI is taken as it stands, its query kept', async () => {
  const redirect_uri = `${REDIRECT_URI}?from=app`;
  const answer = await authorize(several, { redirect_uri });
  const sent = callbackOf({ ...several, redirectUri: `${redirect_uri}&` }, answer);
  expect(sent).toMatchObject({ from: 'app', iss: ws.issuer, code: expect.any(String) });
});

test('the only registered redirect URI need not be named', async () => {
  expect(callbackOf(portal, await authorize(portal, { redirect_uri: undefined }))).toHaveProperty('code');
  expect(callbackOf(portal, await authorize(portal, { redirect_uri: '' }))).toHaveProperty('code');
});

describe('the default client may come back to loopback and nowhere else', () => {
  test.each([
    'http://localhost/',
    'http://localhost:1/any/path?with=query',
    'https://localhost:8443/callback',
    'http://127.0.0.1:65535/callback',
  ])('%s is good', async (redirect_uri) => {
    const portal = { ...demoPortal(ws), redirectUri: redirect_uri };
    expect(callbackOf(portal, await authorize(portal))).toHaveProperty('code');
  });

  test.each([
    'http://localhost:3000@evil.example/',
    'http://localhost:pass@evil.example/',
    'http://user@localhost/',
    'http://user:pass@127.0.0.1/',
    'http://evil.example#@localhost/',
    'http://evil.example\\@localhost/',
    'http:\\\\localhost\\callback',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://localhost./',
    'http://evil.example/localhost',
    'http://[::1]/',
    'http://0.0.0.0/',
    'http://169.254.169.254/',
    'ftp://localhost/',
    'localhost:3000/callback',
    '//localhost/callback',
    'http://localhost/call\tback',
    'http://localhost/call\u0000back',
    'http://localhost/đăng-nhập',
    'http://localhost/callback#fragment',
    'http://localhost:99999/',
    'javascript://localhost/%0aalert(1)',
  ])('%j is not', async (redirect_uri) => {
    await expectRefusalPage(await authorize(demoPortal(ws), { redirect_uri }), 'invalid_redirect');
  });
});
