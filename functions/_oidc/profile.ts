import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Content } from '../_kit/page/html.ts';
import { type Change, type Kind, kind } from '../_kit/store.ts';
import type { Client } from './client.ts';
import type { Grant } from './grant.ts';
import type { AuthorizationRequest, RawParameters } from './request.ts';
import type { Session } from './session.ts';

/** What kinds of items a provider keeps. */
export interface ProviderKinds {
  client: Kind<Client>;
  grant: Kind<Grant>;
  session: Kind<Session>;
  consent: Kind<{ scopes: string[] }>;
  pushed: Kind<{ client: string; sealed: string }>;
  assertion: Kind<{ client: string }>;
}

const declareKinds = (system: string): ProviderKinds => ({
  client: kind(
    system,
    'client',
    'id: client id. A registered client; its secret and registration token hashed.',
  ),
  grant: kind(
    system,
    'grant',
    'id: first part of every code and token of the grant. A sign-in of one person at one client: `issued` (60 s), then `active`. Codes and tokens hashed; what the code must give back (nonce, redirect URI) sealed under the code.',
    { hot: true },
  ),
  session: kind(
    system,
    'session',
    'id: SHA-256 of the cookie, which is the `sid`. Who is signed in in one browser, and at which clients. 8 hours.',
    { hot: true },
  ),
  consent: kind(system, 'consent', 'id: person, client. The scopes that the person has agreed to share.'),
  pushed: kind(
    system,
    'pushed',
    'id: SHA-256 of a request URI. A pushed authorization request, sealed under that URI. 10 minutes.',
    { hot: true },
  ),
  assertion: kind(
    system,
    'assertion',
    'id: SHA-256 of client and `jti`. A client assertion that was used. Until the assertion itself expires, in real time.',
    { hot: true },
  ),
});

const declared = new Map<string, ProviderKinds>();

/** The kinds of one provider, declared once: the control API keeps its clients too. */
export function providerKinds(system: string): ProviderKinds {
  const kinds = declared.get(system) ?? declareKinds(system);
  declared.set(system, kinds);
  return kinds;
}

/** What the person must still do before a code can be issued. */
export type Need = 'sign-in' | 'step-up' | 'consent';

/** The pages that the engine itself needs. */
export interface ProviderPages {
  /** A form that sends itself to the redirect URI. */
  formPost(client: Client, redirectUri: string, fields: Readonly<Record<string, string>>): Promise<Content>;
  /** `person`: the full name of who is signed in. */
  confirmLogout(about: { client?: Client; person?: string; query: string }, x: Exchange): Promise<Content>;
  stillSignedIn(): Promise<Content>;
  signedOut(about: { frames: readonly string[]; next?: { url: string; name: string } }): Promise<Content>;
}

/** What is enough to find and register a provider's clients. */
export type ClientBook = Pick<Profile, 'system' | 'kinds' | 'scopes'> & {
  /** A client that names no way to authenticate may send its secret in the body or in the header, as it likes. */
  secretEitherWay?: boolean;
};

/** Whoever signs in at a provider: a citizen at VNeID, an account at the national portal. */
export interface Holder {
  /** What sessions and grants keep, and what `sub` is made of. */
  id: string;
  /** Slug of the person behind it, for the journal and for failures that are scoped by person. */
  person: string | undefined;
  /** As pages show it. */
  name: string;
}

/** By which door somebody came in, where a provider has several; a session and its grants keep it. */
export interface Door {
  via?: 'account' | 'vneid';
  /** When; seconds of the token clock. */
  authTime?: number;
  /** The provider's mark of the sign-ins that end together; a session and its grants keep it. */
  epoch?: string;
}

/** For whom claims are wanted. */
export interface Telling {
  /** The level that the sign-in reached. */
  acr: string;
  /** A failure that was asked for, which the claims themselves are to show. */
  failure?: string | undefined;
}

/** How a government system uses the OpenID engine: its paths, claims, people and pages. */
export interface Profile<H extends Holder = Holder> {
  system: string;
  kinds: ProviderKinds;
  /** What tokens name as `iss`, and what discovery stands below. */
  issuer(x: Exchange): string;
  /** Below the system's base. */
  paths: Record<
    'authorize' | 'token' | 'userinfo' | 'jwks' | 'introspect' | 'revoke' | 'endSession',
    string
  > & { par?: string; register?: string };
  /** Whether the answer to an authorization request carries `iss` (RFC 9207). */
  issParameter: boolean;
  /** Where a logout ends that leads nowhere; absent: on its own page. */
  landing?(x: Exchange): string;
  /** Whether people are asked to agree before their data is shared. */
  asksConsent: boolean;
  /** When a client that may refresh gets a refresh token. */
  refreshes: 'offline_access' | 'always';
  /** `here`: the autopilot signs in at once. `onward`: it only spares the choice on `interact`'s page. */
  autopilot: 'here' | 'onward';
  /** Whoever a session, a grant or an autopilot names. `slug`: the person who signed in for that holder. */
  find(x: Exchange, id: string, slug?: string): Promise<H | undefined>;
  /** The claims that each scope opens. `openid` is what is always shared. */
  scopes: Readonly<Record<string, readonly string[]>>;
  /** Every claim that the system knows of a person, by name; undefined values are left out. */
  claimsOf(holder: H, telling: Telling): Readonly<Record<string, unknown>>;
  /** Somebody else than this holder, for the failure `wrong-person`. */
  another(x: Exchange, holder: H | undefined): Promise<H | undefined>;
  /** Assurance levels, lowest first. */
  levels: readonly string[];
  /** The highest level that an account reaches. @throws Fault when it may not sign in. */
  admit(holder: H, x: Exchange, door?: Door): string;
  /** The page (or redirect) that lets the person do what is needed. */
  interact(
    x: Exchange,
    request: AuthorizationRequest,
    need: Need,
    session: Session | undefined,
  ): Promise<Answer>;
  pages: ProviderPages;
  /** Wraps codes and answers for a client of the system's own encrypted profile; undefined: standard. */
  envelope?: Envelope<H>;
}

/** The system's own way to encrypt what it hands to a client. */
export interface Envelope<H extends Holder = Holder> {
  applies(client: Client): boolean;
  /** The callback's parameters in place of `code`, and the hash of what the token request must send back. */
  callback(
    x: Exchange,
    client: Client,
    code: string,
  ): { parameters: Record<string, string>; echo: string; changes: readonly Change[] };
  /** The code that a token request stands for, and the hash of what it sent back. @throws Fault */
  code(x: Exchange<RawParameters>, client: Client): Promise<{ code: string; echo: string }>;
  /** An answer's JSON, wrapped. */
  wrap(x: Exchange, client: Client, answer: Readonly<Record<string, unknown>>): Record<string, string>;
  claims(holder: H): Readonly<Record<string, unknown>>;
}
