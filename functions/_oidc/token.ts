import type { Answer, Refusal } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Before } from '../_kit/implement.ts';
import type { Change, Key } from '../_kit/store.ts';
import type { Client } from './client.ts';
import { authenticated, claimedClient } from './client-auth.ts';
import { grantIdOf } from './grant.ts';
import * as authorizationCode from './grants/authorization-code.ts';
import * as refreshToken from './grants/refresh-token.ts';
import type { Profile } from './profile.ts';
import { type RawParameters, single } from './request.ts';

/** One way to get tokens. */
export interface GrantType {
  grantType: string;
  handler(
    x: Exchange<RawParameters>,
    profile: Profile,
    client: Client,
    changes: readonly Change[],
  ): Promise<Answer | Refusal>;
}

const grants: readonly GrantType[] = [authorizationCode, refreshToken];

/** What a token names is read in the same round trip as the workspace. */
export function preloadToken({ kinds }: Profile, { workspace, request, input }: Before): Key[] {
  const client = claimedClient(request, input as RawParameters);
  const grant = grantIdOf(input.code) ?? grantIdOf(input.refresh_token) ?? grantIdOf(input.token);
  return [
    ...(client && client.length <= 200 ? [kinds.client.key(workspace, client)] : []),
    ...(grant ? [kinds.grant.key(workspace, grant)] : []),
  ];
}

/** RFC 6749, 5.1 asks for `Pragma` too. */
export const token = (x: Exchange<RawParameters>, profile: Profile): Promise<Answer> =>
  authenticated(x, profile, async (client, changes) => {
    const asked = single(x.input, 'grant_type');
    if (asked === undefined) throw new Fault('invalid_request', 'grant_type is missing');
    const grant = grants.find(({ grantType }) => grantType === asked);
    if (!grant) throw new Fault('unsupported_grant_type', `grant_type '${asked}' is not supported`);
    if (!client.metadata.grant_types.includes(grant.grantType)) {
      throw new Fault('unauthorized_client', `this client is not registered for ${grant.grantType}`);
    }
    const answer = await grant.handler(x, profile, client, changes);
    return 'refuse' in answer ? answer : { ...answer, headers: { ...answer.headers, pragma: 'no-cache' } };
  });
