import * as client from 'openid-client';
import type { Text } from '../../contracts/_contract.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { discover } from './discover.ts';
import type { Step } from './pages/timing.ts';
import type { Portal, Provider } from './portal.ts';
import { providers } from './provider.ts';
import type { Received } from './session.ts';

type Tokens = Awaited<ReturnType<typeof client.refreshTokenGrant>>;

const discoveryAt = (name: string): Text => ({ vi: `Đọc cấu hình của ${name}`, en: 'Discovery' });
const TOKEN: Text = { vi: 'Lấy token và kiểm tra chữ ký', en: 'Tokens, and their signature' };
const USERINFO: Text = { vi: 'Đọc userinfo', en: 'Userinfo' };

/** Runs a step and writes down how long it took. */
async function timed<T>(timing: Step[], label: Text, step: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await step();
  timing.push({ label, milliseconds: performance.now() - startedAt });
  return result;
}

/**
 * Tokens by one grant, then what they open: the portal's server fetches it itself (rule `userinfo-fetched`).
 * Throws what openid-client throws.
 */
export async function fetchAll(
  x: Exchange,
  portal: Portal,
  provider: Provider,
  grant: (config: client.Configuration) => Promise<Tokens>,
) {
  const { name } = providers[provider];
  const timing: Step[] = [];
  const config = await timed(timing, discoveryAt(name), () => discover(x, portal, provider));
  const tokens = await timed(timing, TOKEN, () => grant(config));
  const claims = tokens.claims();
  if (!claims || !tokens.id_token) throw new client.ClientError('the token answer holds no ID token');
  const userinfo = await timed(timing, USERINFO, () =>
    client.fetchUserInfo(config, tokens.access_token, claims.sub),
  );
  const received: Received = {
    idToken: tokens.id_token,
    accessToken: tokens.access_token,
    ...(tokens.refresh_token && { refreshToken: tokens.refresh_token }),
    userinfo,
    timing,
  };
  return { received, claims };
}
