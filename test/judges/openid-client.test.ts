import { generateKeyPairSync, randomUUID } from 'node:crypto';
import * as client from 'openid-client';
import { beforeAll, describe, expect, test } from 'vitest';
import { broughtTo, openBrowser, signIn } from '../contract/kit/browser.ts';
import { codeOn } from '../contract/kit/phone.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { goTo, type Registered, registered } from './portal.ts';

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
});

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const kid = randomUUID();
const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256' }] };
const imported = () =>
  crypto.subtle.importKey(
    'pkcs8',
    privateKey.export({ format: 'der', type: 'pkcs8' }),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  );

type Auth = (portal: Registered) => Promise<client.ClientAuth>;

const methods: [method: string, more: Record<string, unknown>, auth: Auth][] = [
  ['client_secret_basic', {}, async ({ secret }) => client.ClientSecretBasic(secret)],
  ['client_secret_post', {}, async ({ secret }) => client.ClientSecretPost(secret)],
  ['private_key_jwt', { jwks }, async () => client.PrivateKeyJwt({ key: await imported(), kid })],
  ['none', {}, async () => client.None()],
];

/** A portal's configuration as its developer would write it. HTTP is allowed because the sandbox is on loopback. */
const configured = (
  { id, issuer }: Registered,
  auth: client.ClientAuth,
  metadata: Partial<client.ClientMetadata> = {},
): Promise<client.Configuration> =>
  client.discovery(new URL(issuer), id, metadata, auth, { execute: [client.allowInsecureRequests] });

interface Began {
  url: URL;
  finish(
    callback: URL,
    more?: client.AuthorizationCodeGrantChecks,
  ): ReturnType<typeof client.authorizationCodeGrant>;
}

async function begin(
  config: client.Configuration,
  redirect_uri: string,
  more: Record<string, string> = {},
  build: (
    config: client.Configuration,
    parameters: Record<string, string>,
  ) => URL | Promise<URL> = client.buildAuthorizationUrl,
): Promise<Began> {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [client.randomState(), client.randomNonce()];
  const url = await build(config, {
    redirect_uri,
    scope: 'openid profile offline_access',
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...more,
  });
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true };
  return {
    url,
    finish: (callback, own = {}) => client.authorizationCodeGrant(config, callback, { ...checks, ...own }),
  };
}

describe.each(methods)('as %s', (token_endpoint_auth_method, more, auth) => {
  let portal: Registered;
  let config: client.Configuration;

  beforeAll(async () => {
    portal = await registered(ws, { token_endpoint_auth_method, ...more });
    config = await configured(portal, await auth(portal));
  });

  const tokens = async (asked: Record<string, string> = {}) => {
    const { url, finish } = await begin(config, portal.redirectUri, asked);
    return finish(await goTo(url));
  };

  test('signs a citizen in and reads who it is', async () => {
    const answer = await tokens();
    const claims = answer.claims()!;
    expect(claims).toMatchObject({ iss: ws.issuer, aud: portal.id, acr: 'LoA2' });
    const info = await client.fetchUserInfo(config, answer.access_token, claims.sub);
    expect(info).toMatchObject({ fullName: 'Nguyễn Văn An', citizenPid: '099090000001', given_name: 'An' });
  });

  test('refreshes, and its old refresh token is worth nothing', async () => {
    const first = await tokens();
    const second = await client.refreshTokenGrant(config, first.refresh_token!);
    expect(second.claims()!.sub).toBe(first.claims()!.sub);
    await expect(client.refreshTokenGrant(config, first.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  test('pushes its request first', async () => {
    const { url, finish } = await begin(config, portal.redirectUri, {}, client.buildAuthorizationUrlWithPAR);
    expect([...url.searchParams.keys()].toSorted()).toEqual(['client_id', 'request_uri']);
    expect((await finish(await goTo(url))).claims()).toMatchObject({ aud: portal.id });
  });

  test('introspects and revokes', async () => {
    const { access_token } = await tokens();
    if (token_endpoint_auth_method === 'none') {
      await expect(client.tokenIntrospection(config, access_token)).rejects.toThrow();
    } else {
      expect(await client.tokenIntrospection(config, access_token)).toMatchObject({ active: true });
    }
    await client.tokenRevocation(config, access_token);
    await expect(client.fetchUserInfo(config, access_token, client.skipSubjectCheck)).rejects.toThrow();
  });

  test('is told of an error as the standard has it', async () => {
    const { url, finish } = await begin(config, portal.redirectUri, { prompt: 'create' });
    await expect(finish(await goTo(url))).rejects.toMatchObject({
      name: 'AuthorizationResponseError',
      error: 'invalid_request',
    });
  });
});

describe('a confidential portal', () => {
  let portal: Registered;
  let config: client.Configuration;

  beforeAll(async () => {
    portal = await registered(ws);
    config = await configured(portal, client.ClientSecretBasic(portal.secret));
  });

  test('reads signed userinfo', async () => {
    const alg = 'PS256';
    const signed = await registered(ws, {
      userinfo_signed_response_alg: alg,
      id_token_signed_response_alg: alg,
    });
    const metadata = { userinfo_signed_response_alg: alg, id_token_signed_response_alg: alg };
    const own = await configured(signed, client.ClientSecretBasic(signed.secret), metadata);
    client.enableNonRepudiationChecks(own);
    const { url, finish } = await begin(own, signed.redirectUri);
    const answer = await finish(await goTo(url));
    const info = await client.fetchUserInfo(own, answer.access_token, answer.claims()!.sub);
    expect(info).toMatchObject({ fullName: 'Nguyễn Văn An' });
  });

  test('verifies the signature of its ID token against the published keys', async () => {
    const own = await configured(portal, client.ClientSecretBasic(portal.secret));
    client.enableNonRepudiationChecks(own);
    const { url, finish } = await begin(own, portal.redirectUri);
    expect((await finish(await goTo(url))).claims()).toMatchObject({ iss: ws.issuer });
  });

  test('gets an auth_time that keeps its max_age', async () => {
    const { url, finish } = await begin(config, portal.redirectUri, { max_age: '300' });
    const answer = await finish(await goTo(url), { maxAge: 300 });
    expect(answer.claims()!.auth_time).toBeTypeOf('number');
  });
});

describe('a citizen with pages', () => {
  test('steps up from level 1 to level 2 by the code from the phone', async () => {
    const own = await openWorkspace();
    const portal = await registered(own);
    const config = await configured(portal, client.ClientSecretBasic(portal.secret));
    const browser = openBrowser(own);
    const there = { ws: own, ...portal, registered: {} };
    await signIn(browser, there, 'an', { acr_values: 'LoA1', scope: 'openid profile offline_access' });
    const { url, finish } = await begin(config, portal.redirectUri, { acr_values: 'LoA2' });
    const step = await browser.open(url.href);
    const place = await browser.submit(step, '/sign-in/otp', { otp: await codeOn(own, 'an') });
    expect((await finish(new URL(place.url))).claims()).toMatchObject({ acr: 'LoA2' });
    expect(broughtTo(there, place)).toHaveProperty('code');
  });

  test('signs out', async () => {
    const own = await openWorkspace();
    const home = 'https://portal.example.vn/bye';
    const portal = await registered(own, { post_logout_redirect_uris: [home] });
    const config = await configured(portal, client.ClientSecretBasic(portal.secret));
    const browser = openBrowser(own);
    const there = { ws: own, ...portal, registered: {} };
    await signIn(browser, there, 'an', { scope: 'openid profile offline_access' });
    const { url, finish } = await begin(config, portal.redirectUri);
    const answer = await finish(new URL((await browser.open(url.href)).url));
    const end = client.buildEndSessionUrl(config, {
      post_logout_redirect_uri: home,
      id_token_hint: answer.id_token!,
      state: 's',
    });
    expect((await browser.open(end.href)).url).toBe(`${home}?state=s`);
  });
});

test('registers itself, and signs in as what it registered', async () => {
  const redirect_uri = 'https://self.example.vn/callback';
  const config = await client.dynamicClientRegistration(
    new URL(ws.issuer),
    {
      client_name: 'Cổng tự đăng ký',
      redirect_uris: [redirect_uri],
      grant_types: ['authorization_code', 'refresh_token'],
      id_token_signed_response_alg: 'ES256',
      // What this library authenticates by, unless told otherwise.
      token_endpoint_auth_method: 'client_secret_post',
    },
    undefined,
    { execute: [client.allowInsecureRequests] },
  );
  const { url, finish } = await begin(config, redirect_uri);
  expect((await finish(await goTo(url))).claims()).toMatchObject({ aud: config.clientMetadata().client_id });
});
