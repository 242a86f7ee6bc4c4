import { type Answer, json } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { digest } from '../../_kit/perform.ts';
import { findClient } from '../../_oidc/client.ts';
import { findAccess, grantIdOf } from '../../_oidc/grant.ts';
import { introspect, introspected } from '../../_oidc/introspect.ts';
import { type RawParameters, single } from '../../_oidc/request.ts';
import { badToken, bearerOf } from '../../_oidc/userinfo.ts';
import { exchange } from './profile.ts';

/** The client to which a live access token was issued. */
async function clientOfBearer(x: Exchange, token: string) {
  const grantId = grantIdOf(token);
  const item = grantId === undefined ? undefined : await x.read(exchange.kinds.grant, grantId);
  const live = findAccess(item?.value, digest(token), x.clock.now);
  return item && live ? findClient(x, exchange, item.value.client) : undefined;
}

/**
 * Portals send no client authentication, but a bearer token: as a rule the very one that they ask about, of which they
 * may then learn that it is dead too.
 */
export async function introspectAsPortals(x: Exchange<RawParameters>): Promise<Answer> {
  const bearer = bearerOf(x.request);
  if (bearer === undefined) return introspect(x, exchange);
  const client = await clientOfBearer(x, bearer);
  if (client) {
    x.remarks.client = client.id;
    return json(await introspected(x, exchange, client));
  }
  if (single(x.input, 'token') === bearer) return json({ active: false });
  throw badToken('the bearer token is unknown, expired or revoked');
}
