import * as client from 'openid-client';
import { type Answer, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import { type Item, kind } from '../_kit/store.ts';
import { seal, secret, unseal } from '../_oidc/secret.ts';
import { cookieHeader } from '../_oidc/session.ts';
import { type Level, reaches, SCOPE } from './domain.ts';
import { discover } from './provider.ts';
import { fetchAll } from './received.ts';
import { openSession } from './session.ts';
import { type Trouble, troubled, troubleOf } from './trouble.ts';

/** What must come back from VNeID, kept until then. */
interface Expected {
  nonce: string;
  verifier: string;
  /** The level without which the sign-in is of no use. */
  acr?: Level;
}

const signIns = kind<{ sealed: string }>(
  'portal',
  'sign-in',
  'id: SHA-256 of the `state`. A sign-in that the reference portal began: nonce and PKCE verifier, sealed under the cookie of the browser. 10 minutes.',
);

const SIGN_IN_SECONDS = 600;
/** Ties the answer to the browser that asked. One for all of its tabs. */
const COOKIE = 'hopcat_portal_sign_in';

const STATE_MISMATCH: Trouble = { error: 'state_mismatch' };

type Wishes = Exchange<{ acr?: Level | undefined; prompt?: string | undefined }>;

export async function signIn(x: Wishes): Promise<Answer> {
  const { acr, prompt } = x.input;
  const cookie = x.cookie(COOKIE) ?? secret(x.deps.random);
  const [state, nonce, verifier] = [
    client.randomState(),
    client.randomNonce(),
    client.randomPKCECodeVerifier(),
  ];
  const expected: Expected = { nonce, verifier, ...(acr && { acr }) };
  try {
    const url = client.buildAuthorizationUrl(await discover(x), {
      redirect_uri: `${x.base}/callback`,
      scope: SCOPE,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(acr && { acr_values: acr }),
      ...(prompt && { prompt }),
    });
    return redirect(url.href, {
      status: x.request.method === 'POST' ? 303 : 302,
      headers: { 'set-cookie': cookieHeader(x, COOKIE, cookie, SIGN_IN_SECONDS) },
      changes: [
        x.put(
          signIns,
          digest(state),
          { sealed: seal(cookie, expected, x.deps.random) },
          { lifetime: SIGN_IN_SECONDS },
        ),
      ],
    });
  } catch (error) {
    return troubled(x, troubleOf(error));
  }
}

function unsealed(cookie: string | undefined, { value }: Item<{ sealed: string }>): Expected | undefined {
  try {
    return cookie === undefined ? undefined : unseal<Expected>(cookie, value.sealed);
  } catch {
    return undefined;
  }
}

/** What this browser waits for under this state. Spent at once: of two callbacks with one code only one goes on. */
async function spend(x: Exchange, state: string): Promise<Expected | undefined> {
  const item = await x.read(signIns, digest(state));
  const expected = item && unsealed(x.cookie(COOKIE), item);
  if (!expected) return undefined;
  const { ok } = await x.deps.store.commit([x.remove(item)], x.clock.now);
  return ok ? expected : undefined;
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

export async function callback(x: Exchange<Record<string, string | string[]>>): Promise<Answer> {
  const state = [x.input.state].flat()[0] ?? '';
  const expected = await spend(x, state);
  if (!expected) return troubled(x, STATE_MISMATCH);
  const { nonce, verifier, acr } = expected;
  const answered = new URL(`${x.base}/callback?${x.url.split('?')[1] ?? ''}`);
  try {
    const { received, claims } = await fetchAll(x, (config) =>
      client.authorizationCodeGrant(config, answered, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      }),
    );
    if (acr && !reaches(textOf(claims.acr), acr)) {
      const description = `asked for ${acr}, and the ID token says ${textOf(claims.acr)}`;
      return troubled(x, { error: 'unmet_authentication_requirements', description });
    }
    const who = { sub: claims.sub, sid: textOf(claims.sid) };
    return redirect(`${x.base}/`, openSession(x, who, received));
  } catch (error) {
    return troubled(x, troubleOf(error));
  }
}
