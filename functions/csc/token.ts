import type { CscClient } from '../../contracts/_csc/settings.ts';
import { portalAtCsc } from '../../contracts/_national-portal.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import type { Change } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';
import { grants, type Token, tokens } from './kinds.ts';

/** How much longer than it is good for something is known as what has expired. */
export const REMEMBERED_SECONDS = 3600;

export const settingsOf = (x: Exchange) => x.workspace.settings.csc;

export const clientOf = (x: Exchange, id: string): CscClient | undefined =>
  [portalAtCsc, ...settingsOf(x).clients].find(({ clientId }) => clientId === id);

/** Who calls, by the token. */
export interface Caller {
  person: string | null;
  client: string | null;
}

function newToken(x: Exchange, token: Omit<Token, 'until'>, seconds: number): [string, Change] {
  const bearer = secret(x.deps.random);
  const value: Token = { ...token, until: x.clock.now + seconds * 1000 };
  return [bearer, x.put(tokens, digest(bearer), value, { lifetime: seconds + REMEMBERED_SECONDS })];
}

export interface Issued {
  body: { access_token: string; refresh_token?: string; expires_in: number };
  changes: Change[];
}

/** An access token, and a refresh token where one is wanted. */
export function issueTokens(x: Exchange, { person, client }: Caller, remember: boolean): Issued {
  const { tokenSeconds, refreshSeconds } = settingsOf(x);
  const grant = remember ? secret(x.deps.random, 18) : null;
  const [access_token, put] = newToken(x, { use: 'access', person, client, grant }, tokenSeconds);
  const body = { access_token, expires_in: tokenSeconds };
  if (grant === null) return { body, changes: [put] };
  const [refresh_token, kept] = newToken(x, { use: 'refresh', person, client, grant }, refreshSeconds);
  const granted = x.put(grants, grant, { person }, { lifetime: refreshSeconds });
  return { body: { ...body, refresh_token }, changes: [put, kept, granted] };
}

/** Another access token of the same grant. */
export function issueAgain(x: Exchange, { person, client, grant }: Token): Issued {
  const { tokenSeconds } = settingsOf(x);
  const [access_token, put] = newToken(x, { use: 'access', person, client, grant }, tokenSeconds);
  return { body: { access_token, expires_in: tokenSeconds }, changes: [put] };
}

/** A token that was issued, as long as its grant and its application stand; it may have expired. */
export async function heldToken(x: Exchange, token: string): Promise<Token | undefined> {
  const held = (await x.read(tokens, digest(token)))?.value;
  if (!held) return undefined;
  if (held.client !== null && !clientOf(x, held.client)) return undefined;
  if (held.grant !== null && !(await x.read(grants, held.grant))) return undefined;
  return held;
}

const challenge = { headers: { 'www-authenticate': 'Bearer' } };

/** @throws Fault invalid_request */
export function bearerOf(x: Exchange): string {
  const [, token] = /^Bearer +(\S+)$/i.exec(x.request.headers.get('authorization') ?? '') ?? [];
  if (token === undefined) throw new Fault('invalid_request', 'Malformed authorization header');
  return token;
}

export const unknownToken = (): Fault =>
  new Fault('invalid_token', 'The token provided is not a valid OAuth access or refresh token', challenge);

export const expiredToken = (): Fault =>
  new Fault('expired_token', 'The access or refresh token is expired or has been revoked', challenge);

/** Notes in the journal who it was. */
export function noted<C extends Caller>(x: Exchange, caller: C): C {
  if (caller.person !== null) x.remarks.person = caller.person;
  if (caller.client !== null) x.remarks.client = caller.client;
  return caller;
}

/** Whoever holds the service token of the Authorization header. @throws Fault invalid_request, invalid_token, expired_token */
export async function callerOf(x: Exchange): Promise<Caller> {
  const held = await heldToken(x, bearerOf(x));
  if (held?.use !== 'access') throw unknownToken();
  if (held.until <= x.clock.now) throw expiredToken();
  return noted(x, { person: held.person, client: held.client });
}
