import { type Answer, redirect } from '../_kit/answer.ts';
import { seconds } from '../_kit/clock.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { parameters } from '../_kit/input.ts';
import type { Change } from '../_kit/store.ts';
import { readCarried } from '../_oidc/open-request.ts';
import type { AuthorizationRequest } from '../_oidc/request.ts';
import { cookieHeader, openSession, readSession, updateSession } from '../_oidc/session.ts';
import { SIGN_IN_COOKIE } from './cookies.ts';
import { vneid } from './profile.ts';

/** The authorization request that a page carried along, checked again as at the first time. @throws Fault */
export const readForm = (x: Exchange, request: string): Promise<AuthorizationRequest> =>
  readCarried(x, vneid, parameters(new URLSearchParams(request)));

/** Opens (or renews) the browser's session and goes back to the authorization endpoint. */
export async function signedIn(
  x: Exchange,
  request: AuthorizationRequest,
  who: { person: string; acr: string; amr: string[] },
  changes: readonly Change[] = [],
): Promise<Answer> {
  x.remarks.person = who.person;
  const before = await readSession(x, vneid);
  const session = { ...who, authTime: seconds(x.clock.now), clients: [], freshFor: request.hash };
  const same = before?.value.person === who.person ? before : undefined;
  const opened = same
    ? {
        change: updateSession(x, vneid, same, { ...session, clients: same.value.clients }),
        cookie: undefined,
      }
    : openSession(x, vneid, session);
  const spent = cookieHeader(x, SIGN_IN_COOKIE, '', 0);
  return redirect(`${x.base}${vneid.paths.authorize}?${request.query}`, {
    status: 303,
    headers: { 'set-cookie': opened.cookie ? [opened.cookie, spent] : [spent] },
    changes: [...changes, opened.change],
  });
}
