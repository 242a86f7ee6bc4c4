import { type Answer, redirect } from '../../_kit/answer.ts';
import { seconds } from '../../_kit/clock.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Change } from '../../_kit/store.ts';
import { answerAtOnce } from '../../_oidc/authorize.ts';
import type { AuthorizationRequest } from '../../_oidc/request.ts';
import { openSession, readSession, type Session, updateSession } from '../../_oidc/session.ts';
import type { Account } from '../account.ts';
import { exchange } from './profile.ts';
import type { Target } from './waiting.ts';

/** How somebody signed in. */
export interface How {
  acr: string;
  amr: readonly string[];
  via: NonNullable<Session['via']>;
  /** Seconds of the token clock; absent: just now. */
  authTime?: number;
  /** Session at VNeID. */
  upstream?: string;
}

function sessionOf(
  x: Exchange,
  { techId, person }: Account,
  how: How,
  request?: AuthorizationRequest,
): Session {
  return {
    person: techId,
    ...(person !== null && { slug: person }),
    authTime: how.authTime ?? seconds(x.clock.now),
    acr: how.acr,
    amr: [...how.amr],
    clients: [],
    via: how.via,
    ...(how.upstream !== undefined && { upstream: how.upstream }),
    ...(request && { freshFor: request.hash }),
  };
}

/** Below the national portal, or the authorization endpoint with the request as it came. */
const addressOf = (x: Exchange, target: Target): string =>
  'to' in target ? `${x.base}${target.to}` : `${x.base}${exchange.paths.authorize}?${target.query}`;

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
  const session = { ...sessionOf(x, account, how, request), clients: same?.value.clients ?? [] };
  const opened = same
    ? { change: updateSession(x, exchange, same, session), cookie: undefined }
    : openSession(x, exchange, session);
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
  const session = sessionOf(x, account, how, request);
  const same =
    before?.value.person === account.techId
      ? { ...before, value: { ...session, clients: before.value.clients } }
      : undefined;
  return answerAtOnce(x, exchange, request, same ?? session, changes);
}
