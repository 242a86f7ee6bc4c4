import { randomBytes } from 'node:crypto';
import type { TestWorkspace } from '../../targets/target.ts';
import { type Browser, openBrowser, type Place } from './browser.ts';
import { codeOn } from './phone.ts';
import { type Parameters, search } from './portal.ts';
import { form, jsonBody } from './wire.ts';

/** A portal in front of the identity exchange. */
export interface ExchangePortal {
  ws: TestWorkspace;
  /** Of the national portal, no trailing slash. */
  base: string;
  id: string;
  secret: string;
  redirectUri: string;
}

export const baseOf = (ws: TestWorkspace): string => `${ws.origin}/${ws.id}/dvcqg`;

/** The client that every workspace has. */
export const demoAt = (ws: TestWorkspace): ExchangePortal => ({
  ws,
  base: baseOf(ws),
  id: 'demo-portal',
  secret: 'demo-portal-secret',
  redirectUri: 'http://localhost:3000/callback',
});

/** A client of one's own, by the control API. */
export async function registerAt(
  ws: TestWorkspace,
  metadata: Readonly<Record<string, unknown>> = {},
): Promise<ExchangePortal> {
  const redirectUri = 'https://tinh.example.vn/sso/callback';
  const answer = await ws.control(
    '/clients?system=dvcqg',
    jsonBody({ redirect_uris: [redirectUri], client_name: 'Cổng tỉnh Mẫu', ...metadata }),
  );
  const body = (await answer.json()) as Record<string, unknown>;
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
  return {
    ws,
    base: baseOf(ws),
    id: String(body.client_id),
    secret: String(body.client_secret ?? ''),
    redirectUri: (body.redirect_uris as string[])[0]!,
  };
}

/** A browser that knows the whole workspace as its own, and not VNeID alone. */
export const openWide = (ws: TestWorkspace): Browser =>
  openBrowser({ ...ws, issuer: `${ws.origin}/${ws.id}` });

export const requestAt = ({ id, redirectUri }: ExchangePortal, changes: Parameters = {}): Parameters => ({
  response_type: 'code',
  client_id: id,
  redirect_uri: redirectUri,
  scope: 'openid',
  acr_values: 'LoA1',
  state: randomBytes(8).toString('base64url'),
  ...changes,
});

export const authorizeAt = (portal: ExchangePortal, changes: Parameters = {}): string =>
  `${portal.base}/oauth2/authorize?${search(requestAt(portal, changes))}`;

/** What the portal was told, at its redirect URI. */
export function told(
  { redirectUri }: ExchangePortal,
  place: Pick<Place, 'url' | 'status'> & { html?: string },
) {
  if (!place.url.startsWith(redirectUri))
    throw new Error(
      `not at the portal but at ${place.url}: ${place.status} ${(place.html ?? '').slice(-400)}`,
    );
  return Object.fromEntries(new URL(place.url).searchParams);
}

/** A link of a page, by its test id. */
export function linkOn({ html, url }: Place, testid: string): string {
  const tag = [...html.matchAll(/<a\b[^>]*>/g)].find(([each]) =>
    each.includes(`data-testid="${testid}"`),
  )?.[0];
  const href = tag && /href="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&');
  if (!href) throw new Error(`no link ${testid} on ${url}\n${html.slice(-400)}`);
  return new URL(href, url).href;
}

/** From the exchange's page through VNeID, by its panel, and its consent where it asks. */
export async function throughVneid(
  browser: Browser,
  page: Place,
  person: string,
  tile: 'vneid' | 'vneid-organisation' = 'vneid',
): Promise<Place> {
  return chosenAt(browser, await browser.open(linkOn(page, tile)), person);
}

/** From VNeID's page on, by its panel, and its consent where it asks. */
export async function chosenAt(browser: Browser, page: Place, person: string): Promise<Place> {
  let place = page;
  if (place.html.includes('data-testid="sign-in-form"'))
    place = await browser.submit(place, '/sign-in/person', { person });
  if (place.html.includes('data-testid="consent-form"'))
    place = await browser.submit(place, '/consent', { decision: 'approve' });
  return place;
}

/** User name and password of the cast, then the code on somebody's phone. */
export async function byAccount(
  ws: TestWorkspace,
  browser: Browser,
  page: Place,
  { username, person }: { username: string; person: string },
): Promise<Place> {
  const asksCode = await browser.submit(page, '/commonauth', { username, password: 'Aa@123456' });
  if (!asksCode.html.includes('data-testid="code-form"')) return asksCode;
  return browser.submit(asksCode, '/sms-code.do', { code: await codeOn(ws, person) });
}

export const redeemAt = (portal: ExchangePortal, code: string, changes: Parameters = {}): Promise<Response> =>
  portal.ws.fetch(
    `${portal.base}/oauth2/token`,
    form({
      grant_type: 'authorization_code',
      code,
      redirect_uri: portal.redirectUri,
      client_id: portal.id,
      client_secret: portal.secret,
      ...changes,
    }),
  );

export interface TokensAt {
  access_token: string;
  refresh_token: string;
  id_token: string;
  scope: string;
  token_type: string;
  expires_in: number;
}

export async function tokensAt(portal: ExchangePortal, code: string): Promise<TokensAt> {
  const answer = await redeemAt(portal, code);
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as TokensAt;
}

/** As portals ask: POST with an empty form. */
export const userinfoAt = ({ ws, base }: ExchangePortal, token: string, headers = {}): Promise<Response> =>
  ws.fetch(`${base}/oauth2/userinfo`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: '',
  });

/** Follows redirects as a test does that keeps no cookies, as far as the portal's own address. */
export async function fly(portal: ExchangePortal, changes: Parameters = {}): Promise<Record<string, string>> {
  let url = authorizeAt(portal, changes);
  for (let hops = 0; hops < 6; hops++) {
    const answer = await portal.ws.fetch(url);
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${answer.status} ${await answer.text()}`);
    url = new URL(location, url).href;
    if (url.startsWith(portal.redirectUri)) return told(portal, { url, status: answer.status });
  }
  throw new Error(`too many redirects, the last to ${url}`);
}

/** Everything that a whole sign-in gives, in a workspace whose autopilot answers. */
export async function flownTokens(portal: ExchangePortal, changes: Parameters = {}): Promise<TokensAt> {
  const { code, ...rest } = await fly(portal, changes);
  if (code === undefined) throw new Error(`no code: ${JSON.stringify(rest)}`);
  return tokensAt(portal, code);
}

/** The claims of whoever the autopilot signs in. */
export async function flownClaims(portal: ExchangePortal, headers = {}): Promise<Record<string, unknown>> {
  const { access_token } = await flownTokens(portal);
  const answer = await userinfoAt(portal, access_token, headers);
  return (await answer.json()) as Record<string, unknown>;
}

/** The payload of a JWT, unchecked. */
export const payloadOf = (jwt: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
