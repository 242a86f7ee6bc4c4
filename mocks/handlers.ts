import { type HttpHandler, HttpResponse, http } from 'msw';
import type { ClientMetadata } from '../contracts/_oidc.ts';
import type { SettingsInput } from '../contracts/_settings.ts';
import type { PersonPatch } from '../contracts/person.ts';
import { cutOf } from '../functions/_kit/respond.ts';
import { sqliteStore } from '../functions/_kit/sqlite.ts';
import { DEFAULT_WORKSPACE, newWorkspace, workspaceChange } from '../functions/_kit/workspace.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

/** Where the sandbox's own systems answer: phones, control API, reference portal. No server listens there. */
export const ORIGIN = 'http://hopcat.localhost';

/**
 * A relying party, as dynamic registration knows it; it may name its own id and secret. `system`: at VNeID unless told,
 * or at the national portal's identity exchange.
 */
export type Client = ClientMetadata & {
  client_id?: string;
  client_secret?: string;
  system?: 'vneid' | 'dvcqg';
};

/** What the sandbox is like at first, and after each `reset`. */
export interface HopCatOptions {
  /** Id of the workspace. Default: `default`. */
  workspace?: string;
  /** As the control API takes them. */
  settings?: SettingsInput;
  /** Registered besides `demo-portal`. */
  clients?: readonly Client[];
  /**
   * Where systems answer, by name, in place of their real origins: `{ population: 'https://lgsp.example.gov.vn' }`.
   * For those whose address is not public, or is the portal's own configuration. No slash at the end.
   */
  at?: Readonly<Record<string, string | readonly string[]>>;
  /** Changes of people of the cast, by slug (RFC 7396). */
  people?: Readonly<Record<string, PersonPatch>>;
}

export interface HopCat {
  /** For `setupServer(...sandbox.handlers)`: each system at its real origin, the sandbox's own at `url`. */
  handlers: HttpHandler[];
  /** The workspace: `http://hopcat.localhost/default`, with `/phone/…` and `/control/…` below it. */
  url: string;
  /** Sets these and leaves the other settings. Rejects with the control API's refusal. */
  configure(settings: SettingsInput): Promise<void>;
  /** Forgets everything that happened; the options hold again. */
  reset(): Promise<void>;
}

/** The code under test may replace these at any time, fake timers and MSW do: looked up at every call. */
const world = {
  now: () => Date.now(),
  fetch: ((input, init) => globalThis.fetch(input, init)) as typeof fetch,
};

/** Calls the control API without a request that anybody could see. */
async function control({ fetch }: Sandbox, url: string, method: string, path: string, body?: unknown) {
  const request = new Request(`${url}/control${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = await fetch(request);
  if (!answer.ok) throw new Error(`HopCat: ${method} ${path}: ${await answer.text()}`);
}

type Call = (method: string, path: string, body?: unknown) => Promise<void>;

/** Each named setting as a whole: a merge patch alone would mix a new autopilot with the old one. */
async function configure(call: Call, settings: SettingsInput): Promise<void> {
  const emptied = Object.entries(settings).map(([name, value]) => [
    name,
    value instanceof Object ? null : value,
  ]);
  await call('PATCH', '/settings', Object.fromEntries(emptied));
  await call('PATCH', '/settings', settings);
}

async function arrange(call: Call, { settings, people = {}, clients = [] }: HopCatOptions): Promise<void> {
  if (settings) await configure(call, settings);
  for (const [slug, patch] of Object.entries(people)) await call('PATCH', `/people/${slug}`, patch);
  for (const { system = 'vneid', ...client } of clients)
    await call('POST', `/clients?system=${system}`, client);
  await call('DELETE', '/journal');
}

/** A connection that ends in the middle: in a test process it fails as a whole, as breaking its socket could end the process. */
const unlessCut = (response: Response): Response => (cutOf(response) ? HttpResponse.error() : response);

/** Those with a real origin answer there, as if the workspace were all there is; everything answers at ours. */
function handlersOf(
  sandbox: Sandbox,
  { workspace = DEFAULT_WORKSPACE, at = {} }: HopCatOptions,
  ready: Promise<void>,
): HttpHandler[] {
  const atRealOrigin = [...sandbox.systems.values()].flatMap((system) => {
    const bases = at[system.contract.name] ?? system.contract.origins ?? [];
    return [bases].flat().map((base) =>
      http.all(`${base}/*`, async ({ request }) => {
        await ready;
        const path = new URL(request.url).pathname.slice(new URL(base).pathname.replace(/\/$/, '').length);
        return unlessCut(await system.fetch(request, { workspace, base, path }));
      }),
    );
  });
  const atOurs = http.all(`${ORIGIN}/*`, async ({ request }) => {
    await ready;
    return unlessCut(await sandbox.fetch(request));
  });
  return [...atRealOrigin, atOurs];
}

/** Every system of the sandbox inside this process, on a store of its own in memory. Opens no port. */
export function hopcat(options: HopCatOptions = {}): HopCat {
  const { workspace = DEFAULT_WORKSPACE } = options;
  const sandbox = createSandbox({ ...world, store: sqliteStore(':memory:'), origin: ORIGIN });
  const url = `${ORIGIN}/${workspace}`;
  const call: Call = (...what) => control(sandbox, url, ...what);
  const fresh = workspaceChange(newWorkspace(workspace, Date.now()), 'absent');
  const ready = sandbox.deps.store.commit([fresh], 0).then(() => arrange(call, options));
  return {
    handlers: handlersOf(sandbox, options, ready),
    url,
    async configure(settings) {
      await ready;
      await configure(call, settings);
    },
    async reset() {
      await ready;
      await call('POST', '/reset');
      await arrange(call, options);
    },
  };
}

/** Only the handlers, where nothing needs to be changed between tests. */
export const handlers = (options?: HopCatOptions): HttpHandler[] => hopcat(options).handlers;
