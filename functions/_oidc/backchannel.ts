import { seconds } from '../_kit/clock.ts';
import { deliver } from '../_kit/deliver.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { type Client, subjectOf } from './client.ts';
import { signJwt } from './keys.ts';
import type { Profile } from './profile.ts';
import { secret } from './secret.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** OpenID Connect Back-Channel Logout 1.0, 2.4. */
async function logoutToken(x: Exchange, profile: Profile, client: Client, person: string, sid: string) {
  const now = seconds(x.clock.now);
  const payload = {
    iss: profile.issuer(x),
    sub: subjectOf(client, person, profile.system),
    aud: client.id,
    iat: now,
    exp: now + 120,
    jti: secret(x.deps.random, 16),
    events: { [EVENT]: {} },
    sid,
  };
  const alg = client.metadata.id_token_signed_response_alg;
  return signJwt(x.deps, x.workspace, alg, payload, 'logout+jwt');
}

async function tell(
  x: Exchange,
  profile: Profile,
  client: Client,
  person: string,
  sid: string,
): Promise<void> {
  const { jwt, payload } = await logoutToken(x, profile, client, person, sid);
  const about = {
    client: client.id,
    person,
    tokens: { logout_token: { header: { typ: 'logout+jwt' }, payload } },
  };
  const request = () =>
    new Request(client.metadata.backchannel_logout_uri!, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ logout_token: jwt }),
    });
  await deliver(x, 'backchannelLogout', request, about);
}

/** Sends a signed logout token to every client of a session that wants one. Never throws. */
export async function tellClients(
  x: Exchange,
  profile: Profile,
  clients: readonly Client[],
  person: string,
  sid: string,
): Promise<void> {
  const wanting = clients.filter(({ metadata }) => metadata.backchannel_logout_uri !== undefined);
  await Promise.all(wanting.map((client) => tell(x, profile, client, person, sid)));
}
