import { type Answer, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { type Client, findClient, mayRedirect, mayReturnAfterLogout } from '../../_oidc/client.ts';
import { findAccess, type Grant, grantIdOf } from '../../_oidc/grant.ts';
import { end, endSession as endByRequest } from '../../_oidc/logout.ts';
import { type RawParameters, single } from '../../_oidc/request.ts';
import { readSession } from '../../_oidc/session.ts';
import { pages } from './pages.ts';
import { exchange } from './profile.ts';

/** The grant and client of the access token that a portal signs out with. @throws Fault invalid_request */
async function owned(x: Exchange, token: string): Promise<{ grant: Grant; client: Client }> {
  const grantId = grantIdOf(token);
  const item = grantId === undefined ? undefined : await x.read(exchange.kinds.grant, grantId);
  const live = findAccess(item?.value, digest(token), x.clock.now);
  const client = item && live && (await findClient(x, exchange, item.value.client));
  if (!item || !client) throw new Fault('invalid_request', 'the access token is unknown, expired or revoked');
  x.remarks.client = client.id;
  x.remarks.signIn = item.value.signIn;
  return { grant: item.value, client };
}

/** @throws Fault invalid_redirect */
function nextOf(client: Client, callback: string | undefined): { next?: string } {
  if (callback === undefined) return {};
  if (mayReturnAfterLogout(client, callback) || mayRedirect(client, callback)) return { next: callback };
  throw new Fault('invalid_redirect', `callback '${callback}' is not registered for '${client.id}'`);
}

/** The other shape: an access token, and where to go back. It proves that the portal knows the session. */
async function logoutByToken(x: Exchange<RawParameters>, token: string): Promise<Answer> {
  const { grant, client } = await owned(x, token);
  const next = nextOf(client, single(x.input, 'callback'));
  const here = await readSession(x, exchange);
  const session = await x.read(exchange.kinds.session, grant.sid);
  if (here && here.key[3] !== grant.sid)
    throw new Fault('invalid_request', 'somebody else is signed in in this browser');
  return end(x, exchange, { client, trusted: true, ...next, ...(session && { session }) });
}

export async function endSession(x: Exchange<RawParameters>): Promise<Answer> {
  const token = single(x.input, 'access_token');
  return token === undefined ? endByRequest(x, exchange) : logoutByToken(x, token);
}

export const logoutPage = async (): Promise<Answer> =>
  page((await pages()).signedOutPage({ lang: 'vi', assets: ASSETS, frames: [] }));
