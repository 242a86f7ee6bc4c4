import { createLocalJWKSet, jwtVerify } from 'jose';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { publishedKeys } from './keys.ts';
import type { Profile } from './profile.ts';

/** What an ID token of ours says, however old it is. @throws Fault invalid_request */
export async function readIdTokenHint(
  x: Exchange,
  profile: Profile,
  hint: string,
): Promise<{ sub: string; aud: string; sid?: string }> {
  x.remarks.jwts.id_token_hint = hint;
  const keys = await publishedKeys(x.deps, x.workspace);
  try {
    const { payload } = await jwtVerify(
      hint,
      createLocalJWKSet({ keys: keys.map(({ jwk }) => jwk as never) }),
      {
        issuer: profile.issuer(x),
        currentDate: new Date(0),
        typ: 'JWT',
        requiredClaims: ['exp', 'auth_time'],
      },
    );
    const aud = [payload.aud].flat()[0] ?? '';
    return { sub: payload.sub ?? '', aud, ...(typeof payload.sid === 'string' && { sid: payload.sid }) };
  } catch {
    throw new Fault('invalid_request', 'id_token_hint is not an ID token of this issuer');
  }
}
