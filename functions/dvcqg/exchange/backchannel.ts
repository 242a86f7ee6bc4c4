import { type Answer, empty } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import type { Item } from '../../_kit/store.ts';
import { tellClients } from '../../_oidc/backchannel.ts';
import { findClient } from '../../_oidc/client.ts';
import { personOf } from '../../_oidc/grant.ts';
import type { Session } from '../../_oidc/session.ts';
import { verifiedJwt } from './identity.ts';
import { seenLogoutTokens } from './kinds.ts';
import { exchange } from './profile.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

const bad = (detail: string): Fault => new Fault('invalid_request', detail);

/** A logout token whose every check holds (OpenID Connect Back-Channel Logout 1.0, 2.6). @throws Fault invalid_request */
async function readToken(x: Exchange, token: string): Promise<{ sid: string; jti: string; exp: number }> {
  try {
    const needs = ['iat', 'exp', 'jti', 'sid'];
    const { events, nonce, sid, jti, exp } = await verifiedJwt(x, token, { typ: 'logout+jwt', needs });
    if (typeof events !== 'object' || events === null || !(EVENT in events))
      throw bad('events does not hold the back-channel logout event');
    if (nonce !== undefined) throw bad('a logout token has no nonce');
    return { sid: String(sid), jti: jti!, exp: exp! };
  } catch (error) {
    if (error instanceof Fault && error.code === 'vneid_failed') throw bad(error.detail);
    throw error;
  }
}

/** A session of the exchange is over: the portals that share it are told in their turn. */
async function tell(x: Exchange, { key, value }: Item<Session>): Promise<void> {
  const clients = await Promise.all(value.clients.map((id) => findClient(x, exchange, id)));
  const known = clients.filter((client) => client !== undefined);
  await tellClients(x, exchange, known, value.person, key[3]);
}

/** VNeID says that a session is over: so are those that stand on it. */
export async function backchannelLogout(x: Exchange<{ logout_token: string }>): Promise<Answer> {
  const token = x.input.logout_token;
  x.remarks.jwts.logout_token = token;
  const { sid, jti, exp } = await readToken(x, token);
  if (await x.read(seenLogoutTokens, digest(jti))) throw bad('this logout token was sent before (same jti)');
  const sessions = (await x.list(exchange.kinds.session)).filter(({ value }) => value.upstream === sid);
  const [first] = sessions;
  if (first) x.remarks.person = personOf(first.value);
  return empty({
    status: 200,
    changes: [
      ...sessions.map((session) => x.remove(session)),
      x.put(seenLogoutTokens, digest(jti), { at: x.clock.now }, { expires: exp * 1000, if: 'absent' }),
    ],
    after: async () => {
      await Promise.all(sessions.map((session) => tell(x, session)));
    },
  });
}
