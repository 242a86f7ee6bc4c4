import { json, refuse } from '../../_kit/answer.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import { endOf, grantIdOf, type IssuedGrant, type KeptRequest, personOf, redeem, same } from '../grant.ts';
import { type RawParameters, single } from '../request.ts';
import { unseal } from '../secret.ts';
import type { GrantType } from '../token.ts';
import { issueTokens } from '../tokens.ts';

export const grantType = 'authorization_code';

const spoilt = (detail: string): Fault => new Fault('invalid_grant', detail);

/** RFC 6749, 4.1.3 and RFC 7636, 4.6. */
function judge(form: RawParameters, grant: IssuedGrant, client: string, asked: KeptRequest): void {
  if (grant.client !== client) throw spoilt('the code was issued to another client');
  const redirectUri = single(form, 'redirect_uri');
  if (redirectUri === undefined && asked.redirectUriGiven) throw spoilt('redirect_uri is missing');
  if (redirectUri !== undefined && redirectUri !== asked.redirectUri) {
    throw spoilt('redirect_uri is not the one of the authorization request');
  }
  const verifier = single(form, 'code_verifier');
  if (asked.codeChallenge === undefined) {
    if (verifier !== undefined)
      throw spoilt('code_verifier was sent, but the authorization request had no challenge');
    return;
  }
  if (verifier === undefined) throw spoilt('code_verifier is missing');
  if (!/^[\w.~-]{43,128}$/.test(verifier))
    throw spoilt('code_verifier must be 43 to 128 unreserved characters');
  const challenge = digest(verifier);
  if (!same(challenge, asked.codeChallenge)) throw spoilt('code_verifier does not match the code_challenge');
}

export const handler: GrantType['handler'] = async (x, profile, client, changes) => {
  const { kinds, envelope } = profile;
  if (single(x.input, 'code') === undefined) throw new Fault('invalid_request', 'code is missing');
  const { code, echo } = envelope?.applies(client)
    ? await envelope.code(x, client)
    : { code: single(x.input, 'code')!, echo: undefined };
  const grantId = grantIdOf(code);
  const item = grantId === undefined ? undefined : await x.read(kinds.grant, grantId);
  if (!item || !same(item.value.codeHash, digest(code)))
    throw spoilt('the code is unknown, or older than 60 seconds');
  const grant = item.value;
  Object.assign(x.remarks, { signIn: grant.signIn, person: personOf(grant) });
  if (grant.state !== 'issued') {
    const replay = spoilt('the code was used before; everything that its first use gave is revoked');
    return refuse(replay, [...changes, x.remove(item)]);
  }
  const { request } = grant;
  const asked = 'sealed' in request ? unseal<KeptRequest>(code, request.sealed) : request;
  judge(x.input, grant, client.id, asked);
  if (echo !== asked.echo) throw spoilt('encrypt_key is not the one that came with the code');
  const issued = await issueTokens(x, profile, {
    client,
    grantId: grantId!,
    grant: redeem(grant, asked),
    scopes: grant.scopes,
    ...(asked.nonce !== undefined && { nonce: asked.nonce }),
  });
  const kept = x.put(kinds.grant, grantId!, issued.grant, {
    expires: endOf(issued.grant),
    if: { version: item.version },
  });
  return json(issued.body, { changes: [...changes, kept] });
};
