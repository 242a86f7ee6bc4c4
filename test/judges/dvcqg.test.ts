import * as oauth from 'oauth4webapi';
import * as client from 'openid-client';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  authorizeAt,
  byAccount,
  type ExchangePortal,
  openWide,
  registerAt,
  throughVneid,
} from '../contract/kit/exchange.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';

// Unmodified libraries, against the exchange as a portal's developer would configure it. HTTP: it is on loopback.

let ws: TestWorkspace;
let portal: ExchangePortal;

const HOME = 'https://tinh.example.vn/tam-biet';

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'mai' } });
  portal = await registerAt(ws, { post_logout_redirect_uris: [HOME] });
});

const configured = (at: ExchangePortal, auth: client.ClientAuth): Promise<client.Configuration> =>
  client.discovery(new URL(`${at.base}/oauth2/token`), at.id, {}, auth, {
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  });

/** Follows redirects, without cookies, as far as the portal. */
async function follow(at: ExchangePortal, from: URL): Promise<URL> {
  let url = from;
  while (!url.href.startsWith(at.redirectUri)) {
    const answer = await fetch(url, { redirect: 'manual' });
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${answer.status} ${await answer.text()}`);
    url = new URL(location, url);
  }
  return url;
}

interface Began {
  url: URL;
  finish(callback: URL): ReturnType<typeof client.authorizationCodeGrant>;
}

async function begin(
  config: client.Configuration,
  at: ExchangePortal,
  { pkce, ...more }: { pkce: boolean } & Record<string, string | boolean>,
): Promise<Began> {
  const verifier = client.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [client.randomState(), client.randomNonce()];
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: at.redirectUri,
    scope: 'openid',
    acr_values: 'LoA1',
    state: expectedState,
    nonce: expectedNonce,
    ...(pkce && {
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }),
    ...(more as Record<string, string>),
  });
  const checks = { expectedState, expectedNonce, idTokenExpected: true };
  return {
    url,
    finish: (callback) =>
      client.authorizationCodeGrant(config, callback, {
        ...checks,
        ...(pkce && { pkceCodeVerifier: verifier }),
      }),
  };
}

const methods: [name: string, auth: (secret: string) => client.ClientAuth][] = [
  ['the secret in the body', (secret) => client.ClientSecretPost(secret)],
  ['the secret in the header', (secret) => client.ClientSecretBasic(secret)],
];

describe.each(methods)('openid-client with %s', (_, auth) => {
  let config: client.Configuration;

  beforeAll(async () => {
    config = await configured(portal, auth(portal.secret));
  });

  const tokens = async (pkce = true) => {
    const { url, finish } = await begin(config, portal, { pkce });
    return finish(await follow(portal, url));
  };

  test.each([true, false])('discovers, signs in (PKCE: %s) and reads who it is', async (pkce) => {
    const answer = await tokens(pkce);
    const claims = answer.claims()!;
    expect(claims).toMatchObject({ iss: `${portal.base}/oauth2/token`, aud: portal.id, acr: 'LoA2' });
    const info = await client.fetchUserInfo(config, answer.access_token, claims.sub);
    expect(info).toMatchObject({ HoVaTen: 'Trần Thị Mai', LoaiTaiKhoan: '1', TechID: expect.any(String) });
    const endpoint = new URL(config.serverMetadata().userinfo_endpoint!);
    const posted = await client.fetchProtectedResource(config, answer.access_token, endpoint, 'POST', '');
    expect(await posted.json()).toEqual(info);
  });

  test('refreshes, and its old refresh token is worth nothing', async () => {
    const first = await tokens();
    const second = await client.refreshTokenGrant(config, first.refresh_token!);
    expect(second.claims()!.sub).toBe(first.claims()!.sub);
    await expect(client.refreshTokenGrant(config, first.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  test('introspects and revokes', async () => {
    const { access_token } = await tokens();
    expect(await client.tokenIntrospection(config, access_token)).toMatchObject({
      active: true,
      client_id: portal.id,
      exp: expect.any(Number),
    });
    await client.tokenRevocation(config, access_token);
    expect(await client.tokenIntrospection(config, access_token)).toEqual({ active: false });
    await expect(client.fetchUserInfo(config, access_token, client.skipSubjectCheck)).rejects.toThrow();
  });

  test('is told of an error as the standard has it', async () => {
    const { url, finish } = await begin(config, portal, { pkce: true, prompt: 'create' });
    await expect(finish(await follow(portal, url))).rejects.toMatchObject({
      name: 'AuthorizationResponseError',
      error: 'invalid_request',
    });
  });

  test('refuses userinfo about somebody else', async () => {
    const answer = await tokens();
    const own = await configured(portal, auth(portal.secret));
    own[client.customFetch] = (url, options) =>
      fetch(url, {
        ...(options as RequestInit),
        headers: { ...options.headers, 'x-hopcat-fault': 'wrong-person' },
      });
    const { sub } = answer.claims()!;
    await expect(client.fetchUserInfo(own, answer.access_token, sub)).rejects.toMatchObject({
      code: 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
    });
  });
});

describe('openid-client with pages', () => {
  test('signs somebody in through VNeID, and out again', async () => {
    const own = await openWorkspace();
    const at = await registerAt(own, { post_logout_redirect_uris: [HOME] });
    const config = await configured(at, client.ClientSecretPost(at.secret));
    const browser = openWide(own);
    const { url, finish } = await begin(config, at, { pkce: true });
    const place = await throughVneid(browser, await browser.open(url.href), 'an');
    const answer = await finish(new URL(place.url));
    const end = client.buildEndSessionUrl(config, {
      post_logout_redirect_uri: HOME,
      id_token_hint: answer.id_token!,
      state: 's',
    });
    expect((await browser.open(end.href)).url).toBe(`${HOME}?state=s`);
  });

  test('signs an old account in by its code, while the law allows it', async () => {
    const own = await openWorkspace({ calendar: '2024-06-30' });
    const at = await registerAt(own);
    const config = await configured(at, client.ClientSecretBasic(at.secret));
    const browser = openWide(own);
    const { url, finish } = await begin(config, at, { pkce: false });
    const page = await browser.open(url.href);
    const place = await byAccount(own, browser, page, { username: '099187000010', person: 'huong' });
    expect((await finish(new URL(place.url))).claims()).toMatchObject({ acr: 'LoA1' });
  });
});

test('oauth4webapi reads both discovery documents, and signs in', async () => {
  const insecure = { [oauth.allowInsecureRequests]: true } as const;
  const issuer = new URL(`${portal.base}/oauth2/token`);
  const as = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
  const own: oauth.Client = { client_id: portal.id };
  const state = oauth.generateRandomState();
  const callback = await follow(portal, new URL(authorizeAt(portal, { state })));
  const parameters = oauth.validateAuthResponse(as, own, callback, state);
  const by = oauth.ClientSecretPost(portal.secret);
  const answered = await oauth.authorizationCodeGrantRequest(
    as,
    own,
    by,
    parameters,
    portal.redirectUri,
    oauth.nopkce,
    insecure,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(as, own, answered, { requireIdToken: true });
  const { sub } = oauth.getValidatedIdTokenClaims(tokens)!;
  const info = await oauth.userInfoRequest(as, own, tokens.access_token, insecure);
  expect(await oauth.processUserInfoResponse(as, own, sub, info)).toMatchObject({ HoVaTen: 'Trần Thị Mai' });
});
