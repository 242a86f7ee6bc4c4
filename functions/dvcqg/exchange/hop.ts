import { nationalPortal } from '../../../contracts/_national-portal.ts';
import { type Answer, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Lang } from '../../_kit/page/html.ts';
import { digest } from '../../_kit/perform.ts';
import { kind } from '../../_kit/store.ts';
import { signInOf } from '../../_oidc/open-request.ts';
import { type AuthorizationRequest, ON_BEHALF_OF, PART_OF } from '../../_oidc/request.ts';
import { seal, secret, unseal } from '../../_oidc/secret.ts';
import { type Kept, keepForBrowser, keptForBrowser, SIGN_IN_SECONDS, type Target } from './waiting.ts';

/** As whom somebody goes to VNeID. */
export type As = 'citizen' | 'organisation';

/** What one way to VNeID and back is for. */
export interface Way {
  target: Target;
  lang: Lang;
  as: As;
  /** An autopilot answers: nothing is bound to a browser, as a test that follows redirects keeps no cookie. */
  flies?: true;
  /** The account that is signed in is to be linked. */
  links?: true;
  /** The sign-in page to which a refusal leads back. */
  key?: string;
}

/** What must come back, kept until then. */
export interface Hop extends Way {
  nonce: string;
  verifier: string;
  signIn: string;
}

/** Without a browser where an autopilot flies. */
type Stored = Kept | Pick<Kept, 'sealed'>;

export const hops = kind<Stored>(
  'dvcqg',
  'hop',
  'id: SHA-256 of the `state`. Somebody went on to VNeID: where that leads, nonce and PKCE verifier, sealed under the state and the cookie. 10 minutes.',
  { hot: true },
);

const scopes: Readonly<Record<As, string>> = {
  citizen: 'openid profile phone email',
  organisation: 'openid profile phone email organisation',
};

/** VNeID as a browser and the portal reach it. */
export const vneidOf = (x: Exchange): string => `${x.deps.origin}/${x.workspace.id}/vneid`;

export const callbackUrl = (x: Exchange): string => `${x.base}/commonauth`;

/** What the portal wants of the sign-in, handed on: whoever must sign in anew does so at VNeID too. */
function wishesOf({ prompts, maxAge, loginHint }: AuthorizationRequest): Record<string, string> {
  const anew = prompts.has('login') || prompts.has('select_account');
  return {
    ...(anew && { prompt: 'login' }),
    ...(maxAge !== undefined && { max_age: String(maxAge) }),
    ...(loginHint !== undefined && { login_hint: loginHint }),
  };
}

/** The way to VNeID: a sign-in of its own, of which the journal tells under the portal's. */
export function toVneid(x: Exchange, way: Way, request: AuthorizationRequest | undefined): Answer {
  const state = secret(x.deps.random);
  const signIn = request ? signInOf(request) : digest(state).slice(0, 12);
  x.remarks.signIn = signIn;
  const hop: Hop = { ...way, signIn, nonce: secret(x.deps.random), verifier: secret(x.deps.random) };
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: nationalPortal.id,
    redirect_uri: callbackUrl(x),
    scope: scopes[way.as],
    state,
    nonce: hop.nonce,
    code_challenge: digest(hop.verifier),
    code_challenge_method: 'S256',
    acr_values: 'LoA2',
    ui_locales: way.lang,
    ...(request && wishesOf(request)),
    [PART_OF]: signIn,
    ...(request && { [ON_BEHALF_OF]: request.client.id }),
  });
  const url = `${vneidOf(x)}/auth?${query}`;
  const keep = (stored: Stored) => x.put(hops, digest(state), stored, { lifetime: SIGN_IN_SECONDS });
  if (way.flies) return redirect(url, { changes: [keep({ sealed: seal(state, hop, x.deps.random) })] });
  const { kept, cookie } = keepForBrowser(x, state, hop);
  return redirect(url, { headers: { 'set-cookie': cookie }, changes: [keep(kept)] });
}

const openedHop = (x: Exchange, state: string, stored: Stored): Hop | undefined =>
  'browser' in stored ? keptForBrowser<Hop>(x, state, stored) : unseal<Hop>(state, stored.sealed);

/**
 * What this browser waits for under this state. Spent at once: of two callbacks with one code only one goes on.
 * @throws Fault sign_in_expired
 */
export async function spend(x: Exchange, state: string): Promise<Hop> {
  const item = await x.read(hops, digest(state));
  const hop = item && openedHop(x, state, item.value);
  const spent = hop && (await x.deps.store.commit([x.remove(item)], x.clock.now)).ok;
  if (!spent) throw new Fault('sign_in_expired', 'this browser did not go to VNeID with this state');
  return hop;
}
