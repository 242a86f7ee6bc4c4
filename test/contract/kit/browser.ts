import type { TestWorkspace } from '../../targets/target.ts';
import { type Form, formsOf } from './html.ts';
import { authorizeUrl, type Parameters, type Portal, search } from './portal.ts';

/** Where a browser has come to: a page of the sandbox's, or the address outside to which it was sent. */
export interface Place {
  status: number;
  url: string;
  headers: Headers;
  /** Empty when the place is outside. */
  html: string;
  outside: boolean;
}

/** A browser without a screen: cookies, redirects within the sandbox, forms. */
export interface Browser {
  open(url: string): Promise<Place>;
  /** Sends a form of the page, picked by the end of its action's path, with what the person typed or pressed. */
  submit(place: Place, action: string, typed?: Parameters): Promise<Place>;
  /** One request with this browser's cookies, and no redirect followed. */
  send(url: string, init?: RequestInit): Promise<Response>;
}

interface Cookie {
  /** Name and value. */
  pair: string;
  path: string;
}

function keepCookies(jar: Map<string, Cookie>, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const name = pair.slice(0, pair.indexOf('='));
    const of = (key: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const path = of('path') ?? '/';
    // Two systems may each have a cookie of one name.
    const key = `${name} ${path}`;
    if (of('max-age') === '0') jar.delete(key);
    else jar.set(key, { pair, path });
  }
}

const cookiesFor = (jar: Map<string, Cookie>, url: string): string =>
  [...jar.values()]
    .filter(({ path }) => `${new URL(url).pathname}/`.startsWith(`${path.replace(/\/$/, '')}/`))
    .map(({ pair }) => pair)
    .join('; ');

export function openBrowser(ws: TestWorkspace): Browser {
  const jar = new Map<string, Cookie>();

  const send: Browser['send'] = async (url, init = {}) => {
    const headers = new Headers(init.headers);
    const absolute = url.startsWith('/') ? ws.issuer + url : url;
    const cookie = cookiesFor(jar, absolute);
    if (cookie) headers.set('cookie', cookie);
    const answer = await ws.fetch(absolute, { ...init, headers });
    keepCookies(jar, answer);
    return answer;
  };

  const arrive = async (url: string, answer: Response, hops = 0): Promise<Place> => {
    const location = answer.headers.get('location');
    const { status, headers } = answer;
    if (location === null) return { status, url, headers, html: await answer.text(), outside: false };
    const next = new URL(location, url).href;
    if (!next.startsWith(`${ws.issuer}/`)) return { status, url: next, headers, html: '', outside: true };
    if (hops > 16) throw new Error(`too many redirects, the last to ${next}`);
    return arrive(next, await send(next), hops + 1);
  };

  const open: Browser['open'] = async (url) => {
    const absolute = url.startsWith('/') ? ws.issuer + url : url;
    return arrive(absolute, await send(absolute));
  };

  return {
    open,
    send,
    async submit(place, action, typed = {}) {
      const form = formOf(place, action);
      const body = search({ ...form.fields, ...typed });
      return arrive(form.action, await send(form.action, { method: 'POST', body }));
    },
  };
}

function formOf(place: Place, action: string): Form {
  const forms = formsOf(place.html, place.url);
  const form = forms.find((each) => new URL(each.action).pathname.endsWith(action));
  if (!form) {
    const found = forms.map((each) => each.action).join(', ') || 'none';
    throw new Error(
      `no form goes to ${action} on ${place.url} (${place.status}); forms: ${found}\n${place.html}`,
    );
  }
  return form;
}

/** What a browser was told outside the sandbox, at the portal's redirect URI. */
export function broughtTo(portal: Portal, place: Place): Record<string, string> {
  if (!place.outside || !place.url.startsWith(portal.redirectUri)) {
    throw new Error(`not at the portal but at ${place.url}: ${place.status} ${place.html}`);
  }
  return Object.fromEntries(new URL(place.url).searchParams);
}

/** Signs in by the sandbox's panel, as far as the page that comes next. */
export async function choosePerson(
  browser: Browser,
  portal: Portal,
  person: string,
  changes: Parameters = {},
): Promise<Place> {
  return browser.submit(await browser.open(authorizeUrl(portal, changes)), '/sign-in/person', { person });
}

/** Agrees when asked to. */
export const agree = async (browser: Browser, place: Place): Promise<Place> =>
  place.outside ? place : browser.submit(place, '/consent', { decision: 'approve' });

/** A whole sign-in by whatever pages are shown: what the portal was told. */
export async function signIn(
  browser: Browser,
  portal: Portal,
  person: string,
  changes: Parameters = {},
): Promise<Record<string, string>> {
  const page = await browser.open(authorizeUrl(portal, changes));
  const asksWho = page.html.includes('data-testid="sign-in-form"');
  const next = asksWho ? await browser.submit(page, '/sign-in/person', { person }) : page;
  return broughtTo(portal, await agree(browser, next));
}
