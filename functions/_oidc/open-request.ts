import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import { findClient, mayRedirect } from './client.ts';
import type { Profile } from './profile.ts';
import { isPushed, pulled } from './pushed.ts';
import { type AuthorizationRequest, queryOf, type RawParameters, readRequest, single } from './request.ts';

export interface Opened {
  raw: RawParameters;
  client: AuthorizationRequest['client'];
  redirectUri: string;
  redirectUriGiven: boolean;
  query: string;
  pushed?: string;
}

/** Until client and redirect URI are known to be right, a refusal is a page (RFC 6749, 4.1.2.1). */
export async function openRequest(x: Exchange, profile: Profile, sent: RawParameters): Promise<Opened> {
  for (const name of ['client_id', 'redirect_uri', 'request_uri']) {
    if (Array.isArray(sent[name])) throw new Fault('invalid_request', `'${name}' was sent more than once`);
  }
  const clientId = single(sent, 'client_id') ?? '';
  if (!clientId) throw new Fault('invalid_request', 'client_id is missing');
  x.remarks.client = clientId;
  const client = await findClient(x, profile, clientId);
  if (!client) throw new Fault('unknown_client', `no client '${clientId}' in this workspace`);
  const uri = [single(sent, 'request_uri')].find((each) => each !== undefined && isPushed(each));
  const raw = uri === undefined ? sent : await pulled(x, profile, client, uri);
  const named = single(raw, 'redirect_uri');
  if (Array.isArray(raw.redirect_uri))
    throw new Fault('invalid_request', "'redirect_uri' was sent more than once");
  const only =
    client.loopback || client.metadata.redirect_uris.length !== 1
      ? undefined
      : client.metadata.redirect_uris[0];
  const redirectUri = named ?? only;
  if (redirectUri === undefined) throw new Fault('invalid_redirect', 'redirect_uri is missing');
  if (!mayRedirect(client, redirectUri)) {
    throw new Fault('invalid_redirect', `'${redirectUri}' is not registered for '${clientId}'`);
  }
  return {
    raw,
    client,
    redirectUri,
    redirectUriGiven: named !== undefined,
    query: queryOf(sent),
    ...(uri !== undefined && { pushed: digest(uri) }),
  };
}

/** Reads a request that a page carries along, with every check of the first time. @throws Fault */
export async function readCarried(
  x: Exchange,
  profile: Profile,
  sent: RawParameters,
): Promise<AuthorizationRequest> {
  const opened = await openRequest(x, profile, sent);
  const request = readRequest(opened.raw, opened, profile.scopes, 'authorize');
  x.remarks.signIn = signInOf(request);
  return request;
}

/** Ties together, in the journal, whatever comes of one authorization request: pages, code, tokens. */
export const signInOf = ({ hash, partOf }: AuthorizationRequest): string => partOf ?? hash.slice(0, 12);

/** The items that the authorize endpoint will want, so that they come with the workspace. */
export function preloadAuthorize(
  { kinds }: Profile,
  workspace: string,
  input: RawParameters,
  cookieId?: string,
) {
  const client = single(input, 'client_id');
  return [
    ...(client && client.length <= 200 ? [kinds.client.key(workspace, client)] : []),
    ...(cookieId ? [kinds.session.key(workspace, cookieId)] : []),
  ];
}
