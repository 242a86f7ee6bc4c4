import * as client from 'openid-client';
import { type Answer, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import type { Item } from '../_kit/store.ts';
import { seal, secret, unseal } from '../_oidc/secret.ts';
import { cookieHeader } from '../_oidc/session.ts';
import { discover } from './discover.ts';
import type { Level } from './domain.ts';
import type { Portal, Provider } from './portal.ts';
import { providers } from './provider.ts';
import { troubled, troubleOf } from './trouble.ts';

/** How a sign-in is wished for. */
export interface Wishes {
  provider: Provider;
  acr?: Level | undefined;
  prompt?: string | undefined;
  /** Below the portal's base, where the person is going. */
  to?: string | undefined;
  /** Only a first try without a page: when it fails, pages follow. */
  silent?: true;
}

/** What must come back from the provider, kept until then. */
export interface Expected extends Wishes {
  nonce: string;
  verifier: string;
}

const SIGN_IN_SECONDS = 600;
/** Ties the answer to the browser that asked. One for all of its tabs. */
const COOKIE = 'hopcat_portal_sign_in';

const parametersOf = ({ provider, acr, prompt, silent }: Wishes) => {
  const level = acr ?? (provider === 'exchange' ? 'LoA1' : undefined);
  const asked = silent ? 'none' : prompt;
  return { ...(level && { acr_values: level }), ...(asked && { prompt: asked }) };
};

/** Sends the browser to a provider. Rule `state-bound`: the state is random, and good in this browser only. */
export async function beginSignIn(x: Exchange, portal: Portal, wishes: Wishes): Promise<Answer> {
  const { provider } = wishes;
  const cookie = x.cookie(COOKIE) ?? secret(x.deps.random);
  const [state, nonce, verifier] = [
    client.randomState(),
    client.randomNonce(),
    client.randomPKCECodeVerifier(),
  ];
  const expected: Expected = { ...wishes, nonce, verifier };
  try {
    const url = client.buildAuthorizationUrl(await discover(x, portal, provider), {
      redirect_uri: `${x.base}/callback`,
      scope: providers[provider].scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...parametersOf(wishes),
    });
    const sealed = seal(cookie, expected, x.deps.random);
    return redirect(url.href, {
      status: x.request.method === 'POST' ? 303 : 302,
      headers: { 'set-cookie': cookieHeader(x, COOKIE, cookie, SIGN_IN_SECONDS) },
      changes: [x.put(portal.kinds.signIn, digest(state), { sealed }, { lifetime: SIGN_IN_SECONDS })],
    });
  } catch (error) {
    return troubled(x, portal, provider, troubleOf(error));
  }
}

type Asked = Exchange<Partial<Omit<Wishes, 'silent'>>>;

export const signIn = (x: Asked, portal: Portal): Promise<Answer> =>
  beginSignIn(x, portal, { ...x.input, provider: x.input.provider ?? portal.providers[0] });

function unsealed(cookie: string | undefined, { value }: Item<{ sealed: string }>): Expected | undefined {
  try {
    return cookie === undefined ? undefined : unseal<Expected>(cookie, value.sealed);
  } catch {
    return undefined;
  }
}

/** What this browser waits for under this state. Spent at once: of two callbacks with one code only one goes on. */
export async function spend(x: Exchange, portal: Portal, state: string): Promise<Expected | undefined> {
  const item = await x.read(portal.kinds.signIn, digest(state));
  const expected = item && unsealed(x.cookie(COOKIE), item);
  if (!expected) return undefined;
  const { ok } = await x.deps.store.commit([x.remove(item)], x.clock.now);
  return ok ? expected : undefined;
}
