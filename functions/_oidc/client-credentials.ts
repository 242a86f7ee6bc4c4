import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest, matches } from '../_kit/perform.ts';
import type { Kind } from '../_kit/store.ts';
import { invalidClient } from './invalid-client.ts';
import { secret as bearerSecret } from './secret.ts';

// OAuth 2.0 from machine to machine (RFC 6749, 4.4), for registers whose accounts stand in the settings.

export interface Account {
  clientId: string;
  /** SHA-256, base64url. */
  secretHash: string;
}

/** What a request shows of its account, before any of it is believed. */
interface Shown {
  clientId: string;
  secret: string;
}

/** What is kept of an access token, under the SHA-256 of the token. */
export interface ServiceToken {
  client: string;
  scopes: readonly string[];
}

type Form = Readonly<Record<string, unknown>>;

const text = (form: Form, name: string): string | undefined => {
  const value = form[name];
  if (value !== undefined && typeof value !== 'string')
    throw new Fault('invalid_request', `${name} is repeated`);
  return value;
};

const formDecode = (part: string): string => decodeURIComponent(part.replaceAll('+', ' '));

/** RFC 6749, 2.3.1: each half is form-encoded before both are put into the header. */
function fromBasic(header: string): Shown {
  const [, encoded = ''] = /^basic ([\w+/=-]+)$/i.exec(header) ?? [];
  const [, id, secret] = /^([^:]+):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  try {
    if (id !== undefined && secret !== undefined)
      return { clientId: formDecode(id), secret: formDecode(secret) };
  } catch {
    // Not form-encoded: refused below.
  }
  throw invalidClient('the Authorization header is not of the form Basic base64(client_id:client_secret)');
}

function presented(x: Exchange, form: Form): Shown {
  const header = x.request.headers.get('authorization');
  const [clientId, secret] = [text(form, 'client_id'), text(form, 'client_secret')];
  if (header !== null) {
    if (secret !== undefined) throw new Fault('invalid_request', 'the client authenticates in two ways');
    return fromBasic(header);
  }
  if (clientId === undefined || secret === undefined)
    throw invalidClient('neither an Authorization header, nor client_id and client_secret');
  return { clientId, secret };
}

/** The account that a token request proves. @throws Fault invalid_client, invalid_request */
export function authenticateAccount<A extends Account>(x: Exchange, form: Form, accounts: readonly A[]): A {
  const shown = presented(x, form);
  x.remarks.client = shown.clientId;
  const account = accounts.find(({ clientId }) => clientId === shown.clientId);
  // Compared in any case, so that the time tells nothing of which accounts there are.
  const right = matches(shown.secret, account?.secretHash ?? digest(''));
  if (!account || !right) throw invalidClient('no account with this client id and secret');
  return account;
}

function grantedScopes(form: Form, allowed: readonly string[]): readonly string[] {
  const asked = text(form, 'scope')?.split(' ').filter(Boolean) ?? [];
  const strange = asked.filter((scope) => !allowed.includes(scope));
  if (strange.length > 0) throw new Fault('invalid_scope', `this account has no scope ${strange.join(', ')}`);
  return asked.length > 0 ? asked : allowed;
}

/** The whole token endpoint. @throws Fault invalid_client, invalid_request, invalid_scope, unsupported_grant_type */
export function issueServiceToken<A extends Account>(
  x: Exchange<Form>,
  about: {
    accounts: readonly A[];
    scopesOf: (account: A) => readonly string[];
    seconds: number;
    kind: Kind<ServiceToken>;
  },
) {
  const grant = text(x.input, 'grant_type');
  if (grant === undefined) throw new Fault('invalid_request', 'grant_type is missing');
  const account = authenticateAccount(x, x.input, about.accounts);
  if (grant !== 'client_credentials')
    throw new Fault('unsupported_grant_type', 'only client_credentials is granted here');
  const scopes = grantedScopes(x.input, about.scopesOf(account));
  const token = bearerSecret(x.deps.random);
  const { seconds, kind } = about;
  const body = { access_token: token, token_type: 'Bearer', expires_in: seconds, scope: scopes.join(' ') };
  return json(body, {
    headers: { 'cache-control': 'no-store' },
    changes: [x.put(kind, digest(token), { client: account.clientId, scopes }, { lifetime: seconds })],
  });
}

/** Who holds this token, as long as their account stands. */
export async function holderOf<A extends Account>(
  x: Exchange,
  kind: Kind<ServiceToken>,
  token: string | undefined,
  accounts: readonly A[],
): Promise<{ account: A; scopes: readonly string[] } | undefined> {
  if (token === undefined || token === '') return undefined;
  const held = (await x.read(kind, digest(token)))?.value;
  const account = accounts.find(({ clientId }) => clientId === held?.client);
  if (!held || !account) return undefined;
  x.remarks.client = account.clientId;
  return { account, scopes: held.scopes };
}
