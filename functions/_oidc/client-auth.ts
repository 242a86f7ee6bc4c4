import { decodeJwt } from 'jose/jwt/decode';
import type { Answer, Refusal } from '../_kit/answer.ts';
import { refuse } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest, matches } from '../_kit/perform.ts';
import type { Change } from '../_kit/store.ts';
import { type AuthMethod, type Client, findClient } from './client.ts';
import { invalidClient } from './invalid-client.ts';
import type { Profile } from './profile.ts';
import { type RawParameters, single } from './request.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

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

/** How each method is used, for whoever used another. */
const use: Readonly<Record<AuthMethod, string>> = {
  client_secret_basic: 'send id and secret in the header Authorization: Basic',
  client_secret_post: 'send client_id and client_secret in the body',
  private_key_jwt: 'send a client_assertion, signed by its key',
  none: 'send client_id alone, and use PKCE',
};

function wrongMethod({ authMethods }: Client, used: AuthMethod): Fault {
  const registered = authMethods.join(' or ');
  const cure = authMethods.map((method) => use[method]).join(', or ');
  return invalidClient(
    `this client is registered for ${registered}, and this request uses ${used}: ${cure}, or register token_endpoint_auth_method ${used}`,
  );
}

/** Who calls, proven in the way that the client registered. @throws Fault invalid_client, invalid_request */
export async function authenticateClient(x: Exchange<RawParameters>, profile: Profile) {
  const shown = presented(x);
  x.remarks.client = shown.clientId;
  const client = await findClient(x, profile, shown.clientId);
  if (!client) throw invalidClient(`no client '${shown.clientId}' in this workspace`);
  if (!client.authMethods.includes(shown.method)) {
    throw wrongMethod(client, shown.method);
  }
  if (shown.secret !== undefined && !matches(shown.secret, client.secretHash ?? digest(''))) {
    throw invalidClient('wrong client secret');
  }
  const changes: Change[] = [];
  if (shown.assertion !== undefined) {
    const { checkAssertion } = await import('./assertion.ts');
    changes.push(await checkAssertion(x, profile, client, shown.assertion));
  }
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
