import { generateKeyPairSync, randomUUID } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { goTo, type Registered, registered } from './portal.ts';

// The sandbox is on loopback, where HTTP is all there is.
const insecure = { [oauth.allowInsecureRequests]: true } as const;

let ws: TestWorkspace;
let as: oauth.AuthorizationServer;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  const issuer = new URL(ws.issuer);
  as = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
});

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const kid = randomUUID();
const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'PS256' }] };
const imported = () =>
  crypto.subtle.importKey(
    'pkcs8',
    privateKey.export({ format: 'der', type: 'pkcs8' }),
    { name: 'RSA-PSS', hash: 'SHA-256' },
    false,
    ['sign'],
  );

type Auth = (portal: Registered) => Promise<oauth.ClientAuth>;

const methods: [method: string, more: Record<string, unknown>, auth: Auth][] = [
  ['client_secret_basic', {}, async ({ secret }) => oauth.ClientSecretBasic(secret)],
  ['client_secret_post', {}, async ({ secret }) => oauth.ClientSecretPost(secret)],
  ['private_key_jwt', { jwks }, async () => oauth.PrivateKeyJwt({ key: await imported(), kid })],
  ['none', {}, async () => oauth.None()],
];

describe.each(methods)('as %s', (token_endpoint_auth_method, more, auth) => {
  let portal: Registered;
  let own: oauth.Client;
  let by: oauth.ClientAuth;

  beforeAll(async () => {
    portal = await registered(ws, { token_endpoint_auth_method, ...more });
    own = { client_id: portal.id };
    by = await auth(portal);
  });

  interface Secrets {
    state: string;
    nonce: string;
    verifier: string;
  }

  const secrets = (): Secrets => ({
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  });

  const parametersOf = async ({ state, nonce, verifier }: Secrets) => ({
    client_id: portal.id,
    response_type: 'code',
    redirect_uri: portal.redirectUri,
    scope: 'openid offline_access',
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });

  async function redeem(
    callback: URL,
    { state, nonce, verifier }: Secrets,
  ): Promise<oauth.TokenEndpointResponse> {
    const checked = oauth.validateAuthResponse(as, own, callback, state);
    const request = oauth.authorizationCodeGrantRequest(
      as,
      own,
      by,
      checked,
      portal.redirectUri,
      verifier,
      insecure,
    );
    const response = await request;
    const options = { expectedNonce: nonce, requireIdToken: true };
    const body = await oauth.processAuthorizationCodeResponse(as, own, response, options);
    await oauth.validateApplicationLevelSignature(as, response, insecure);
    return body;
  }

  async function tokens(): Promise<oauth.TokenEndpointResponse> {
    const mine = secrets();
    const url = new URL(`${as.authorization_endpoint}?${new URLSearchParams(await parametersOf(mine))}`);
    return redeem(await goTo(url), mine);
  }

  test('signs a citizen in, checks the signature, and reads who it is', async () => {
    const body = await tokens();
    const { sub } = oauth.getValidatedIdTokenClaims(body)!;
    const response = await oauth.userInfoRequest(as, own, body.access_token, insecure);
    const info = await oauth.processUserInfoResponse(as, own, sub, response);
    expect(info).toMatchObject({ sub, fullName: 'Nguyễn Văn An' });
  });

  test('pushes its request first', async () => {
    const mine = secrets();
    const parameters = await parametersOf(mine);
    const pushed = await oauth.pushedAuthorizationRequest(as, own, by, parameters, insecure);
    const { request_uri } = await oauth.processPushedAuthorizationResponse(as, own, pushed);
    const url = new URL(
      `${as.authorization_endpoint}?${new URLSearchParams({ client_id: portal.id, request_uri })}`,
    );
    expect((await redeem(await goTo(url), mine)).id_token).toBeDefined();
  });

  test('refreshes', async () => {
    const { refresh_token } = await tokens();
    const response = await oauth.refreshTokenGrantRequest(as, own, by, refresh_token!, insecure);
    const body = await oauth.processRefreshTokenResponse(as, own, response);
    expect(body.refresh_token).not.toBe(refresh_token);
  });

  test('revokes, and introspection knows it', async () => {
    const { access_token } = await tokens();
    const introspect = async () => {
      const response = await oauth.introspectionRequest(as, own, by, access_token, insecure);
      return oauth.processIntrospectionResponse(as, own, response);
    };
    if (token_endpoint_auth_method !== 'none') expect(await introspect()).toMatchObject({ active: true });
    await oauth.processRevocationResponse(await oauth.revocationRequest(as, own, by, access_token, insecure));
    if (token_endpoint_auth_method !== 'none') expect(await introspect()).toEqual({ active: false });
  });

  test('understands why a code is refused', async () => {
    const mine = secrets();
    const url = new URL(`${as.authorization_endpoint}?${new URLSearchParams(await parametersOf(mine))}`);
    const callback = await goTo(url);
    await redeem(callback, mine);
    await expect(redeem(callback, mine)).rejects.toMatchObject({ error: 'invalid_grant', status: 400 });
  });
});

test('understands a challenge of userinfo', async () => {
  const response = oauth.userInfoRequest(as, { client_id: 'demo-portal' }, 'nonsense', insecure);
  await expect(
    response.then((answer) => oauth.processUserInfoResponse(as, { client_id: 'demo-portal' }, 'x', answer)),
  ).rejects.toMatchObject({
    cause: [{ scheme: 'bearer', parameters: { error: 'invalid_token' } }],
  });
});

test('registers a client by the standard', async () => {
  const metadata = { redirect_uris: ['https://self.example.vn/callback'], client_name: 'Cổng tự đăng ký' };
  const response = await oauth.dynamicClientRegistrationRequest(as, metadata, insecure);
  expect(await oauth.processDynamicClientRegistrationResponse(response)).toMatchObject(metadata);
});
