import { errors, jwtVerify } from 'jose';
import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import type { Change } from '../_kit/store.ts';
import type { Client } from './client.ts';
import { clientKeys } from './client-keys.ts';
import { invalidClient } from './invalid-client.ts';
import type { Profile } from './profile.ts';

/** How far ahead an assertion may end (RFC 7523, 3, point 4): its `jti` is kept until then. */
const ASSERTION_SECONDS = 24 * 3600;

/** RFC 7523, 3. The assertion's times are on the client's own clock, so they are judged by real time. */
export async function checkAssertion(
  x: Exchange,
  profile: Profile,
  client: Client,
  assertion: string,
): Promise<Change> {
  const algorithm = client.metadata.token_endpoint_auth_signing_alg;
  const options = {
    issuer: client.id,
    subject: client.id,
    audience: [
      profile.issuer(x),
      `${x.base}${profile.paths.token}`,
      ...(profile.paths.par ? [`${x.base}${profile.paths.par}`] : []),
    ],
    requiredClaims: ['exp', 'jti'],
    currentDate: new Date(x.clock.real),
    clockTolerance: 5,
    algorithms: algorithm ? [algorithm] : ['RS256', 'PS256', 'ES256'],
  };
  try {
    const { payload } = await jwtVerify(assertion, await clientKeys(x, client), options);
    if (typeof payload.jti !== 'string') throw invalidClient("the assertion's jti is not a string");
    const id = digest(`${client.id}:${payload.jti}`);
    if (await x.read(profile.kinds.assertion, id))
      throw invalidClient('this client_assertion was used before (same jti)');
    const left = payload.exp! * 1000 - x.clock.real;
    if (left > ASSERTION_SECONDS * 1000) throw invalidClient('the assertion ends more than a day from now');
    const used = x.put(profile.kinds.assertion, id, { client: client.id }, { if: 'absent' });
    return { ...used, purge: x.clock.real + left + 10_000 };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw invalidClient(`client_assertion: ${error.message}`);
    throw error;
  }
}
