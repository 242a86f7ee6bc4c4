import type { TokenForm } from '../../../contracts/_smartca/oauth-data.ts';
import { digest } from '../../_kit/admit.ts';
import { type Answer, json, type Refusal, refuse } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Change } from '../../_kit/store.ts';
import { guid } from '../../_oidc/secret.ts';
import { holderOfNumber } from '../../_sign/holder.ts';
import { applicationWith } from '../applications.ts';
import { jwt } from '../jwt.ts';
import { counted, isPassword } from '../password.ts';
import { accessTokens, codes, type Leave, refreshTokens } from './kinds.ts';
import { GRANTED, requireScope } from './scope.ts';

const REFRESH_SECONDS = 90 * 86_400;

/** New tokens for what a subscriber allowed. */
async function issued(x: Exchange, { client, person, kind }: Leave, changes: readonly Change[]) {
  const { tokenSeconds } = x.workspace.settings.smartca;
  const now = Math.floor(x.clock.now / 1000);
  const claims = { sub: person, client_id: client, scope: GRANTED, jti: guid(x.deps.random) };
  const access = await jwt(x, { iss: x.base, ...claims, iat: now, exp: now + tokenSeconds });
  const refresh = Buffer.from(x.deps.random(32)).toString('hex').toUpperCase();
  const leave = { client, person, kind };
  const body = {
    access_token: access,
    refresh_token: refresh,
    token_type: 'bearer',
    expires_in: tokenSeconds,
    scope: GRANTED,
  };
  return json(body, {
    changes: [
      ...changes,
      x.put(accessTokens, digest(access), leave, { lifetime: tokenSeconds }),
      x.put(refreshTokens, digest(refresh), leave, { lifetime: REFRESH_SECONDS }),
    ],
  });
}

type Grant = (x: Exchange<TokenForm>, client: string) => Promise<Answer | Refusal>;

const byCode: Grant = async (x, client) => {
  const { code = '', redirect_uri = '' } = x.input;
  const held = await x.read(codes, digest(code));
  if (held?.value.client !== client)
    throw new Fault('invalid_grant', 'the code is unknown, used, or older than 15 seconds');
  if (held.value.redirectHash !== digest(redirect_uri))
    throw new Fault('invalid_grant', 'the redirect_uri is not the one of the authorization request');
  x.remarks.person = held.value.person;
  return issued(x, held.value, [x.remove(held)]);
};

const byRefresh: Grant = async (x, client) => {
  const { refresh_token = '', scope } = x.input;
  if (scope !== undefined) requireScope(scope);
  const held = await x.read(refreshTokens, digest(refresh_token));
  if (held?.value.client !== client)
    throw new Fault('invalid_grant', 'the refresh token is unknown, used, or older than 90 days');
  x.remarks.person = held.value.person;
  return issued(x, held.value, [x.remove(held)]);
};

const byPassword: Grant = async (x, client) => {
  const { username = '', password = '', scope } = x.input;
  if (scope !== undefined) requireScope(scope);
  const holder = await holderOfNumber(x, username.trim());
  if (!holder) throw new Fault('invalid_grant', 'Nobody has this user name');
  const { person, kind } = holder;
  x.remarks.person = person.slug;
  const tried = await counted(x, person, () => isPassword(person, password));
  if (tried.right) return issued(x, { client, person: person.slug, kind }, tried.changes);
  const said = tried.locked
    ? 'The account is locked for 5 minutes after 5 wrong passwords'
    : `Wrong password, ${tried.left} attempts left; after 5 the account is locked for 5 minutes`;
  return refuse(new Fault('invalid_grant', said), tried.changes);
};

const grants: Readonly<Record<string, Grant>> = {
  authorization_code: byCode,
  refresh_token: byRefresh,
  password: byPassword,
};

/** @throws Fault invalid_client, invalid_grant, invalid_scope, unsupported_grant_type */
export async function token(x: Exchange<TokenForm>): Promise<Answer | Refusal> {
  const { client_id = '', client_secret = '', grant_type = '' } = x.input;
  const application = applicationWith(x, client_id, client_secret);
  if (!application) throw new Fault('invalid_client', 'no application with this client_id and client_secret');
  const grant = Object.hasOwn(grants, grant_type) ? grants[grant_type] : undefined;
  if (!grant)
    throw new Fault('unsupported_grant_type', 'authorization_code, refresh_token and password are granted');
  return grant(x, application.clientId);
}
