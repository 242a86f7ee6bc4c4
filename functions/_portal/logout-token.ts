import { createRemoteJWKSet, customFetch, decodeJwt, errors, jwtVerify } from 'jose';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { discover } from './discover.ts';
import type { Portal, Provider } from './portal.ts';
import { issuerOf, providerOf } from './provider.ts';
import { troubleOf } from './trouble.ts';

async function keysOf(x: Exchange, portal: Portal, provider: Provider) {
  try {
    const { jwks_uri = '' } = (await discover(x, portal, provider)).serverMetadata();
    return createRemoteJWKSet(new URL(jwks_uri), {
      [customFetch]: (url, options) => x.deps.fetch(url, options as RequestInit),
    });
  } catch (error) {
    const { error: code, description = '' } = troubleOf(error);
    throw new Fault('temporarily_unavailable', `${code}: ${description}`);
  }
}

/** Which provider a token says that it is from, to be believed once the signature is checked. */
function claimedProvider(x: Exchange, portal: Portal, token: string): Provider {
  try {
    const provider = providerOf(x, portal, decodeJwt(token).iss);
    if (provider) return provider;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    throw new Fault('invalid_request', error.message);
  }
  throw new Fault('invalid_request', 'iss is nobody who signs people in here');
}

/**
 * A logout token whose signature, type, issuer, audience and times are right (OpenID Connect Back-Channel
 * Logout 1.0, 2.6). @throws Fault invalid_request, temporarily_unavailable
 */
export async function verifyLogoutToken(x: Exchange, portal: Portal, token: string) {
  const provider = claimedProvider(x, portal, token);
  const keys = await keysOf(x, portal, provider);
  try {
    const { payload } = await jwtVerify<{ jti: string; exp: number }>(token, keys, {
      issuer: issuerOf(x, provider),
      audience: portal.clientId,
      algorithms: ['RS256'],
      typ: 'logout+jwt',
      requiredClaims: ['iat', 'exp', 'jti'],
      currentDate: new Date(x.clock.now),
      clockTolerance: 30,
    });
    return { provider, payload };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new Fault('invalid_request', error.message);
    throw error;
  }
}
