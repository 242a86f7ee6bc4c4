import type { RevokeForm } from '../../../contracts/_csc/oauth.ts';
import { empty } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import { sads } from '../kinds.ts';
import { ending } from '../login.ts';
import { applicationOf } from './client.ts';

/** RFC 7009: whatever is not, or no longer, a token of this application is fine. */
export async function oauthRevoke(x: Exchange<RevokeForm>) {
  const { clientId } = applicationOf(x, x.input);
  const { token } = x.input;
  if (token === undefined) throw new Fault('invalid_request', 'Missing parameter token');
  const sad = await x.read(sads, digest(token));
  const changes = sad?.value.client === clientId ? [x.remove(sad)] : await ending(x, token, clientId);
  return empty({ changes });
}
