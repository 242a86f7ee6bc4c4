import { type Answer, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import { bridge } from '../../_oidc/built-in.ts';
import { type Client, findClient, mayRedirect } from '../../_oidc/client.ts';
import { type RawParameters, single } from '../../_oidc/request.ts';
import { secret } from '../../_oidc/secret.ts';
import { vneidOf } from './hop.ts';
import { errands } from './kinds.ts';
import { exchange } from './profile.ts';
import { keepForBrowser, keptForBrowser, SIGN_IN_SECONDS } from './waiting.ts';

/** Where the token is to be handed, and with what. */
interface Errand {
  redirectUri: string;
  state?: string;
}

type Start = Exchange<{
  state?: string | undefined;
  client_id?: string | undefined;
  redirect_uri?: string | undefined;
}>;

/** @throws Fault bridge_off */
function mustBeOn({ workspace }: Exchange): void {
  if (!workspace.settings.dvcqg.bridge) throw new Fault('bridge_off', 'the setting dvcqg.bridge is false');
}

/** What portals put into their state: base64 of where to go back, alone or behind a word and `@`. */
function addressIn(state: string | undefined): string | undefined {
  const text = Buffer.from(state ?? '', 'base64').toString('utf8');
  const address = text.slice(text.indexOf('@http') + 1);
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? address : undefined;
}

/** @throws Fault unknown_client, invalid_redirect */
async function errandOf(x: Start): Promise<Errand> {
  const { client_id: id = 'reference-portal', redirect_uri, state } = x.input;
  x.remarks.client = id;
  const client = await findClient(x, exchange, id);
  if (!client) throw new Fault('unknown_client', `no client '${id}' in this workspace`);
  const redirectUri = redirect_uri ?? registered(client, addressIn(state));
  if (!mayRedirect(client, redirectUri))
    throw new Fault('invalid_redirect', `'${redirectUri}' is not registered for '${id}'`);
  return { redirectUri, ...(state !== undefined && { state }) };
}

/** What the state names where that is registered, and the first that is otherwise. */
const registered = (client: Client, named: string | undefined): string =>
  named !== undefined && mayRedirect(client, named) ? named : client.metadata.redirect_uris[0]!;

/** Each of the bridge's two sides: the national portal, and VNeID. */
const sides = {
  dvcqg: {
    authorize: (x: Exchange) => `${x.base}${exchange.paths.authorize}`,
    token: (x: Exchange) => `${x.deps.origin}/${x.workspace.id}/dvcqg${exchange.paths.token}`,
    callback: '/sso/callback',
    scope: 'openid',
  },
  vneid: {
    authorize: (x: Exchange) => `${vneidOf(x)}/auth`,
    token: (x: Exchange) => `${vneidOf(x)}/token`,
    callback: '/vneidsso/callback',
    scope: 'openid profile phone email',
  },
} as const;

type Side = (typeof sides)[keyof typeof sides];

const start =
  (side: Side) =>
  async (x: Start): Promise<Answer> => {
    mustBeOn(x);
    const errand = await errandOf(x);
    const state = secret(x.deps.random);
    const { kept, cookie } = keepForBrowser(x, state, errand);
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: bridge.id,
      redirect_uri: `${x.base}${side.callback}`,
      scope: side.scope,
      acr_values: 'LoA1',
      state,
    });
    return redirect(`${side.authorize(x)}?${query}`, {
      headers: { 'set-cookie': cookie },
      changes: [x.put(errands, digest(state), kept, { lifetime: SIGN_IN_SECONDS })],
    });
  };

/** The access token for a code. @throws Fault vneid_failed */
async function redeemed(x: Exchange, side: Side, code: string): Promise<string> {
  const answer = await x.deps.fetch(side.token(x), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${x.base}${side.callback}`,
      client_id: bridge.id,
      client_secret: bridge.secret,
    }).toString(),
  });
  const body: unknown = answer.ok ? await answer.json().catch(() => undefined) : undefined;
  const token = (body as { access_token?: unknown } | undefined)?.access_token;
  if (typeof token !== 'string')
    throw new Fault('vneid_failed', `the bridge got no token: it was answered ${answer.status}`);
  return token;
}

const finish =
  (side: Side) =>
  async (x: Exchange<RawParameters>): Promise<Answer> => {
    mustBeOn(x);
    const state = single(x.input, 'state') ?? '';
    const item = await x.read(errands, digest(state));
    const errand = item && keptForBrowser<Errand>(x, state, item.value);
    if (!item || !errand)
      throw new Fault('sign_in_expired', 'this browser did not come to the bridge with this state');
    const code = single(x.input, 'code');
    const told: Record<string, string> =
      code === undefined
        ? { error: single(x.input, 'error') ?? 'access_denied' }
        : { accessToken: await redeemed(x, side, code) };
    x.remarks.notes.push('DANGER: the bridge puts the access token into the address');
    const { redirectUri, state: theirs } = errand;
    const query = new URLSearchParams({ ...told, ...(theirs !== undefined && { state: theirs }) });
    const separator = redirectUri.includes('?') ? '&' : '?';
    return redirect(`${redirectUri}${separator}${query}`, { changes: [x.remove(item)] });
  };

export const bridgeAuthorize = start(sides.dvcqg);
export const bridgeCallback = finish(sides.dvcqg);
export const bridgeByVneid = start(sides.vneid);
export const bridgeVneidCallback = finish(sides.vneid);
