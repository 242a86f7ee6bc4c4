import * as client from 'openid-client';
import { type Answer, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { reaches } from './domain.ts';
import type { Portal } from './portal.ts';
import { fetchAll } from './received.ts';
import { openSession, readSession } from './session.ts';
import { beginSignIn, type Expected, spend } from './sign-in.ts';
import { type Trouble, troubled, troubleOf } from './trouble.ts';

const STATE_MISMATCH: Trouble = { error: 'state_mismatch' };

/** What a provider answers when it may show no page and would have to. */
const needsPage = new Set(['login_required', 'interaction_required', 'consent_required']);

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

/** Nobody is signed in there: whoever is signed in here goes on, everybody else gets the provider's pages. */
async function afterSilence(x: Exchange, portal: Portal, { provider, to }: Expected): Promise<Answer> {
  if (await readSession(x, portal)) return redirect(`${x.base}${to ?? '/'}`);
  return beginSignIn(x, portal, { provider, to });
}

export async function callback(
  x: Exchange<Record<string, string | string[]>>,
  portal: Portal,
): Promise<Answer> {
  const state = [x.input.state].flat()[0] ?? '';
  const expected = await spend(x, portal, state);
  if (!expected) return troubled(x, portal, portal.providers[0], STATE_MISMATCH);
  const { provider, acr, to, silent } = expected;
  try {
    const { received, claims } = await redeemed(x, portal, expected, state);
    if (acr && !reaches(textOf(claims.acr), acr)) {
      const description = `asked for ${acr}, and the ID token says ${textOf(claims.acr)}`;
      const trouble = { error: 'unmet_authentication_requirements', description };
      return troubled(x, portal, provider, trouble);
    }
    const who = { provider, sub: claims.sub, sid: textOf(claims.sid), ...(to !== undefined && { to }) };
    // The linking has a request of its own: it may run several times, and a code is good for once.
    return redirect(`${x.base}/enter`, openSession(x, portal, who, received));
  } catch (error) {
    const trouble = troubleOf(error);
    if (silent && needsPage.has(trouble.error)) return afterSilence(x, portal, expected);
    return troubled(x, portal, provider, trouble);
  }
}

/** Rule `code-verbatim`: the callback's query goes on as it came. */
function redeemed(x: Exchange, portal: Portal, { provider, nonce, verifier }: Expected, state: string) {
  const answered = new URL(`${x.base}/callback?${x.url.split('?')[1] ?? ''}`);
  return fetchAll(x, portal, provider, (config) =>
    client.authorizationCodeGrant(config, answered, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
    }),
  );
}
