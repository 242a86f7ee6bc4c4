import type { CscClient } from '../../../contracts/_csc/settings.ts';
import { type Answer, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Fault } from '../../_kit/fault.ts';
import { ascii } from '../../_kit/wire.ts';
import type { Wish } from '../kinds.ts';
import { clientOf, settingsOf } from '../token.ts';
import { leaveIn, none } from './leave.ts';
import { type Parameters, single, wrong } from './parameters.ts';

const known = new Set([
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'lang',
  'code_challenge',
  'code_challenge_method',
  'credentialID',
  'numSignatures',
  'hash',
  'hashes',
  'hashAlgorithmOID',
  'description',
  'clientData',
]);

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Of loopback addresses any port will do (RFC 8252, 7.3). */
function fits(registered: string, given: string): boolean {
  if (registered === given) return true;
  if (!URL.canParse(given)) return false;
  const [one, other] = [new URL(registered), new URL(given)];
  if (!loopback.has(one.hostname)) return false;
  other.port = one.port;
  return one.href === other.href;
}

export interface Asking {
  client: CscClient;
  redirectUri: string;
  state: string | null;
}

/** Who asks, and where the answer may go. @throws Fault unknown_client, invalid_redirect: for a page */
export function askingIn(x: Exchange, parameters: Parameters): Asking {
  const [id, uri, state] = ['client_id', 'redirect_uri', 'state'].map((name) => single(parameters, name));
  const client = id === undefined ? undefined : clientOf(x, id);
  if (!client) throw wrong('no such client_id in csc.clients', 'unknown_client');
  x.remarks.client = client.clientId;
  const [only] = client.redirectUris;
  const redirectUri = uri ?? (client.redirectUris.length === 1 ? only : undefined);
  if (redirectUri === undefined || !client.redirectUris.some((each) => fits(each, redirectUri)))
    throw wrong('redirect_uri is not one of csc.clients', 'invalid_redirect');
  return { client, redirectUri, state: state ?? null };
}

/** Back to the application, with what it is to know. */
export function backTo(
  { redirectUri, state }: Pick<Wish, 'redirectUri' | 'state'>,
  said: Readonly<Record<string, string>>,
  more: Pick<Answer, 'changes' | 'fault'> = {},
): Answer {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, value);
  if (state !== null) url.searchParams.set('state', state);
  return redirect(url.href, { status: 303, ...more });
}

export const refusedTo = (
  to: Pick<Wish, 'redirectUri' | 'state'>,
  fault: Fault,
  changes: Answer['changes'] = [],
): Answer => backTo(to, { error: fault.code, error_description: ascii(fault.detail) }, { fault, changes });

function challengeIn(parameters: Parameters): string | null {
  const challenge = single(parameters, 'code_challenge');
  const method = single(parameters, 'code_challenge_method');
  if (challenge === undefined) {
    if (method !== undefined) throw wrong('Invalid parameter code_challenge_method');
    return null;
  }
  if (method !== 'S256') throw wrong('Invalid parameter code_challenge_method');
  if (!/^[\w-]{43}$/.test(challenge)) throw wrong('Invalid parameter code_challenge');
  return challenge;
}

/** What is asked for. @throws Fault for the application */
export async function wishIn(x: Exchange, parameters: Parameters, asking: Asking): Promise<Wish> {
  const strange = Object.keys(parameters).find((name) => !known.has(name));
  if (strange !== undefined) throw wrong(`Invalid parameter ${strange}`);
  if (single(parameters, 'response_type') !== 'code')
    throw wrong('only response_type=code is supported', 'unsupported_response_type');
  const scope = single(parameters, 'scope') ?? 'service';
  if (scope !== 'service' && scope !== 'credential')
    throw wrong('the scope is service or credential', 'invalid_scope');
  if (scope === 'credential' && settingsOf(x).authMode !== 'oauth2code')
    throw wrong('the credential is authorized at credentials/authorize', 'unauthorized_client');
  const { client, redirectUri, state } = asking;
  const description = single(parameters, 'description') ?? null;
  if (description !== null && description.length > 500) throw wrong('Invalid parameter description');
  return {
    client: client.clientId,
    redirectUri,
    scope,
    state,
    challenge: challengeIn(parameters),
    description,
    ...(scope === 'credential' ? await leaveIn(x, parameters) : none),
  };
}
