import { timingSafeEqual } from 'node:crypto';
import type { MysignAccount } from '../../contracts/_mysign/settings.ts';
import { portalAtMysign } from '../../contracts/_national-portal.ts';
import type { Person } from '../../contracts/person.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Before, Run } from '../_kit/implement.ts';
import { personBySlug } from '../_kit/people.ts';
import { digest, matches } from '../_kit/perform.ts';
import { type Key, kind } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';
import { holderOfNumber } from '../_sign/holder.ts';

/** For whom a service provider has logged in. */
interface Login {
  client: string;
  /** Slug. */
  person: string;
  as: 'citizen' | 'enterprise';
}

const tokens = kind<Login>(
  'mysign',
  'token',
  'id: SHA-256 of the access token. Account, and the user whom it was taken for. As long as mysign.tokenSeconds says.',
  { hot: true },
);

/** What a request says of the one who sends it. */
interface Shown {
  client_id?: string | undefined;
  client_secret?: string | undefined;
  profile_id?: string | undefined;
  user_id?: string | undefined;
}

/** Whoever calls, for whom. */
export interface Session {
  account: MysignAccount;
  person: Person;
  as: Login['as'];
}

export const accountOf = (x: Exchange, clientId: string): MysignAccount | undefined =>
  [portalAtMysign, ...x.workspace.settings.mysign.accounts].find((one) => one.clientId === clientId);

/** @throws Fault client_refused */
function authenticated(
  x: Exchange,
  { client_id = '', client_secret = '', profile_id }: Shown,
): MysignAccount {
  x.remarks.client = client_id;
  const account = accountOf(x, client_id);
  // Compared in any case, so that the time tells nothing of which accounts there are.
  const right = matches(client_secret, account?.secretHash ?? digest(''));
  if (!account || !right)
    throw new Fault('client_refused', 'no account with this client_id and client_secret');
  if (profile_id !== undefined && profile_id !== account.profileId)
    throw new Fault('client_refused', `the profile of this account is ${account.profileId}`);
  return account;
}

/** Who `CMT_…` or `MST_…` is. */
async function userOf(x: Exchange, userId: string): Promise<Pick<Session, 'person' | 'as'> | undefined> {
  const as = userId.startsWith('MST_') ? 'enterprise' : 'citizen';
  const holder = await holderOfNumber(x, userId.slice(4));
  return holder?.kind === as ? { person: holder.person, as } : undefined;
}

/** @throws Fault client_refused, user_unknown */
export async function login(x: Exchange<Required<Shown>>) {
  const account = authenticated(x, x.input);
  const user = await userOf(x, x.input.user_id ?? '');
  if (!user) throw new Fault('user_unknown', 'nobody of the sandbox has this number');
  x.remarks.person = user.person.slug;
  const token = secret(x.deps.random);
  const lifetime = x.workspace.settings.mysign.tokenSeconds;
  const held: Login = { client: account.clientId, person: user.person.slug, as: user.as };
  const changes = [x.put(tokens, digest(token), held, { lifetime })];
  const body = { access_token: token, refresh_token: '', token_type: 'Bearer', expires_in: String(lifetime) };
  return json(body, { changes });
}

const bearerOf = ({ request }: Pick<Exchange, 'request'>): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];

const sameText = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));

/** The token that a call shows. */
function preloadLogin({ workspace, request }: Before): Key[] {
  const bearer = bearerOf({ request });
  return bearer === undefined ? [] : [tokens.key(workspace, digest(bearer))];
}

/** @throws Fault token_refused */
async function loginOf(x: Exchange): Promise<Login> {
  const bearer = bearerOf(x);
  const held = bearer === undefined ? undefined : (await x.read(tokens, digest(bearer)))?.value;
  if (held && accountOf(x, held.client)) return held;
  throw new Fault('token_refused', 'no live access token in the Authorization header', {
    headers: { 'www-authenticate': 'Bearer' },
  });
}

/** A call that needs a token: without a live one it is refused, whatever its body holds. */
export const withToken = <Input>(run: Run<Input>) => ({ preload: preloadLogin, admit: loginOf, run });

/** The body may name client and user once more; both must then be those of the token. */
async function requireSame(x: Exchange, shown: Shown, { client, person, as }: Login): Promise<void> {
  if (shown.client_id !== undefined) authenticated(x, shown);
  const other = new Fault(
    'token_refused',
    'the access token was taken by another client or for another user',
  );
  if (shown.client_id !== undefined && !sameText(shown.client_id, client)) throw other;
  if (shown.user_id === undefined) return;
  const user = await userOf(x, shown.user_id);
  if (user?.person.slug !== person || user.as !== as) throw other;
}

/** Who calls, and for whom. @throws Fault token_refused, client_refused */
export async function sessionOf(x: Exchange<Shown>): Promise<Session> {
  const held = await loginOf(x);
  await requireSame(x, x.input, held);
  x.remarks.client = held.client;
  const [account, person] = [accountOf(x, held.client), await personBySlug(x, held.person)];
  if (!account || !person) throw new Fault('token_refused', 'its account or its user is gone');
  x.remarks.person = person.slug;
  return { account, person, as: held.as };
}
