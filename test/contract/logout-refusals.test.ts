import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Browser, broughtTo, openBrowser, signIn } from './kit/browser.ts';
import { newPair, signed } from './kit/jwt.ts';
import {
  authorizeUrl,
  type Parameters,
  type Portal,
  redeem,
  registerPortal,
  search,
  type Tokens,
} from './kit/portal.ts';
import { expectRefusalPage } from './kit/wire.ts';

const HOME = 'https://portal.example.vn/bye';

let ws: TestWorkspace;
let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  ws = await openWorkspace();
  portal = await registerPortal(ws, { post_logout_redirect_uris: [HOME] });
});

beforeEach(() => {
  browser = openBrowser(ws);
});

async function signedIn(): Promise<Tokens> {
  const { code } = await signIn(browser, portal, 'an');
  return (await (await redeem(portal, code!)).json()) as Tokens;
}

async function isSignedIn(): Promise<boolean> {
  return 'code' in broughtTo(portal, await browser.open(authorizeUrl(portal, { prompt: 'none' })));
}

describe('a page refuses, and the session goes on', () => {
  test.each<[string, (tokens: Tokens) => Parameters, string]>([
    [
      'another address',
      () => ({ client_id: portal.id, post_logout_redirect_uri: `${HOME}/` }),
      'invalid_redirect',
    ],
    [
      'an address of the sign-in',
      ({ id_token }) => ({ id_token_hint: id_token, post_logout_redirect_uri: portal.redirectUri }),
      'invalid_redirect',
    ],
    ['an address and no client', () => ({ post_logout_redirect_uri: HOME }), 'invalid_request'],
    ['an unknown client', () => ({ client_id: 'nobody' }), 'unknown_client'],
    [
      'a client that is not the one of the hint',
      ({ id_token }) => ({ id_token_hint: id_token, client_id: 'demo-portal' }),
      'invalid_request',
    ],
    ['a hint that is no token', () => ({ id_token_hint: 'x' }), 'invalid_request'],
    [
      'a hint signed by somebody else',
      () => ({ id_token_hint: signed(newPair('RS256'), { iss: ws.issuer, sub: 'x', aud: portal.id }) }),
      'invalid_request',
    ],
    [
      'an access token for a hint',
      ({ access_token }) => ({ id_token_hint: access_token }),
      'invalid_request',
    ],
    ['two clients', () => ({ client_id: [portal.id, portal.id] }), 'invalid_request'],
    ['two states', () => ({ client_id: portal.id, state: ['a', 'b'] }), 'invalid_request'],
  ])('%s', async (_, parameters, code) => {
    const sent = search(parameters(await signedIn()));
    await expectRefusalPage(await browser.send(`/logout?${sent}`), code);
    expect(await isSignedIn()).toBe(true);
  });
});
