import { type Answer, empty, json } from '../_kit/answer.ts';
import { seconds } from '../_kit/clock.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import type { Item } from '../_kit/store.ts';
import { type Client, subjectOf } from './client.ts';
import { authenticated } from './client-auth.ts';
import {
  type ActiveGrant,
  findAccess,
  type Grant,
  grantIdOf,
  judgeRefresh,
  personOf,
  same,
} from './grant.ts';
import { invalidClient } from './invalid-client.ts';
import type { Profile } from './profile.ts';
import { type RawParameters, single } from './request.ts';
import { inGoodStanding } from './standing.ts';

interface Found {
  item: Item<Grant>;
  grant: ActiveGrant;
  kind: 'Bearer' | 'refresh_token';
  live: { expires: number; issuedAt: number; scopes: readonly string[] };
}

/** The live token that a request is about, whoever's it is. */
async function find(x: Exchange<RawParameters>, { kinds }: Profile): Promise<Found | undefined> {
  const token = single(x.input, 'token');
  if (token === undefined) throw new Fault('invalid_request', 'token is missing');
  const grantId = grantIdOf(token);
  const item = grantId === undefined ? undefined : await x.read(kinds.grant, grantId);
  if (item?.value.state !== 'active') return undefined;
  const grant = item.value;
  const access = findAccess(grant, digest(token), x.clock.now);
  if (access) return { item, grant, kind: 'Bearer', live: access };
  if (judgeRefresh(grant, digest(token), x.clock.now) !== 'current') return undefined;
  return { item, grant, kind: 'refresh_token', live: { ...grant.refresh!, scopes: grant.scopes } };
}

const remark = (x: Exchange, grant: ActiveGrant) =>
  Object.assign(x.remarks, { signIn: grant.signIn, person: personOf(grant) });

/** RFC 7662: somebody else's token is as good as none. */
export const introspect = (x: Exchange<RawParameters>, profile: Profile): Promise<Answer> =>
  authenticated(x, profile, async (client, changes) => {
    if (client.authMethods.includes('none')) throw invalidClient('a public client may not introspect');
    return json(await introspected(x, profile, client), { changes });
  });

/** What a client may know of the token that its request is about. */
export async function introspected(x: Exchange<RawParameters>, profile: Profile, client: Client) {
  const found = await find(x, profile);
  if (found?.grant.client !== client.id) return { active: false };
  const { grant, kind, live } = found;
  remark(x, grant);
  if (!(await inGoodStanding(x, profile, grant))) return { active: false };
  return {
    active: true,
    scope: live.scopes.join(' '),
    client_id: client.id,
    sub: subjectOf(client, grant.person, profile.system),
    iss: profile.issuer(x),
    token_type: kind,
    exp: seconds(live.expires),
    iat: live.issuedAt,
  };
}

/**
 * RFC 7009: a refresh token takes the whole grant with it; what is unknown is revoked already; what was issued to
 * another client is refused (2.1).
 */
export const revoke = (x: Exchange<RawParameters>, profile: Profile): Promise<Answer> =>
  authenticated(x, profile, async (client, changes) => {
    const found = await find(x, profile);
    if (!found) return empty({ status: 200, changes });
    const { item, grant, kind } = found;
    if (grant.client !== client.id)
      throw new Fault('invalid_grant', 'the token was issued to another client');
    remark(x, grant);
    const hash = digest(single(x.input, 'token')!);
    const without: ActiveGrant = {
      ...grant,
      access: grant.access.filter((token) => !same(token.hash, hash)),
    };
    const change =
      kind === 'refresh_token'
        ? x.remove(item)
        : x.put(profile.kinds.grant, item.key[3], without, {
            expires: item.expires!,
            if: { version: item.version },
          });
    return empty({ status: 200, changes: [...changes, change] });
  });
