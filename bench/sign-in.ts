import { createPublicKey, hash, type JsonWebKey, type KeyObject, randomBytes, verify } from 'node:crypto';
import type { Answer, Ask } from './ask.ts';

/** Where a provider answers, and as whom the driver signs in. */
export interface Target {
  issuer: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

/** What discovery said, and the keys by `kid`. */
export interface Provider extends Target {
  authorize: string;
  token: string;
  userinfo: string;
  keys: ReadonlyMap<string, KeyObject>;
}

const must = (condition: boolean, what: string, answer: Answer): void => {
  if (!condition)
    throw new Error(`${what}: ${answer.status} ${answer.headers.location ?? answer.body.slice(0, 300)}`);
};

/** Reads discovery and the key set, as a client library would before its first sign-in. */
export async function discover(ask: Ask, target: Target): Promise<Provider> {
  const discovery = await ask(`${target.issuer}/.well-known/openid-configuration`);
  must(discovery.status === 200, 'discovery', discovery);
  const metadata = JSON.parse(discovery.body);
  const jwks = await ask(metadata.jwks_uri);
  const keys = (JSON.parse(jwks.body).keys as (JsonWebKey & { kid: string })[])
    .filter((key) => key.kty === 'RSA')
    .map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })] as const);
  return {
    ...target,
    authorize: metadata.authorization_endpoint,
    token: metadata.token_endpoint,
    userinfo: metadata.userinfo_endpoint,
    keys: new Map(keys),
  };
}

/** Follows the provider's own redirects, as a browser without cookies would, until the one to the client. */
async function authorize(ask: Ask, provider: Provider, url: string, state: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = url;
  for (let hop = 0; hop < 6; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask(next, cookie === '' ? {} : { headers: { cookie } });
    const { location } = answer.headers;
    must((answer.status === 302 || answer.status === 303) && location !== undefined, 'authorize', answer);
    for (const line of answer.headers['set-cookie'] ?? []) {
      const pair = line.split(';', 1)[0]!;
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    if (location!.startsWith(`${provider.redirectUri}?`)) {
      const query = new URLSearchParams(location!.slice(provider.redirectUri.length + 1));
      must(query.get('code') !== null && query.get('state') === state, 'redirect to the client', answer);
      return query.get('code')!;
    }
    next = new URL(location!, next).href;
  }
  throw new Error('authorize: too many redirects');
}

function checkIdToken(provider: Provider, idToken: string, nonce: string, verified: boolean): void {
  const [header, payload, signature] = idToken.split('.') as [string, string, string];
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  if (claims.nonce !== nonce) throw new Error('id_token: another nonce');
  if (!verified) return;
  const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
  const key = provider.keys.get(kid);
  const good =
    key && verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
  if (alg !== 'RS256' || !good) throw new Error('id_token: not signed with RS256 by a published key');
}

/** What one sign-in sends and must get back. */
const freshSecrets = () => {
  const [state, nonce, verifier] = [16, 16, 32].map((size) => randomBytes(size).toString('base64url'));
  return { state: state!, nonce: nonce!, verifier: verifier! };
};

type Secrets = ReturnType<typeof freshSecrets>;

function authorizationUrl(provider: Provider, { state, nonce, verifier }: Secrets): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: provider.redirectUri,
    scope: 'openid',
    state,
    nonce,
    code_challenge: hash('sha256', verifier, 'base64url'),
    code_challenge_method: 'S256',
  });
  return `${provider.authorize}?${query}`;
}

async function redeem(ask: Ask, provider: Provider, code: string, { verifier }: Secrets) {
  const basic = Buffer.from(`${provider.clientId}:${provider.clientSecret}`).toString('base64');
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: provider.redirectUri,
    code_verifier: verifier,
  });
  const answer = await ask(provider.token, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${basic}` },
    body: `${form}`,
  });
  must(answer.status === 200, 'token', answer);
  return JSON.parse(answer.body) as { access_token: string; id_token: string };
}

/**
 * One whole sign-in of a person whom the provider has not seen in this browser: authorize, token, userinfo.
 * Throws when any answer is not what the standard says. `verified` checks the signature too, which costs the
 * driver time: for the warm-up.
 */
export async function signIn(ask: Ask, provider: Provider, verified: boolean): Promise<void> {
  const secrets = freshSecrets();
  const code = await authorize(ask, provider, authorizationUrl(provider, secrets), secrets.state);
  const { access_token, id_token } = await redeem(ask, provider, code, secrets);
  checkIdToken(provider, id_token, secrets.nonce, verified);
  const userinfo = await ask(provider.userinfo, { headers: { authorization: `Bearer ${access_token}` } });
  must(userinfo.status === 200 && typeof JSON.parse(userinfo.body).sub === 'string', 'userinfo', userinfo);
}
