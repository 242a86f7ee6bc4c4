import { nationalPortal } from '../../../contracts/_national-portal.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import { secret } from '../../_oidc/secret.ts';
import { callbackUrl, vneidOf } from '../exchange/hop.ts';
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

interface Claims {
  sub: string;
  citizenPid: string;
  fullName: string;
  birthdate: string;
  accountLevel: 1 | 2;
  phone_number?: string;
  email?: string;
}

/** Only the year is known of those whose month and day are 00. */
export const identityOf = (claims: Claims): Identity => ({
  sub: claims.sub,
  number: claims.citizenPid,
  name: claims.fullName,
  birth: claims.birthdate.replace(/-00-00$/, ''),
  level: claims.accountLevel,
  ...(claims.phone_number !== undefined && { phone: claims.phone_number.replace(/^\+84/, '0') }),
  ...(claims.email !== undefined && { email: claims.email }),
});

/** A person's identity, by a whole sign-in at VNeID. @throws Fault vneid_refused */
export async function visitVneid(x: Exchange, person: string): Promise<Identity> {
  const [state, nonce, verifier] = [secret(x.deps.random), secret(x.deps.random), secret(x.deps.random)];
  const request = new URLSearchParams({
    response_type: 'code',
    client_id: nationalPortal.id,
    redirect_uri: callbackUrl(x),
    scope: 'openid profile phone email',
    ...{ state, nonce, code_challenge: digest(verifier), code_challenge_method: 'S256' },
  });
  const back = await signIn(x, person, request.toString());
  const code = back.get('code');
  if (code === null || back.get('state') !== state)
    throw new Fault('vneid_refused', `VNeID sent back ${back.get('error') ?? 'no code'}`);
  const redeemed = await x.deps.fetch(
    `${vneidOf(x)}/token`,
    formOf({
      grant_type: 'authorization_code',
      ...{ code, redirect_uri: callbackUrl(x), code_verifier: verifier },
      client_id: nationalPortal.id,
      client_secret: nationalPortal.secret,
    }),
  );
  if (redeemed.status !== 200) throw refused('the code', redeemed.status);
  const { access_token } = (await redeemed.json()) as { access_token: string };
  const told = await x.deps.fetch(`${vneidOf(x)}/userinfo`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  if (told.status !== 200) throw refused('the token', told.status);
  return identityOf((await told.json()) as Claims);
}
