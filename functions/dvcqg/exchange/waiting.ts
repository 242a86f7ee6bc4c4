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
}

interface Stored {
  sealed: string;
  /** SHA-256 of the cookie of the browser in which it began. */
  browser: string;
}

export const signIns = kind<Stored>(
  'dvcqg',
  'sign-in',
  'id: SHA-256 of the `sessionDataKey`. A sign-in at the exchange that has begun in one browser: the authorization request and how far it came, sealed under that key. 10 minutes.',
  { hot: true },
);

export const SIGN_IN_SECONDS = 600;
/** Binds the steps of a sign-in to one browser; one for all of its tabs. */
const COOKIE = 'hopcat_exchange';

/** The browser as its cookie names it; a new cookie where it has none yet. */
export function browserOf(x: Exchange): { browser: string; cookie: string } {
  const value = x.cookie(COOKIE) ?? secret(x.deps.random);
  return { browser: digest(value), cookie: cookieHeader(x, COOKIE, value, SIGN_IN_SECONDS) };
}

/** Whether it is still the browser in which something began. */
export const isSameBrowser = (x: Exchange, browser: string): boolean =>
  digest(x.cookie(COOKIE) ?? '') === browser;

/** A sign-in begins: the page that asks how, under a key that only this browser can use. */
export function begin(
  x: Exchange,
  target: Target,
  { lang, about }: { lang: Lang; about: Readonly<Record<string, string>> },
): Answer {
  const sessionDataKey = guid(x.deps.random);
  const { browser, cookie } = browserOf(x);
  const waiting: Waiting = { target, lang };
  const stored = { sealed: seal(sessionDataKey, waiting, x.deps.random), browser };
  const query = new URLSearchParams({ sessionDataKey, ...about });
  return redirect(`${x.base}/authenticationendpoint/login.do?${query}`, {
    headers: { 'set-cookie': cookie },
    changes: [x.put(signIns, digest(sessionDataKey), stored, { lifetime: SIGN_IN_SECONDS })],
  });
}

/** One step of a sign-in, as far as it has come. */
export interface Step {
  key: string;
  item: Item<Stored>;
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
  if (!item || !isSameBrowser(x, item.value.browser)) {
    throw new Fault('sign_in_expired', 'no sign-in of this browser has this sessionDataKey');
  }
  const waiting = unseal<Waiting>(key, item.value.sealed);
  x.remarks.signIn = digest(key).slice(0, 12);
  const request = await requestOf(x, waiting.target);
  return { key, item, waiting, ...(request && { request }) };
}

/** The sign-in has come further. */
export const stepOn = (x: Exchange, { key, item }: Step, waiting: Waiting): Change =>
  x.put(
    signIns,
    item.key[3],
    { ...item.value, sealed: seal(key, waiting, x.deps.random) },
    { expires: item.expires!, if: { version: item.version } },
  );
