import { json, refuse } from '../../_kit/answer.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import { type ActiveGrant, endOf, grantIdOf, judgeRefresh, narrow, personOf } from '../grant.ts';
import { single } from '../request.ts';
import type { GrantType } from '../token.ts';
import { issueTokens } from '../tokens.ts';

export const grantType = 'refresh_token';

/** RFC 6749, 6, with rotation: each refresh token works once, and reuse ends the grant (RFC 9700, 4.14.2). */
export const handler: GrantType['handler'] = async (x, profile, client, changes) => {
  const { kinds } = profile;
  const refresh = single(x.input, 'refresh_token');
  if (refresh === undefined) throw new Fault('invalid_request', 'refresh_token is missing');
  const grantId = grantIdOf(refresh);
  const item = grantId === undefined ? undefined : await x.read(kinds.grant, grantId);
  const use = judgeRefresh(item?.value, digest(refresh), x.clock.now);
  if (!item || use === 'unknown')
    throw new Fault('invalid_grant', 'the refresh token is unknown, expired or revoked');
  const grant = item.value as ActiveGrant;
  Object.assign(x.remarks, { signIn: grant.signIn, person: personOf(grant) });
  if (grant.client !== client.id)
    throw new Fault('invalid_grant', 'the refresh token belongs to another client');
  if (use === 'reused') {
    const reuse = new Fault(
      'invalid_grant',
      'this refresh token was used before; the whole grant is revoked',
    );
    return refuse(reuse, [...changes, x.remove(item)]);
  }
  const scopes = narrow(grant.scopes, single(x.input, 'scope'));
  const issued = await issueTokens(x, profile, { client, grantId: grantId!, grant, scopes });
  const kept = x.put(kinds.grant, grantId!, issued.grant, {
    expires: endOf(issued.grant),
    if: { version: item.version },
  });
  return json(issued.body, { changes: [...changes, kept] });
};
