import type { Text } from '../contracts/_contract.ts';
import { commonFaults } from '../contracts/_faults.ts';
import { page } from '../functions/_kit/answer.ts';
import type { Deps } from '../functions/_kit/deps.ts';
import { implement, type System } from '../functions/_kit/implement.ts';
import { faultPage } from '../functions/_kit/page/fault.ts';
import { random } from '../functions/_kit/random.ts';
import { respond } from '../functions/_kit/respond.ts';
import { SANDBOX } from '../functions/_kit/wire.ts';
import { services } from '../functions/index.ts';
import { castDirectory } from '../people/cast.ts';
import { consoleLog } from './log.ts';

/** Every system in one process, behind one `fetch`. */
export interface Sandbox {
  deps: Deps;
  systems: ReadonlyMap<string, System>;
  /** Answers a request to `{origin}/{workspace}/{system}/…`, to `/{workspace}/`, `/api/…`, `/assets/…` or `/`. */
  fetch(request: Request): Promise<Response>;
}

const located = /^https?:\/\/[^/]+\/([^/?#]*)(?:\/([^/?#]*))?(\/[^?#]*)?/;

/** First segments that are not workspaces. */
const rootPaths = new Set(['', 'api', 'assets']);

const { status, title } = commonFaults.unknown_path;
const cure: Text = {
  vi: 'Đường dẫn có dạng /{không gian}/{hệ thống}/…',
  en: 'A path is /{workspace}/{system}/…',
};

/** No system is there: a page for people, a problem for programs. */
async function notFound(request: Request, { origin }: Deps): Promise<Response> {
  if (request.headers.get('accept')?.includes('text/html')) {
    const back = { url: `${origin}/`, label: SANDBOX };
    return respond({}, await page(faultPage({ title, cure, back }), { status }));
  }
  const problem = {
    type: 'urn:hopcat:fault:unknown_path',
    title: title.vi,
    status,
    code: 'unknown_path',
    cure: cure.vi,
    en: { title: title.en, cure: cure.en },
  };
  return Response.json(problem, { status, headers: { 'content-type': 'application/problem+json' } });
}

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
    const isAtRoot = rootPaths.has(first) || second === '';
    const system = isAtRoot ? root : systems.get(second);
    if (!system || (system === root && !isAtRoot)) return notFound(request, deps);
    if (isAtRoot) {
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
