import { type Answer, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Change, Item } from '../../_kit/store.ts';
import { answerAtOnce } from '../../_oidc/authorize.ts';
import type { AuthorizationRequest } from '../../_oidc/request.ts';
import { readSession, type Session, updateSession } from '../../_oidc/session.ts';
import type { Account } from '../account.ts';
import { exchange } from './profile.ts';
import { type How, openAccountSession, sessionOf } from './session.ts';
import type { Target } from './waiting.ts';

/** Below the national portal, or the authorization endpoint with the request as it came. */
const addressOf = (x: Exchange, target: Target): string =>
  'to' in target ? `${x.base}${target.to}` : `${x.base}${exchange.paths.authorize}?${target.query}`;

/** The session of whoever is signed in already and has signed in once more. */
const renewed = (x: Exchange, { value }: Item<Session>, account: Account, how: How): Session => ({
  ...sessionOf(x, account, how),
  clients: value.clients,
});

/** Opens (or renews) the browser's session, and goes on to where the sign-in leads. */
export async function signedIn(
  x: Exchange,
  target: Target,
  account: Account,
  how: How,
  { request, changes }: { request?: AuthorizationRequest | undefined; changes: readonly Change[] },
): Promise<Answer> {
  if (account.person !== null) x.remarks.person = account.person;
  const before = await readSession(x, exchange);
  const same = before?.value.person === account.techId ? before : undefined;
  const fresh = { ...how, ...(request && { freshFor: request.hash }) };
  const opened = same
    ? { change: updateSession(x, exchange, same, renewed(x, same, account, fresh)), cookie: undefined }
    : openAccountSession(x, account, fresh);
  return redirect(addressOf(x, target), {
    status: 303,
    ...(opened.cookie && { headers: { 'set-cookie': opened.cookie } }),
    changes: [...changes, opened.change],
  });
}

/** The same for a sign-in that an autopilot flew: the portal gets its answer at once. */
export async function flown(
  x: Exchange,
  request: AuthorizationRequest,
  account: Account,
  how: How,
  changes: readonly Change[],
): Promise<Answer> {
  const before = await readSession(x, exchange);
  const fresh = { ...how, freshFor: request.hash };
  const session =
    before?.value.person === account.techId
      ? { ...before, value: renewed(x, before, account, fresh) }
      : sessionOf(x, account, fresh);
  return answerAtOnce(x, exchange, request, session, changes);
}
