import { createHash, randomBytes } from 'node:crypto';
import type { TestWorkspace } from '../../targets/target.ts';
import { basic, form } from './wire.ts';

/** A relying party as the suite sees it. */
export interface Portal {
  ws: TestWorkspace;
  id: string;
  secret: string;
  redirectUri: string;
  /** What registration answered; empty for the clients that every workspace has. */
  registered: Record<string, unknown>;
}

/** Parameters of a request: undefined takes one away, an array repeats it. */
export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export const search = (parameters: Parameters): URLSearchParams =>
  new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map((each) => [name, each] as [string, string]),
    ),
  );

const random = (): string => randomBytes(16).toString('base64url');

/** The client that every workspace has, with its redirect URIs on loopback. */
export const demoPortal = (ws: TestWorkspace): Portal => ({
  ws,
  id: 'demo-portal',
  secret: 'demo-portal-secret',
  redirectUri: 'http://localhost:3000/callback',
  registered: {},
});

export const REDIRECT_URI = 'https://portal.example.vn/sso/callback';

/** Registers a client in the standard's own way. */
export async function registerPortal(
  ws: TestWorkspace,
  metadata: Readonly<Record<string, unknown>> = {},
): Promise<Portal> {
  const answer = await ws.fetch('/register', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      redirect_uris: [REDIRECT_URI],
      grant_types: ['authorization_code', 'refresh_token'],
      ...metadata,
    }),
  });
  const registered = (await answer.json()) as Record<string, unknown>;
  if (answer.status !== 201) throw new Error(`register: ${answer.status} ${JSON.stringify(registered)}`);
  const [redirectUri] = registered.redirect_uris as string[];
  return {
    ws,
    id: String(registered.client_id),
    secret: String(registered.client_secret ?? ''),
    redirectUri: redirectUri!,
    registered,
  };
}

export const VERIFIER = randomBytes(32).toString('base64url');
export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');

/** The parameters of a faultless authorization request, with changes. */
export const requestOf = ({ id, redirectUri }: Portal, changes: Parameters = {}): Parameters => ({
  client_id: id,
  response_type: 'code',
  redirect_uri: redirectUri,
  scope: 'openid',
  state: random(),
  nonce: random(),
  code_challenge: challengeOf(VERIFIER),
  code_challenge_method: 'S256',
  ...changes,
});

export const authorizeUrl = (portal: Portal, changes: Parameters = {}): string =>
  `${portal.ws.issuer}/auth?${search(requestOf(portal, changes))}`;

export const authorize = (portal: Portal, changes: Parameters = {}): Promise<Response> =>
  portal.ws.fetch(authorizeUrl(portal, changes));

/** What came back at the redirect URI. */
export function callbackOf(portal: Portal, answer: Response): Record<string, string> {
  const location = answer.headers.get('location') ?? '';
  if (!location.startsWith(portal.redirectUri)) {
    throw new Error(`not a redirect to the portal: ${answer.status} ${location}`);
  }
  return Object.fromEntries(new URL(location).searchParams);
}

/** A code, in a workspace whose autopilot answers. */
export async function codeFor(portal: Portal, changes: Parameters = {}): Promise<string> {
  const { code, ...rest } = callbackOf(portal, await authorize(portal, changes));
  if (code === undefined) throw new Error(`no code: ${JSON.stringify(rest)}`);
  return code;
}

/** The token request for a code, with changes; as the portal's secret would have it by default. */
export const redeem = (
  portal: Portal,
  code: string,
  changes: Parameters = {},
  headers: Record<string, string> = basic(portal),
): Promise<Response> =>
  portal.ws.fetch('/token', {
    ...form({
      grant_type: 'authorization_code',
      code,
      redirect_uri: portal.redirectUri,
      code_verifier: VERIFIER,
      ...changes,
    }),
    headers,
  });

export interface Tokens {
  access_token: string;
  token_type: string;
  expires_in: number;
  scope: string;
  id_token: string;
  refresh_token: string;
}

/** Everything that a whole sign-in gives, in a workspace whose autopilot answers. */
export async function tokensFor(portal: Portal, changes: Parameters = {}): Promise<Tokens> {
  const answer = await redeem(portal, await codeFor(portal, changes));
  if (answer.status !== 200) throw new Error(`token: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Tokens;
}

export const refresh = (portal: Portal, token: string, changes: Parameters = {}): Promise<Response> =>
  portal.ws.fetch('/token', {
    ...form({ grant_type: 'refresh_token', refresh_token: token, ...changes }),
    headers: basic(portal),
  });

export const userinfo = (ws: TestWorkspace, token: string): Promise<Response> =>
  ws.fetch('/userinfo', { headers: { authorization: `Bearer ${token}` } });
