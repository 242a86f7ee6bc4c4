import { type Answer, page, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Item } from '../_kit/store.ts';
import { tellClients } from './backchannel.ts';
import { type Client, findClient, mayReturnAfterLogout } from './client.ts';
import { personOf } from './grant.ts';
import { readHint } from './hint.ts';
import type { Profile } from './profile.ts';
import { queryOf, type RawParameters, single } from './request.ts';
import { forgetCookie, readSession, type Session, sessionIdIn } from './session.ts';

export interface LogoutRequest {
  client?: Client;
  /** Where to go afterwards, `state` included; known to be registered. */
  next?: string;
  /** The hint names the session of this browser, or the session is over already. */
  trusted: boolean;
  session?: Item<Session>;
}

function nextOf(client: Client | undefined, raw: RawParameters): string | undefined {
  const uri = single(raw, 'post_logout_redirect_uri');
  if (uri === undefined) return undefined;
  if (!client)
    throw new Fault('invalid_request', 'post_logout_redirect_uri needs id_token_hint or client_id');
  if (!mayReturnAfterLogout(client, uri)) {
    throw new Fault(
      'invalid_redirect',
      `post_logout_redirect_uri '${uri}' is not registered for '${client.id}'`,
    );
  }
  const state = single(raw, 'state');
  return state === undefined
    ? uri
    : `${uri}${uri.includes('?') ? '&' : '?'}${new URLSearchParams({ state })}`;
}

/** OpenID Connect RP-Initiated Logout 1.0, 2. @throws Fault */
async function readLogout(x: Exchange, profile: Profile, raw: RawParameters): Promise<LogoutRequest> {
  const repeated = Object.keys(raw).find((name) => Array.isArray(raw[name]));
  if (repeated !== undefined) throw new Fault('invalid_request', `'${repeated}' was sent more than once`);
  const hinted = single(raw, 'id_token_hint');
  const hint = hinted === undefined ? undefined : await readHint(x, profile, hinted);
  const named = single(raw, 'client_id');
  if (hint && named !== undefined && hint.aud !== named) {
    throw new Fault('invalid_request', 'client_id is not the audience of id_token_hint');
  }
  const clientId = named ?? hint?.aud;
  if (clientId !== undefined) x.remarks.client = clientId;
  const client = clientId === undefined ? undefined : await findClient(x, profile, clientId);
  if (clientId !== undefined && !client)
    throw new Fault('unknown_client', `no client '${clientId}' in this workspace`);
  const next = nextOf(client, raw);
  const session = await readSession(x, profile);
  const hintedSession = hint?.sid === undefined ? undefined : await x.read(profile.kinds.session, hint.sid);
  const found = session ?? hintedSession;
  const trusted = hint !== undefined && (!found || hint.sid === found.key[3]);
  return {
    ...(client && { client }),
    ...(next !== undefined && { next }),
    trusted,
    ...(found && { session: found }),
  };
}

async function clientsOf(x: Exchange, profile: Profile, session: Session): Promise<Client[]> {
  const all = await Promise.all(session.clients.map((id) => findClient(x, profile, id)));
  return all.filter((client) => client !== undefined);
}

function frameOf(x: Exchange, profile: Profile, { metadata }: Client, sid: string): string[] {
  const uri = metadata.frontchannel_logout_uri;
  if (uri === undefined) return [];
  if (!metadata.frontchannel_logout_session_required) return [uri];
  return [`${uri}${uri.includes('?') ? '&' : '?'}${new URLSearchParams({ iss: profile.issuer(x), sid })}`];
}

/** Ends a session, tells whoever shares it, and goes on. */
export async function end(
  x: Exchange,
  profile: Profile,
  { session, next, client }: LogoutRequest,
): Promise<Answer> {
  const sid = session?.key[3] ?? '';
  const clients = session ? await clientsOf(x, profile, session.value) : [];
  if (session) x.remarks.person = personOf(session.value);
  const frames = clients.flatMap((each) => frameOf(x, profile, each, sid));
  const more = {
    headers: forgetCookie(x),
    changes: session ? [x.remove(session)] : [],
    after: async () => {
      if (session) await tellClients(x, profile, clients, session.value.person, sid);
    },
  };
  const landing = next ?? profile.landing?.(x);
  if (landing !== undefined && frames.length === 0) {
    return redirect(landing, { ...more, status: x.request.method === 'POST' ? 303 : 302 });
  }
  const onward =
    next === undefined ? {} : { next: { url: next, name: client?.metadata.client_name ?? next } };
  return page(profile.pages.signedOut({ frames, ...onward }), { ...more, frameSources: frames });
}

/**
 * A browser sends no session cookie with a POST from another site, but does with the GET that follows. Without this
 * any site could make the browser forget its cookie.
 */
function comeByGet(x: Exchange, { paths }: Profile, query: string): Answer | undefined {
  if (x.request.method !== 'POST' || sessionIdIn(x.request) !== undefined) return undefined;
  return redirect(`${x.base}${paths.endSession}?${query}`, { status: 303 });
}

/** Ends the session at once when the portal proves that it knows it, asks the person otherwise. */
export async function endSession(x: Exchange<RawParameters>, profile: Profile): Promise<Answer> {
  const request = await readLogout(x, profile, x.input);
  if (!request.session) return comeByGet(x, profile, queryOf(x.input)) ?? end(x, profile, request);
  if (request.trusted) return end(x, profile, request);
  const { person, slug } = request.session.value;
  const holder = await profile.find(x, person, slug);
  const about = {
    ...(request.client && { client: request.client }),
    ...(holder && { person: holder.name }),
    query: queryOf(x.input),
  };
  return page(profile.pages.confirmLogout(about, x));
}

/** The person has answered the question. */
export async function confirmLogout(
  x: Exchange,
  profile: Profile,
  query: string,
  yes: boolean,
): Promise<Answer> {
  const asked = new URLSearchParams(query);
  const request = await readLogout(x, profile, Object.fromEntries(asked));
  if (yes) return comeByGet(x, profile, `${asked}`) ?? end(x, profile, request);
  if (request.next !== undefined) return redirect(request.next, { status: 303 });
  return page(profile.pages.stillSignedIn());
}
