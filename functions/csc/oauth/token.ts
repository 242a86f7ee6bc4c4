import { createHash } from 'node:crypto';
import type { TokenForm } from '../../../contracts/_csc/oauth.ts';
import type { CscClient } from '../../../contracts/_csc/settings.ts';
import { json } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change } from '../../_kit/store.ts';
import { type Approved, codes } from '../kinds.ts';
import { issueSad } from '../sad.ts';
import { heldToken, type Issued, issueAgain, issueTokens } from '../token.ts';
import { applicationOf } from './client.ts';

const missing = (name: string): Fault => new Fault('invalid_request', `Missing parameter ${name}`);
const notGood = (detail: string): Fault => new Fault('invalid_grant', detail);

const noStore = { 'cache-control': 'no-store' };

const bearer = ({ body, changes }: Issued, more: readonly Change[] = []) =>
  json({ ...body, token_type: 'Bearer' }, { headers: noStore, changes: [...more, ...changes] });

/** RFC 7636, 4.6. @throws Fault invalid_grant */
function requireVerifier({ challenge }: Approved, verifier: string | undefined): void {
  if (challenge === null && verifier === undefined) return;
  const made = createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url');
  if (made !== challenge) throw notGood('code_verifier does not fit code_challenge');
}

/** The access token is itself the leave to sign. */
function leave(x: Exchange, wish: Approved, credential: string, spent: Change) {
  const { person, client, hashes, count, second } = wish;
  const { body, changes } = issueSad(x, { credential, person, client, hashes, left: count });
  const answer = {
    access_token: body.SAD,
    token_type: second ? 'Bearer' : 'SAD',
    expires_in: body.expiresIn,
    ...(second && { credentialID: credential }),
  };
  return json(answer, { headers: noStore, changes: [spent, ...changes] });
}

async function byCode(x: Exchange<TokenForm>, { clientId }: CscClient) {
  const { code, redirect_uri: redirectUri, code_verifier: verifier } = x.input;
  if (code === undefined) throw missing('code');
  const item = await x.read(codes, digest(code));
  if (item?.value.client !== clientId) throw notGood('Authorization code is invalid or expired');
  const wish = item.value;
  x.remarks.person = wish.person;
  if (redirectUri !== wish.redirectUri) throw notGood('redirect_uri parameter does not match');
  requireVerifier(wish, verifier);
  if (wish.credential !== null) return leave(x, wish, wish.credential, x.remove(item));
  return bearer(issueTokens(x, { person: wish.person, client: clientId }, true), [x.remove(item)]);
}

async function byRefreshToken(x: Exchange<TokenForm>, { clientId }: CscClient) {
  const { refresh_token: token } = x.input;
  if (token === undefined) throw missing('refresh_token');
  const held = await heldToken(x, token);
  if (held?.use !== 'refresh' || held.client !== clientId) throw notGood('Invalid parameter refresh_token');
  if (held.until <= x.clock.now) throw notGood('Refresh token expired');
  if (held.person !== null) x.remarks.person = held.person;
  return bearer(issueAgain(x, held));
}

export async function oauthToken(x: Exchange<TokenForm>) {
  const { grant_type: grant } = x.input;
  if (grant === undefined) throw missing('grant_type');
  const client = applicationOf(x, x.input);
  if (grant === 'authorization_code') return byCode(x, client);
  if (grant === 'refresh_token') return byRefreshToken(x, client);
  if (grant !== 'client_credentials') throw new Fault('invalid_request', 'Invalid parameter grant_type');
  if ((x.input.scope ?? 'service') !== 'service')
    throw new Fault('invalid_scope', 'an application alone has the scope service');
  return bearer(issueTokens(x, { person: null, client: client.clientId }, false));
}
