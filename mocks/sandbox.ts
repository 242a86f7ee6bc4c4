import type { Deps } from '../functions/_kit/deps.ts';
import { implement, type System } from '../functions/_kit/implement.ts';
import { random } from '../functions/_kit/random.ts';
import { services } from '../functions/index.ts';
import { castDirectory } from '../people/cast.ts';
import { consoleLog } from './log.ts';

/** Every system in one process, behind one `fetch`. */
export interface Sandbox {
  deps: Deps;
  systems: ReadonlyMap<string, System>;
  /** Answers a request to `{origin}/{workspace}/{system}/…`, to `/api/…`, `/assets/…` or `/`. */
  fetch(request: Request): Promise<Response>;
}

const located = /^https?:\/\/[^/]+\/([^/?#]*)(?:\/([^/?#]*))?(\/[^?#]*)?/;

/** First segments that are not workspaces. */
const rootPaths = new Set(['', 'api', 'assets']);

const notFound = (): Response =>
  Response.json(
    {
      type: 'urn:hopcat:fault:unknown_path',
      title: 'Không có đường dẫn này',
      status: 404,
      code: 'unknown_path',
      cure: 'Đường dẫn có dạng /{không gian}/{hệ thống}/…',
      en: { title: 'There is no such path', cure: 'A path is /{workspace}/{system}/…' },
    },
    { status: 404, headers: { 'content-type': 'application/problem+json' } },
  );

/** What a front must bring; everything else has a default. */
export type Given = Partial<Deps> & Pick<Deps, 'store' | 'origin'>;

/** Requests of the house to itself stay inside the process; all others go out. */
function selfFetch(origin: string, own: () => Sandbox['fetch'], outside: typeof fetch): typeof fetch {
  return (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith(`${origin}/`)) return outside(input, init);
    return own()(new Request(input, init));
  };
}

export function createSandbox(given: Given): Sandbox {
  const deps: Deps = {
    people: castDirectory,
    country: () => import('../people/country/index.ts'),
    now: Date.now,
    random,
    local: true,
    log: consoleLog,
    ...given,
    fetch: selfFetch(given.origin, () => sandbox.fetch, given.fetch ?? fetch),
  };
  const systems = new Map(services.map((service) => [service.contract.name, implement(service, deps)]));

  const root = [...systems.values()].find(({ contract }) => contract.root);
  const route = async (request: Request): Promise<Response> => {
    const [, first = '', second = '', rest = ''] = located.exec(request.url) ?? [];
    const system = rootPaths.has(first) ? root : systems.get(second);
    if (!system) return notFound();
    if (system === root) {
      if (!rootPaths.has(first)) return notFound();
      const path = first === '' ? '/' : `/${first}${second && `/${second}`}${rest}`;
      return system.fetch(request, { workspace: '_', base: deps.origin, path });
    }
    return system.fetch(request, {
      workspace: first,
      base: `${deps.origin}/${first}/${second}`,
      path: rest || '/',
    });
  };

  const sandbox: Sandbox = { deps, systems, fetch: route };
  return sandbox;
}
