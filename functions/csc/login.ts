import { empty, json, refuse } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import type { Change } from '../_kit/store.ts';
import { grants, tokens } from './kinds.ts';
import { callerOf, heldToken, issueAgain, issueTokens, noted } from './token.ts';
import { signIn } from './user.ts';

interface Login {
  refresh_token?: string | undefined;
  rememberMe?: boolean | undefined;
}

/** @throws Fault invalid_request */
function fromBasic(header: string | null): { user: string; password: string } {
  const [, encoded] = /^basic +([\w+/-]+={0,2})$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) throw new Fault('invalid_request', 'Malformed authentication parameter');
  const [, user, password] = /^([^:]+):(.+)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  if (user === undefined || password === undefined)
    throw new Fault('invalid_request', 'Malformed username-password');
  return { user, password };
}

async function again(x: Exchange, refreshToken: string) {
  const held = await heldToken(x, refreshToken);
  if (held?.use !== 'refresh' || held.client !== null || held.until <= x.clock.now)
    throw new Fault('invalid_request', 'Invalid refresh_token');
  noted(x, held);
  const { body, changes } = issueAgain(x, held);
  return json(body, { changes });
}

/** A service token for user name and password, or for a refresh token. */
export async function login(x: Exchange<Login>) {
  const header = x.request.headers.get('authorization');
  const { refresh_token: refreshToken, rememberMe = false } = x.input;
  if (header === null && refreshToken !== undefined) return again(x, refreshToken);
  const { user, password } = fromBasic(header);
  const signed = await signIn(x, user, password);
  if ('fault' in signed) return refuse(signed.fault, signed.changes);
  const { body, changes } = issueTokens(x, { person: signed.person.slug, client: null }, rememberMe);
  return json(body, { changes: [...signed.changes, ...changes] });
}

/** What ends with a token: with a refresh token its grant, and so every access token of that. */
export async function ending(x: Exchange, token: string, client: string | null): Promise<Change[]> {
  const item = await x.read(tokens, digest(token));
  if (!item || item.value.client !== client) return [];
  const { use, grant } = item.value;
  const held = use === 'refresh' && grant !== null ? await x.read(grants, grant) : undefined;
  return [x.remove(item), ...(held ? [x.remove(held)] : [])];
}

export async function revoke(x: Exchange<{ token: string }>) {
  const caller = await callerOf(x);
  const held = await heldToken(x, x.input.token);
  if (!held || held.person !== caller.person || held.client !== caller.client)
    throw new Fault('invalid_request', 'Invalid string parameter token');
  return empty({ changes: await ending(x, x.input.token, caller.client) });
}
