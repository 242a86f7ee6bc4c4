import { type Answer, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { parameters } from '../../_kit/input.ts';
import type { Lang } from '../../_kit/page/html.ts';
import { digest } from '../../_kit/perform.ts';
import { type Change, type Item, kind } from '../../_kit/store.ts';
import { readCarried } from '../../_oidc/open-request.ts';
import type { AuthorizationRequest } from '../../_oidc/request.ts';
import { guid, seal, secret, unseal } from '../../_oidc/secret.ts';
import { cookieHeader } from '../../_oidc/session.ts';
import { exchange } from './profile.ts';

/** Where a sign-in leads: to a portal, by its authorization request, or to a page of the national portal itself. */
export type Target = { query: string } | { to: string };

/** A sign-in that has begun in a browser. */
export interface Waiting {
  target: Target;
  lang: Lang;
  /** The right password was given, and this code was sent. */
  code?: { techId: string; handle: string; sentTo: string; expires: number };
  /** A signature is waited for, of this person's where that is known. */
  signature?: { transaction: string; person: string | null };
}

export const signIns = kind<Kept>(
  'dvcqg',
  'sign-in',
  'id: SHA-256 of the `sessionDataKey`. A sign-in at the exchange that has begun in one browser: the authorization request and how far it came, sealed under that key and the cookie. 10 minutes.',
  { hot: true },
);

export const SIGN_IN_SECONDS = 600;
/** Binds the steps of a sign-in to one browser; one for all of its tabs. */
const COOKIE = 'hopcat_exchange';

/** What is kept for one browser: sealed under a key that travels and its cookie, which no address ever shows. */
export interface Kept {
  sealed: string;
  /** SHA-256 of the cookie. */
  browser: string;
}

/** Keeps something for this browser, which gets a cookie where it has none yet. */
export function keepForBrowser(x: Exchange, key: string, value: unknown): { kept: Kept; cookie: string } {
  const name = x.cookie(COOKIE) ?? secret(x.deps.random);
  const kept = { sealed: seal(`${key}:${name}`, value, x.deps.random), browser: digest(name) };
  return { kept, cookie: cookieHeader(x, COOKIE, name, SIGN_IN_SECONDS) };
}

/** What was kept, as long as it is still the same browser. */
export function keptForBrowser<T>(x: Exchange, key: string, { sealed, browser }: Kept): T | undefined {
  const name = x.cookie(COOKIE) ?? '';
  return digest(name) === browser ? unseal<T>(`${key}:${name}`, sealed) : undefined;
}

/** A sign-in begins: the page that asks how, under a key that only this browser can use. */
export function begin(
  x: Exchange,
  target: Target,
  { lang, about }: { lang: Lang; about: Readonly<Record<string, string>> },
): Answer {
  const sessionDataKey = guid(x.deps.random);
  const { kept, cookie } = keepForBrowser(x, sessionDataKey, { target, lang } satisfies Waiting);
  const query = new URLSearchParams({ sessionDataKey, ...about });
  return redirect(`${x.base}/authenticationendpoint/login.do?${query}`, {
    headers: { 'set-cookie': cookie },
    changes: [x.put(signIns, digest(sessionDataKey), kept, { lifetime: SIGN_IN_SECONDS })],
  });
}

/** One step of a sign-in, as far as it has come. */
export interface Step {
  key: string;
  item: Item<Kept>;
  waiting: Waiting;
  /** Absent on the way to the national portal itself. */
  request?: AuthorizationRequest;
}

/** The request that leads to a portal, with every check of the first time. @throws Fault */
export async function requestOf(x: Exchange, target: Target): Promise<AuthorizationRequest | undefined> {
  if (!('query' in target)) return undefined;
  return readCarried(x, exchange, parameters(new URLSearchParams(target.query)));
}

/** @throws Fault sign_in_expired */
export async function readStep(x: Exchange, key: string): Promise<Step> {
  const item = await x.read(signIns, digest(key));
  const waiting = item && keptForBrowser<Waiting>(x, key, item.value);
  if (!item || !waiting)
    throw new Fault('sign_in_expired', 'no sign-in of this browser has this sessionDataKey');
  x.remarks.signIn = digest(key).slice(0, 12);
  const request = await requestOf(x, waiting.target);
  return { key, item, waiting, ...(request && { request }) };
}

/** The sign-in has come further. */
export const stepOn = (x: Exchange, { key, item }: Step, waiting: Waiting): Change =>
  x.put(signIns, item.key[3], keepForBrowser(x, key, waiting).kept, {
    expires: item.expires!,
    if: { version: item.version },
  });
