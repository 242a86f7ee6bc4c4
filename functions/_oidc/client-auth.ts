import { decodeJwt, errors, jwtVerify } from 'jose';
import type { Answer, Refusal } from '../_kit/answer.ts';
import { refuse } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest, matches } from '../_kit/perform.ts';
import type { Change } from '../_kit/store.ts';
import { type AuthMethod, type Client, findClient } from './client.ts';
import { clientKeys } from './client-keys.ts';
import { invalidClient } from './invalid-client.ts';
import type { Profile } from './profile.ts';
import { type RawParameters, single } from './request.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** How far ahead an assertion may end (RFC 7523, 3, point 4): its `jti` is kept until then. */
const ASSERTION_SECONDS = 24 * 3600;

/** What a request shows of its client, before any of it is believed. */
interface Credentials {
  method: AuthMethod;
  clientId: string;
  secret?: string;
  assertion?: string;
}

const formDecode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** RFC 6749, 2.3.1: each part is form-encoded before it is put into the header. */
function fromBasic(header: string): Credentials {
  const [, encoded = ''] = /^basic ([\w+/=-]+)$/i.exec(header) ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1)
    throw invalidClient('the Authorization header is not of the form Basic base64(client_id:client_secret)');
  try {
    const [clientId, secret] = [formDecode(text.slice(0, colon)), formDecode(text.slice(colon + 1))];
    return { method: 'client_secret_basic', clientId, secret };
  } catch {
    throw invalidClient(
      'client id or secret in the Authorization header are not form-encoded (RFC 6749, 2.3.1)',
    );
  }
}

function fromAssertion(
  assertion: string,
  type: string | undefined,
  clientId: string | undefined,
): Credentials {
  if (type !== ASSERTION_TYPE) throw invalidClient(`client_assertion_type must be ${ASSERTION_TYPE}`);
  try {
    const subject = decodeJwt(assertion).sub ?? '';
    if (clientId !== undefined && clientId !== subject)
      throw invalidClient('client_id and the assertion name two clients');
    return { method: 'private_key_jwt', clientId: subject, assertion };
  } catch (error) {
    throw error instanceof Fault ? error : invalidClient('client_assertion is not a JWT');
  }
}

/** How the client presents itself: one way, not two (RFC 6749, 2.3). */
function presented(x: Exchange<RawParameters>): Credentials {
  const header = x.request.headers.get('authorization');
  const value = (name: string) => single(x.input, name);
  const ways = [header, value('client_secret'), value('client_assertion')].filter((way) => way != null);
  if (ways.length > 1) throw new Fault('invalid_request', 'the client authenticates in more than one way');
  const clientId = value('client_id');
  if (header !== null) {
    const basic = fromBasic(header);
    if (clientId !== undefined && clientId !== basic.clientId)
      throw invalidClient('header and body name two clients');
    return basic;
  }
  const assertion = value('client_assertion');
  if (assertion !== undefined) return fromAssertion(assertion, value('client_assertion_type'), clientId);
  if (clientId === undefined) throw invalidClient('no client authentication: neither header, nor client_id');
  const secret = value('client_secret');
  return secret === undefined
    ? { method: 'none', clientId }
    : { method: 'client_secret_post', clientId, secret };
}

/** The client id that a request claims, for the round trip that reads it. Never throws. */
export function claimedClient(request: Request, input: RawParameters): string | undefined {
  try {
    const header = request.headers.get('authorization');
    if (header?.toLowerCase().startsWith('basic ')) return fromBasic(header).clientId;
    return single(input, 'client_id') ?? decodeJwt(single(input, 'client_assertion') ?? '').sub;
  } catch {
    return undefined;
  }
}

/** RFC 7523, 3. The assertion's times are on the client's own clock, so they are judged by real time. */
async function checkAssertion(
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

/** Who calls, proven in the way that the client registered. @throws Fault invalid_client, invalid_request */
export async function authenticateClient(x: Exchange<RawParameters>, profile: Profile) {
  const shown = presented(x);
  x.remarks.client = shown.clientId;
  const client = await findClient(x, profile, shown.clientId);
  if (!client) throw invalidClient(`no client '${shown.clientId}' in this workspace`);
  if (!client.authMethods.includes(shown.method)) {
    const registered = client.authMethods.join(' or ');
    throw invalidClient(`this client is registered for ${registered}, and this request uses ${shown.method}`);
  }
  if (shown.secret !== undefined && !matches(shown.secret, client.secretHash ?? digest(''))) {
    throw invalidClient('wrong client secret');
  }
  const changes = shown.assertion ? [await checkAssertion(x, profile, client, shown.assertion)] : [];
  return { client, changes };
}

/**
 * Runs an endpoint as the authenticated client. An assertion counts as used even when the endpoint then
 * refuses the request.
 */
export async function authenticated(
  x: Exchange<RawParameters>,
  profile: Profile,
  endpoint: (client: Client, changes: readonly Change[]) => Promise<Answer | Refusal>,
): Promise<Answer> {
  const { client, changes } = await authenticateClient(x, profile);
  try {
    return (await endpoint(client, changes)) as Answer;
  } catch (error) {
    if (error instanceof Fault && changes.length > 0) return refuse(error, changes) as never;
    throw error;
  }
}
