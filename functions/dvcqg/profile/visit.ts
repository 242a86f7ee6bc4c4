import { nationalPortal } from '../../../contracts/_national-portal.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import { secret } from '../../_oidc/secret.ts';
import { callbackUrl, type Hop, vneidOf } from '../exchange/hop.ts';
import { vouched } from '../exchange/identity.ts';
import type { Identity } from '../linking.ts';

// What a person's browser does at VNeID, done by the portal: the sandbox's panel and the page of consent take no more.

const refused = (what: string, status: number): Fault =>
  new Fault('vneid_refused', `VNeID answered ${status} to ${what}`);

const formOf = (fields: Readonly<Record<string, string>>, cookie?: string): RequestInit => ({
  method: 'POST',
  redirect: 'manual',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    ...(cookie !== undefined && { cookie }),
  },
  body: new URLSearchParams(fields).toString(),
});

/** Sends somebody through the sign-in; gives what came back at the portal's callback. @throws Fault vneid_refused */
async function signIn(x: Exchange, person: string, request: string): Promise<URLSearchParams> {
  const vneid = vneidOf(x);
  const chosen = await x.deps.fetch(`${vneid}/sign-in/person`, formOf({ request, person }));
  if (chosen.status !== 303) throw refused('the choice of the person', chosen.status);
  const cookie = chosen.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const authorize = () =>
    x.deps.fetch(`${vneid}/auth?${request}`, { redirect: 'manual', headers: { cookie } });
  let answer = await authorize();
  if (answer.status === 200) {
    const agreed = await x.deps.fetch(`${vneid}/consent`, formOf({ request, decision: 'approve' }, cookie));
    if (agreed.status !== 303) throw refused('the consent', agreed.status);
    answer = await authorize();
  }
  const location = answer.headers.get('location');
  if (!location?.startsWith(callbackUrl(x))) throw refused('the authorization request', answer.status);
  return new URL(location).searchParams;
}

/** A person's identity, by a whole sign-in at VNeID. @throws Fault vneid_refused, vneid_failed */
export async function visitVneid(x: Exchange, person: string): Promise<Identity> {
  const state = secret(x.deps.random);
  const way: Hop = {
    target: { to: '/' },
    lang: 'vi',
    as: 'citizen',
    ...{ nonce: secret(x.deps.random), verifier: secret(x.deps.random) },
    signIn: digest(state).slice(0, 12),
  };
  const request = new URLSearchParams({
    response_type: 'code',
    client_id: nationalPortal.id,
    redirect_uri: callbackUrl(x),
    scope: 'openid profile phone email',
    ...{ state, nonce: way.nonce },
    code_challenge: digest(way.verifier),
    code_challenge_method: 'S256',
  });
  const back = await signIn(x, person, request.toString());
  const code = back.get('code');
  if (code === null || back.get('state') !== state)
    throw new Fault('vneid_refused', `VNeID sent back ${back.get('error') ?? 'no code'}`);
  return (await vouched(x, code, way)).identity;
}
