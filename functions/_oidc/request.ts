import { nationalPortal } from '../../contracts/_national-portal.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import { type ClaimsRequest, readClaims, scopesFor } from './claims.ts';
import type { Client } from './client.ts';
import { noScope } from './no-scope.ts';

/** An authorization request that passed every check. */
export interface AuthorizationRequest {
  client: Client;
  redirectUri: string;
  redirectUriGiven: boolean;
  responseMode: 'query' | 'form_post';
  state?: string;
  /** What is asked for, the scopes behind single claims included. */
  scopes: string[];
  nonce?: string;
  prompts: ReadonlySet<string>;
  /** Seconds. */
  maxAge?: number;
  acr: { values: readonly string[]; essential: boolean };
  claims: ClaimsRequest;
  loginHint?: string;
  idTokenHint?: string;
  uiLocale: 'vi' | 'en';
  codeChallenge?: string;
  /** The sign-in elsewhere that this one is part of, when another system of the sandbox leads here. */
  partOf?: string;
  /** The client of another provider of the sandbox, for whose sake that provider leads here. */
  onBehalfOf?: string;
  /** As it stands in the query: pages carry it along. */
  query: string;
  /** SHA-256 of `query`. */
  hash: string;
  /** SHA-256 of the request URI when the request was pushed. */
  pushed?: string;
}

/** HopCat's own parameter: ties two sign-ins together in the journal. */
export const PART_OF = 'hopcat_sign_in';

/** HopCat's own parameter: whose sign-in the national portal hands on, so that the autopilot of that client counts. */
export const ON_BEHALF_OF = 'hopcat_client';

/** Parameters as they came, repeated ones as arrays. */
export type RawParameters = Readonly<Record<string, string | readonly string[]>>;

interface Draft {
  raw: RawParameters;
  client: Client;
  scopes: Readonly<Record<string, readonly string[]>>;
  pushed: string | undefined;
  value(name: string): string | undefined;
}

const bad = (detail: string): never => {
  throw new Fault('invalid_request', detail);
};

const words = (text: string | undefined): string[] => (text ?? '').split(' ').filter(Boolean);

function noRepeats({ raw }: Draft): void {
  const repeated = Object.keys(raw).find((name) => Array.isArray(raw[name]));
  if (repeated !== undefined) bad(`the parameter '${repeated}' was sent more than once`);
}

function noRequestObject({ value }: Draft): void {
  if (value('request') !== undefined)
    throw new Fault('request_not_supported', 'send the parameters plainly or by PAR');
  if (value('registration') !== undefined)
    throw new Fault('registration_not_supported', 'register the client first');
}

function noRequestUri({ value }: Draft): void {
  if (value('request_uri') !== undefined) bad('request_uri has no place in a pushed request');
}

/** One from /par has been replaced by what was pushed. */
function onlyPushedRequestUri({ value, pushed }: Draft): void {
  if (value('request_uri') !== undefined && pushed === undefined)
    throw new Fault('request_uri_not_supported', 'only request URIs from /par are taken');
}

function responseType({ value }: Draft): void {
  const type = value('response_type') ?? bad('response_type is missing');
  if (type !== 'code')
    throw new Fault('unsupported_response_type', `response_type '${type}' is not supported`);
}

function responseMode({ value }: Draft): void {
  const mode = value('response_mode');
  if (mode !== undefined && mode !== 'query' && mode !== 'form_post')
    bad(`response_mode '${mode}' is not supported`);
}

function scope({ value, client, scopes }: Draft): void {
  const asked = words(value('scope'));
  if (!asked.includes('openid')) throw new Fault('invalid_scope', "the scope must hold 'openid'");
  const unknown = asked.find((each) => !(each in scopes));
  if (unknown !== undefined) throw new Fault('invalid_scope', noScope(unknown, Object.keys(scopes)));
  const registered = words(client.metadata.scope);
  const beyond = asked.find((each) => !registered.includes(each));
  if (beyond !== undefined)
    throw new Fault('invalid_scope', `this client has not registered the scope '${beyond}'`);
}

function prompt({ value }: Draft): void {
  const known = ['none', 'login', 'consent', 'select_account'];
  const asked = words(value('prompt'));
  const unknown = asked.find((each) => !known.includes(each));
  if (unknown !== undefined) bad(`prompt '${unknown}' is not known`);
  if (asked.includes('none') && asked.length > 1) bad("prompt 'none' stands alone");
}

function maxAge({ value }: Draft): void {
  const age = value('max_age');
  if (age !== undefined && !/^\d{1,9}$/.test(age)) bad('max_age is a number of seconds');
}

function pkce({ value, client }: Draft): void {
  const challenge = value('code_challenge');
  const method = value('code_challenge_method');
  if (challenge === undefined) {
    if (method !== undefined) bad('code_challenge_method without code_challenge');
    if (client.authMethods.includes('none')) bad('a public client must send code_challenge (PKCE, S256)');
    return;
  }
  if (method !== 'S256') bad('code_challenge_method must be S256');
  if (!/^[\w-]{43}$/.test(challenge)) bad('code_challenge is not the base64url of a SHA-256');
}

function pushedWhenRequired({ client, pushed }: Draft): void {
  const required = client.metadata.require_pushed_authorization_requests;
  if (required && pushed === undefined) bad('this client must push its requests to /par');
}

function lengths({ value }: Draft): void {
  for (const name of ['state', 'nonce', 'login_hint']) {
    if ((value(name)?.length ?? 0) > 4096) bad(`${name} is longer than 4096 characters`);
  }
}

type Endpoint = 'authorize' | 'par';

/** Every check of an authorization request, in order, and the endpoints that make it. */
const checks: readonly [check: (draft: Draft) => void, ...endpoints: Endpoint[]][] = [
  [noRepeats, /*         */ 'authorize', 'par'],
  [noRequestObject, /*   */ 'authorize', 'par'],
  [noRequestUri, /*                   */ 'par'],
  [onlyPushedRequestUri, /**/ 'authorize'],
  [pushedWhenRequired, /**/ 'authorize'],
  [responseType, /*      */ 'authorize', 'par'],
  [responseMode, /*      */ 'authorize', 'par'],
  [scope, /*             */ 'authorize', 'par'],
  [prompt, /*            */ 'authorize', 'par'],
  [maxAge, /*            */ 'authorize', 'par'],
  [pkce, /*              */ 'authorize', 'par'],
  [lengths, /*           */ 'authorize', 'par'],
];

/**
 * A single value, or the first of a repeated one: for what is needed before repeats can be refused. A parameter
 * without a value counts as left out (RFC 6749, 3.1).
 */
export function single(raw: RawParameters, name: string): string | undefined {
  const value = raw[name];
  return (typeof value === 'string' ? value : value?.[0]) || undefined;
}

/** The query of a request, in the order in which the parameters came. */
export const queryOf = (raw: RawParameters): string =>
  new URLSearchParams(
    Object.entries(raw).flatMap(([name, value]) => [value].flat().map((each) => [name, each!])),
  ).toString();

/** The first wish that can be met: BCP 47 tags, in any case, with or without a region. */
function localeOf(wishes: readonly string[]): 'vi' | 'en' {
  const languages = wishes.map((tag) => tag.toLowerCase().split('-')[0]);
  return languages.find((language) => language === 'vi' || language === 'en') ?? 'vi';
}

function acrOf({ value, client }: Draft, claims: ClaimsRequest): AuthorizationRequest['acr'] {
  if (claims.acr && claims.acr.values.length > 0) return claims.acr;
  const values = words(value('acr_values'));
  return {
    values: values.length > 0 ? values : (client.metadata.default_acr_values ?? []),
    essential: false,
  };
}

/** Checks a request of a client whose redirect URI is known to be right. @throws Fault */
export function readRequest(
  raw: RawParameters,
  about: Pick<AuthorizationRequest, 'client' | 'redirectUri' | 'redirectUriGiven'> & {
    query: string;
    pushed?: string;
  },
  scopes: Draft['scopes'],
  endpoint: Endpoint,
): AuthorizationRequest {
  const draft: Draft = {
    raw,
    client: about.client,
    scopes,
    pushed: about.pushed,
    value: (name) => single(raw, name),
  };
  for (const [check, ...endpoints] of checks) if (endpoints.includes(endpoint)) check(draft);
  const { value } = draft;
  const claims = readClaims(value('claims'));
  const asked = words(value('scope'));
  const registered = words(about.client.metadata.scope);
  const behindClaims = scopesFor(scopes, [...claims.userinfo, ...claims.idToken]);
  const age = value('max_age') ?? about.client.metadata.default_max_age?.toString();
  return {
    ...about,
    responseMode: value('response_mode') === 'form_post' ? 'form_post' : 'query',
    ...optional('state', value('state')),
    scopes: [...new Set([...asked, ...behindClaims.filter((each) => registered.includes(each))])],
    ...optional('nonce', value('nonce')),
    prompts: new Set(words(value('prompt'))),
    ...(age !== undefined && { maxAge: Number(age) }),
    acr: acrOf(draft, claims),
    claims,
    ...optional('loginHint', value('login_hint')),
    ...optional('idTokenHint', value('id_token_hint')),
    uiLocale: localeOf(words(value('ui_locales'))),
    ...optional('codeChallenge', value('code_challenge')),
    ...optional('onBehalfOf', about.client.id === nationalPortal.id ? value(ON_BEHALF_OF) : undefined),
    ...optional('partOf', /^[\w-]{12}$/.exec(value(PART_OF) ?? '')?.[0]),
    hash: digest(about.query),
  };
}

const optional = <Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [K in Name]?: string };
