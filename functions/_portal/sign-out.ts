import * as client from 'openid-client';
import { type Answer, empty, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import { discover } from './discover.ts';
import { endedBy } from './domain.ts';
import { verifyLogoutToken } from './logout-token.ts';
import type { Portal } from './portal.ts';
import { issuerOf } from './provider.ts';
import { forgetCookie, noteLogout, readSession } from './session.ts';
import { troubled, troubleOf } from './trouble.ts';

/** Out of the portal, then out of the provider that signed the person in (OpenID Connect RP-Initiated Logout 1.0). */
export async function signOut(x: Exchange, portal: Portal): Promise<Answer> {
  const session = await readSession(x, portal);
  if (!session) return redirect(`${x.base}/`, { status: 303, headers: forgetCookie(x) });
  const over = { headers: forgetCookie(x), changes: [x.remove(session.item)] };
  try {
    const url = client.buildEndSessionUrl(await discover(x, portal, session.provider), {
      id_token_hint: session.received.idToken,
      post_logout_redirect_uri: `${x.base}/`,
      state: 'signed-out',
    });
    return redirect(url.href, { ...over, status: 303 });
  } catch (error) {
    return troubled(x, portal, session.provider, troubleOf(error), over);
  }
}

/** OpenID Connect Back-Channel Logout 1.0, 2.5. */
export async function backchannelLogout(
  x: Exchange<{ logout_token: string }>,
  portal: Portal,
): Promise<Answer> {
  const token = x.input.logout_token;
  x.remarks.jwts.logout_token = token;
  const { provider, payload } = await verifyLogoutToken(x, portal, token);
  const ended = endedBy(payload);
  const seen = digest(payload.jti);
  if (await x.read(portal.kinds.logoutToken, seen)) {
    throw new Fault('invalid_request', 'this logout token was sent before (same jti)');
  }
  const once = { expires: payload.exp * 1000, if: 'absent' } as const;
  return empty({
    status: 200,
    changes: [
      noteLogout(x, portal, provider, ended),
      x.put(portal.kinds.logoutToken, seen, { at: x.clock.now }, once),
    ],
  });
}

/**
 * OpenID Connect Front-Channel Logout 1.0, 3: in a frame of the provider's page. It works here because provider and portal
 * are one site; across sites a browser sends no Lax cookie into a frame, and only the back channel is left.
 */
export async function frontchannelLogout(
  x: Exchange<{ iss: string; sid: string }>,
  portal: Portal,
): Promise<Answer> {
  const session = await readSession(x, portal);
  const meant =
    session && x.input.iss === issuerOf(x, session.provider) && x.input.sid === session.item.value.sid;
  return {
    status: 200,
    type: 'text/plain; charset=utf-8',
    body: meant ? 'signed out' : 'nobody to sign out',
    ...(meant && { headers: forgetCookie(x), changes: [x.remove(session.item)] }),
  };
}
