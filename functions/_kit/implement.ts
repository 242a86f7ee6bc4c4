import { type Context, Hono } from 'hono';
import type * as z from 'zod';
import type { Contract, FaultKind, Method, Operation } from '../../contracts/_contract.ts';
import type { Answer, Refusal } from './answer.ts';
import type { Deps } from './deps.ts';
import type { Exchange } from './exchange.ts';
import type { Fault } from './fault.ts';
import { notHere } from './not-here.ts';
import { perform } from './perform.ts';
import { respond } from './respond.ts';
import type { Key } from './store.ts';

/** Where a system is mounted for one request. The adapters of the fronts say so. */
export interface Mount {
  workspace: string;
  /** URL of the system as the caller sees it, no trailing slash. */
  base: string;
  /** Path of the operation below the base, from `/` on. */
  path: string;
}

type Parsed<Op extends Operation> = Op extends { json: z.ZodType }
  ? z.output<Op['json']>
  : Op extends { form: z.ZodType }
    ? z.output<Op['form']>
    : Op extends { query: z.ZodType }
      ? z.output<Op['query']>
      : Op extends { bytes: string }
        ? Uint8Array
        : undefined;

/** Loads, asks the domain, and answers with what is to be saved. May throw a `Fault`. */
export type Run<Input> = (x: Exchange<Input>) => Answer | Refusal | Promise<Answer | Refusal>;

/** What can be told from a request before its workspace is read. */
export interface Before {
  /** The space of its items: the first part of their keys. */
  workspace: string;
  request: Request;
  params: Readonly<Record<string, string>>;
  /** Unchecked: the parameters of the query, overlaid by those of a form. */
  input: Readonly<Record<string, unknown>>;
}

/**
 * A route, or a route that names the items to be read in the same round trip as the workspace. `admit` refuses whom
 * the wire refuses before it looks at the input: `x.input` is not there yet.
 */
export type Route<Input = unknown> =
  | Run<Input>
  | { preload(before: Before): readonly Key[]; admit?(x: Exchange): Promise<unknown>; run: Run<Input> };

/** One route for each operation of the contract: leaving one out does not compile. */
export type Routes<C extends Contract> = {
  [Name in keyof C['operations']]: Route<Parsed<C['operations'][Name]>>;
};

/**
 * How a system's wire words a refusal: for operations whose `errors` are `own`. `base`: the system's own URL; of
 * `request` the head alone is there to be read; none: nobody asks, it is an example.
 */
export type Words = (
  fault: Fault,
  kind: FaultKind,
  operation: string,
  base: string,
  request?: Request,
) => Answer | Promise<Answer>;

/** A contract joined with what answers it. */
export interface Service {
  contract: Contract;
  routes: Readonly<Record<string, Route<never>>>;
  words?: Words;
}

export const defineService = <const C extends Contract>(
  contract: C,
  routes: Routes<C>,
  words?: Words,
): Service => ({
  contract,
  routes: routes as Service['routes'],
  ...(words && { words }),
});

/** A system that answers: the same on every front. */
export interface System {
  contract: Contract;
  fetch(request: Request, mount: Mount): Promise<Response>;
}

type Env = { Bindings: Mount };

const methods = (operation: Operation): readonly Method[] => [operation.method].flat() as Method[];

/** `/ca/:authority.cer`: what a parameter ends in tells one operation from another, and stays in its value. */
const honoPath = ({ path }: Operation): string => path.replace(/:(\w+)(\.\w+)$/, ':$1{[^/]+\\$2}');

/** How well each operation, and each part of the wire, is known. */
const fidelityOf = ({ name, title, parts = {}, operations }: Contract) => ({
  system: name,
  title,
  operations: Object.entries(operations).map(([operation, { method, path, title, fidelity, note }]) => ({
    operation,
    method: [method].flat(),
    path,
    title,
    fidelity,
    ...(note && { note }),
  })),
  parts,
});

const preflight = (c: Context<Env>) =>
  c.body(null, 204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '600',
  });

/** Binds a service to its dependencies: one Hono app, made from the contract. */
export function implement(service: Service, deps: Deps): System {
  const { contract } = service;
  const app = new Hono<Env>({ getPath: (_request, options) => options?.env?.path ?? '/' });
  if (!contract.root) {
    app.get('/fidelity.json', (c) => c.json(fidelityOf(contract)));
    app.on('GET', ['/openapi.json', '/docs', '/recipes.http'], async (c) =>
      (await import('./openapi/serve.ts')).serveContract(service, c.env, c.req.query('operation')),
    );
  }
  for (const [name, operation] of Object.entries<Operation>(contract.operations)) {
    const route = service.routes[name] as Route;
    app.on([...methods(operation)], [honoPath(operation)], (c) =>
      perform({
        contract,
        name,
        operation,
        route,
        words: service.words,
        deps,
        request: c.req.raw,
        mount: c.env,
        params: c.req.param(),
      }),
    );
    if (operation.cors) app.options(operation.path, preflight);
  }
  app.notFound(async ({ req, env: { path, base } }) =>
    respond({}, await notHere({ contract, request: req.raw, path, base })),
  );
  return { contract, fetch: async (request, mount) => app.fetch(request, mount) };
}
