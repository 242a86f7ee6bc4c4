import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { CLIENT_ID, discover, issuerOf } from './provider.ts';
import { troubleOf } from './trouble.ts';

async function keysOf(x: Exchange) {
  try {
    const { jwks_uri = '' } = (await discover(x)).serverMetadata();
    return createRemoteJWKSet(new URL(jwks_uri), {
      [customFetch]: (url, options) => x.deps.fetch(url, options as RequestInit),
    });
  } catch (error) {
    const { error: code, description = '' } = troubleOf(error);
    throw new Fault('temporarily_unavailable', `${code}: ${description}`);
  }
}

/**
 * A logout token whose signature, type, issuer, audience and times are right (OpenID Connect Back-Channel
 * Logout 1.0, 2.6). @throws Fault invalid_request, temporarily_unavailable
 */
export async function verifyLogoutToken(x: Exchange, token: string) {
  const keys = await keysOf(x);
  try {
    const { payload } = await jwtVerify<{ jti: string; exp: number }>(token, keys, {
      issuer: issuerOf(x),
      audience: CLIENT_ID,
      algorithms: ['RS256'],
      typ: 'logout+jwt',
      requiredClaims: ['iat', 'exp', 'jti'],
      currentDate: new Date(x.clock.now),
      clockTolerance: 30,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new Fault('invalid_request', error.message);
    throw error;
  }
}
