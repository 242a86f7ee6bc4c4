import { type Answer, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import { type Client, mayRedirect } from './client.ts';
import { authenticated } from './client-auth.ts';
import type { Profile } from './profile.ts';
import { queryOf, type RawParameters, readRequest, single } from './request.ts';
import { seal, secret, unseal } from './secret.ts';

const PREFIX = 'urn:ietf:params:oauth:request_uri:';
const LIFETIME = 600;

/** Whether a request URI is of the kind that /par gives. */
export const isPushed = (uri: string): boolean => uri.startsWith(PREFIX);

/** The request that was pushed under a request URI (RFC 9126, 4). @throws Fault */
export async function pulled(
  x: Exchange,
  { kinds }: Profile,
  client: Client,
  uri: string,
): Promise<RawParameters> {
  const item = await x.read(kinds.pushed, digest(uri));
  if (!item || item.value.client !== client.id) {
    throw new Fault(
      'invalid_request_uri',
      'this request URI has expired, was used, or is not of this client',
    );
  }
  return unseal<RawParameters>(uri, item.value.sealed);
}

const notStored = ['client_secret', 'client_assertion', 'client_assertion_type'];

/** Pushed authorization request (RFC 9126): the client is authenticated and every check is made up front. */
export const par = (x: Exchange<RawParameters>, profile: Profile): Promise<Answer> =>
  authenticated(x, profile, async (client, changes) => {
    const raw = Object.fromEntries(Object.entries(x.input).filter(([name]) => !notStored.includes(name)));
    const redirectUri = single(raw, 'redirect_uri') ?? '';
    if (!mayRedirect(client, redirectUri)) {
      throw new Fault('invalid_request', `redirect_uri '${redirectUri}' is not registered for this client`);
    }
    const about = { client, redirectUri, redirectUriGiven: true, query: queryOf(raw) };
    readRequest(raw, about, profile.scopes, 'par');
    const request_uri = `${PREFIX}${secret(x.deps.random)}`;
    const sealed = seal(request_uri, raw, x.deps.random);
    const item = { client: client.id, sealed };
    const pushed = x.put(profile.kinds.pushed, digest(request_uri), item, { lifetime: LIFETIME });
    return json({ request_uri, expires_in: LIFETIME }, { status: 201, changes: [...changes, pushed] });
  });
