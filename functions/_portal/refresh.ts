import * as client from 'openid-client';
import { type Answer, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import type { Portal } from './portal.ts';
import { fetchAll } from './received.ts';
import { readSession, renewSession } from './session.ts';
import { troubled, troubleOf } from './trouble.ts';

const REFRESH_SECONDS = 60;

/** A refresh token works once, and VNeID ends everything when it sees one twice: a double click must not send it. */
async function claim(x: Exchange, { kinds }: Portal, refreshToken: string): Promise<boolean> {
  const mine = { lifetime: REFRESH_SECONDS, if: 'absent' } as const;
  const change = x.put(kinds.refresh, digest(refreshToken), { at: x.clock.now }, mine);
  return (await x.deps.store.commit([change], x.clock.now)).ok;
}

export async function refresh(x: Exchange, portal: Portal): Promise<Answer> {
  const session = await readSession(x, portal);
  const refreshToken = session?.received.refreshToken;
  if (!session || !refreshToken || !(await claim(x, portal, refreshToken))) {
    return redirect(`${x.base}/`, { status: 303 });
  }
  try {
    const { received, claims } = await fetchAll(x, portal, session.provider, (config) =>
      client.refreshTokenGrant(config, refreshToken),
    );
    // OpenID Connect Core, 12.2
    if (claims.sub !== session.item.value.sub) {
      return troubled(x, portal, session.provider, {
        error: 'subject_mismatch',
        description: 'the refresh brought somebody else',
      });
    }
    const kept = { ...received, refreshToken: received.refreshToken ?? refreshToken };
    return redirect(`${x.base}/?notice=refreshed`, {
      status: 303,
      changes: [renewSession(x, portal, session, kept)],
    });
  } catch (error) {
    return troubled(x, portal, session.provider, troubleOf(error));
  }
}
