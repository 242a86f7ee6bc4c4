import type { PopulationAccount } from '../../contracts/_population-settings.ts';
import type { LgspTokenRequest, LgspWrappedRequest } from '../../contracts/_population-wrappers.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { invalidInput } from '../_kit/issues.ts';
import { digest } from '../_kit/perform.ts';
import { kind } from '../_kit/store.ts';
import { xml } from '../_soap/envelope.ts';
import { answerTo } from './answer.ts';
import { accountCalled, same } from './authentication.ts';
import { isOperation, operations, type RegisterOperation } from './operations.ts';
import { requestIn, requestOf } from './read-request.ts';

const tokenKind = kind<{ username: string }>(
  'population',
  'lgsp-token',
  'id: SHA-256 of the token. A token of LGSP, and whose it is. An hour.',
  { hot: true },
);

const HOUR_SECONDS = 3600;

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString();

function account(x: Exchange, username: string, secretKey: string): PopulationAccount | undefined {
  const found = accountCalled(x, username);
  return found && same(secretKey, found.secretKey) ? found : undefined;
}

/** `key:pass`; the pass may hold colons. */
const pairIn = (base64: string): [key: string, pass: string] => {
  const pair = decoded(base64);
  const at = pair.indexOf(':');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
};

/** The key and secret of a token request: by Basic, or in the form. */
function clientOf({ request, input }: Exchange<LgspTokenRequest>): [key: string, secret: string] {
  const [, basic] = /^Basic +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  return basic === undefined ? [input.client_id ?? '', input.client_secret ?? ''] : pairIn(basic);
}

export function token(x: Exchange<LgspTokenRequest>): Answer {
  if (x.input.grant_type !== 'client_credentials') {
    throw new Fault('unsupported_grant_type', 'grant_type must be client_credentials');
  }
  const [key, secret] = clientOf(x);
  const owner = account(x, key, secret);
  if (!owner) {
    const headers = { 'www-authenticate': 'Basic realm="lgsp"' };
    throw new Fault('invalid_client', 'no account has this key and secret', { headers });
  }
  x.remarks.client = owner.username;
  const access_token = Buffer.from(x.deps.random(32)).toString('base64url');
  const kept = x.put(
    tokenKind,
    digest(access_token),
    { username: owner.username },
    { lifetime: HOUR_SECONDS },
  );
  return json({ access_token, token_type: 'Bearer', expires_in: HOUR_SECONDS }, { changes: [kept] });
}

/** Whose token it is. @throws Fault lgsp_token_invalid */
async function tokenOwner(x: Exchange, authorization: string): Promise<string> {
  const [, sent = ''] = /^Bearer +(\S{1,500})$/i.exec(authorization) ?? [];
  const held = sent === '' ? undefined : await x.read(tokenKind, digest(sent));
  if (!held) throw new Fault('lgsp_token_invalid', 'no living token of LGSP came as Bearer');
  return held.value.username;
}

const keyNames = ['AccessKey', 'SecretKey', 'AppName', 'PartnerCode', 'PartnerCodeCus'] as const;

type Keys = Record<(typeof keyNames)[number], string>;

function parsedKeys(base64: string): Partial<Record<string, unknown>> {
  try {
    return Object(JSON.parse(decoded(base64))) as Record<string, unknown>;
  } catch {
    throw new Fault('lgsp_access_token_invalid', 'it is not the base64 of a JSON text');
  }
}

/** @throws Fault lgsp_access_token_invalid, naming what lacks */
function keysIn(base64: string): Keys {
  const keys = parsedKeys(base64);
  const missing = keyNames.filter((name) => typeof keys[name] !== 'string' || keys[name] === '');
  if (missing.length === 0) return keys as Keys;
  const message = 'Thiếu trường này / This field is missing';
  throw invalidInput(
    missing.map((name) => ({ path: `lgspaccesstoken.${name}`, message })),
    'lgsp_access_token_invalid',
  );
}

/** The caller by LGSP's own means. @throws Fault lgsp_token_invalid, lgsp_access_token_invalid */
async function admitted(x: Exchange, authorization: string, accessToken: string): Promise<string> {
  if (x.workspace.settings.population.authentication === 'off') return '';
  const holder = await tokenOwner(x, authorization);
  const { AccessKey, SecretKey } = keysIn(accessToken);
  const owner = account(x, AccessKey, SecretKey);
  if (!owner) throw new Fault('lgsp_access_token_invalid', 'no account has this AccessKey and SecretKey');
  x.remarks.client = owner.username;
  if (owner.username !== holder) {
    throw new Fault('lgsp_token_invalid', 'the token is not of the account whose keys came with it');
  }
  return owner.username;
}

/** @throws Fault unknown_service */
function serviceOf({ params: { service = '' } }: Exchange): RegisterOperation {
  if (!isOperation(service)) throw new Fault('unknown_service', 'the last part of the path names no service');
  return operations[service];
}

export async function lgspSoap(x: Exchange): Promise<Answer> {
  const operation = serviceOf(x);
  const { headers } = x.request;
  const caller = await admitted(x, headers.get('authorization') ?? '', headers.get('lgspaccesstoken') ?? '');
  const { soap, changes } = await answerTo(x, operation, await requestOf(x, operation), caller);
  return xml(soap, { changes });
}

export async function lgspWrapped(x: Exchange<LgspWrappedRequest>): Promise<Answer> {
  const operation = serviceOf(x);
  const { accessToken, lgspAccessToken, AuthHash, data } = x.input;
  const caller = await admitted(x, accessToken, lgspAccessToken);
  if (caller !== '' && !account(x, ...pairIn(AuthHash))) {
    throw new Fault('lgsp_auth_hash_invalid', 'it is not the base64 of key:pass of an account');
  }
  const { soap, changes } = await answerTo(x, operation, await requestIn(data, operation), caller);
  return json({ error_code: '0', message: soap }, { changes });
}
