import { type HttpHandler, HttpResponse, http } from 'msw';
import type { SettingsInput } from '../contracts/_settings.ts';
import { cutOf } from '../functions/_kit/respond.ts';
import { sqliteStore } from '../functions/_kit/sqlite.ts';
import { DEFAULT_WORKSPACE, newWorkspace, workspaceChange } from '../functions/_kit/workspace.ts';
import { checkOptions, type HopCatOptions } from './options.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

/** Where the sandbox's own systems answer: phones, control API, reference portal. No server listens there. */
export const ORIGIN = 'http://hopcat.localhost';

export type { Client, HopCatOptions } from './options.ts';

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

/** What a sandbox says that could not be made as its options want it: the control API's refusal. */
function unmade(error: unknown): Response {
  const problem = {
    type: 'urn:hopcat:fault:options',
    title: 'Không dựng được hộp cát theo các tùy chọn của hopcat({…})',
    status: 500,
    code: 'options',
    detail: String(error),
    en: { title: 'The sandbox could not be made as the options of hopcat({…}) want it' },
  };
  return Response.json(problem, { status: 500, headers: { 'content-type': 'application/problem+json' } });
}

/** Those with a real origin answer there, as if the workspace were all there is; everything answers at ours. */
function handlersOf(
  sandbox: Sandbox,
  { workspace = DEFAULT_WORKSPACE, at = {} }: HopCatOptions,
  ready: Promise<void>,
): HttpHandler[] {
  const answering = (url: string, answer: Sandbox['fetch']) =>
    http.all(url, ({ request }) => ready.then(() => answer(request).then(unlessCut), unmade));
  const atRealOrigin = [...sandbox.systems.values()].flatMap((system) => {
    const bases = at[system.contract.name] ?? system.contract.origins ?? [];
    return [bases].flat().map((base) =>
      answering(`${base}/*`, (request) => {
        const path = new URL(request.url).pathname.slice(new URL(base).pathname.replace(/\/$/, '').length);
        return system.fetch(request, { workspace, base, path });
      }),
    );
  });
  return [...atRealOrigin, answering(`${ORIGIN}/*`, sandbox.fetch)];
}

/**
 * Every system of the sandbox inside this process, on a store of its own in memory. Opens no port.
 * @throws Error that names, in Vietnamese and English, each option that is not known or cannot be so
 */
export function hopcat(options: HopCatOptions = {}): HopCat {
  checkOptions(options);
  const { workspace = DEFAULT_WORKSPACE } = options;
  const sandbox = createSandbox({ ...world, store: sqliteStore(':memory:'), origin: ORIGIN });
  const url = `${ORIGIN}/${workspace}`;
  const call: Call = (...what) => control(sandbox, url, ...what);
  const fresh = workspaceChange(newWorkspace(workspace, Date.now()), 'absent');
  const ready = sandbox.deps.store.commit([fresh], 0).then(() => arrange(call, options));
  // Told to whoever waits for it and by every answer; nobody else is there to catch it.
  ready.catch(() => {});
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
