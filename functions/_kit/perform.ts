import type { Contract, Operation } from '../../contracts/_contract.ts';
import { refuseForeignPages, requireKey } from './admit.ts';
import type { Answer, Refusal } from './answer.ts';
import { readClock } from './clock.ts';
import type { Deps } from './deps.ts';
import { Exchange, type ExchangeFacts } from './exchange.ts';
import { Fault } from './fault.ts';
import type { Mount, Route, Words } from './implement.ts';
import { checked, rawInput } from './input.ts';
import { JOURNAL_LIFETIME_MS, journalEntries, journalEntry } from './journal.ts';
import { masked, maskNumbers } from './mask.ts';
import { type Opened, openWorkspace } from './open.ts';
import { respond } from './respond.ts';
import type { Change } from './store.ts';
import { faultKind, wordFault } from './wire.ts';
import { newWorkspace, ownNumbers, type Workspace, workspaceKey } from './workspace.ts';

export { digest, matches } from './admit.ts';

/** How often a route runs anew because something that it read was changed before it could save. */
const MAX_RUNS = 40;

export interface Call {
  contract: Contract;
  name: string;
  operation: Operation;
  route: Route;
  words: Words | undefined;
  deps: Deps;
  request: Request;
  mount: Mount;
  params: Readonly<Record<string, string>>;
}

async function worded({ contract, operation, name, words }: Call, fault: Fault): Promise<Answer> {
  if (operation.errors !== 'own') return wordFault(contract, operation, fault);
  if (!words) throw new Error(`${contract.name} has no words of its own`);
  return { ...words(fault, faultKind(contract, fault.code), name), fault };
}

/** The raw input, or why it could not be read. */
type Raw = { query: unknown; body: unknown; fault?: Fault };

async function readRaw({ operation, request }: Call): Promise<Raw> {
  try {
    return await rawInput(operation, request);
  } catch (error) {
    if (error instanceof Fault) return { query: {}, body: undefined, fault: error };
    throw error;
  }
}

/** What stands outside the workspaces has real time, no settings and no journal. */
const outside = ({ deps }: Call): Opened => ({
  item: { key: workspaceKey('_'), value: newWorkspace('_', 0), version: '' },
  real: deps.now(),
  loaded: new Map(),
});

/** The workspace and what the route wants with it, in one consistent round trip. */
async function open(call: Call, raw: Raw): Promise<ExchangeFacts | undefined> {
  const { contract, name, deps, mount, request, route, params } = call;
  const input = { ...(raw.query as object), ...(raw.body as object) };
  const wanted = (space: string) =>
    'preload' in route ? route.preload({ workspace: space, request, params, input }) : [];
  const opened = contract.root ? outside(call) : await openWorkspace(deps, mount.workspace, wanted);
  if (!opened) return undefined;
  const { item, real, loaded } = opened;
  return {
    system: contract.name,
    operation: name,
    deps,
    request,
    url: request.url.slice(request.url.indexOf('/', 8)),
    base: mount.base,
    params,
    query: raw.query as ExchangeFacts['query'],
    body: raw.body,
    workspace: item.value,
    workspaceVersion: item.version,
    clock: readClock(real, item.value.settings),
    isOurs: ownNumbers(item.value),
    loaded,
  };
}

function admit({ operation, deps, request }: Call, workspace: Workspace): void {
  if (!operation.keyed) return;
  refuseForeignPages(deps, request);
  requireKey(request, workspace);
}

/** What the operation's schema makes of what was sent. @throws Fault invalid_input */
function inputOf(operation: Operation, method: string, raw: Raw): unknown {
  const takesBody = operation.json ?? operation.form ?? operation.xml;
  if (method === 'GET' || method === 'HEAD' || !takesBody) return checked(operation.query, raw.query);
  if (operation.query) checked(operation.query, raw.query);
  return operation.xml ? raw.body : checked(operation.json ?? operation.form, raw.body);
}

async function run(call: Call, x: Exchange, raw: Raw): Promise<Answer> {
  const { operation, route } = call;
  try {
    if (raw.fault) throw raw.fault;
    admit(call, x.workspace);
    x.input = inputOf(operation, x.request.method, raw);
    const result = await ('preload' in route ? route.run(x as never) : route(x as never));
    return 'refuse' in result ? await refused(call, result) : result;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return worded(call, error);
  }
}

async function refused(call: Call, { refuse, changes }: Refusal): Promise<Answer> {
  return { ...(await worded(call, refuse)), changes };
}

/** What the contract does not promise must not leave: logged here, and a test's log makes it fail. */
function holdToContract({ contract, name, operation, deps }: Call, answer: Answer): void {
  if (answer.fault) return;
  const promised = operation.answers[answer.status];
  if (promised === undefined) {
    deps.log.error('contract breach', { system: contract.name, operation: name, status: answer.status });
  } else if (typeof promised !== 'string') {
    const result = promised.safeParse(answer.body);
    if (result.success) return;
    const where = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    const about = { system: contract.name, operation: name, where: masked(where, () => false) };
    deps.log.error('contract breach', about);
  }
}

function journalChange(x: Exchange, answer: Answer, startedAt: number): Change {
  if (answer.fault) x.remarks.fault = { code: answer.fault.code, detail: answer.fault.detail };
  const duration = Math.round((performance.now() - startedAt) * 100) / 100;
  const entry = journalEntry(x, answer, duration);
  const lifetime = { expires: undefined, purge: x.clock.real + JOURNAL_LIFETIME_MS };
  return { ...x.put(journalEntries, entry.id, entry), ...lifetime };
}

const noWorkspace = (call: Call): Fault =>
  new Fault('unknown_workspace', `no workspace '${maskNumbers(call.mount.workspace, () => false)}'`);

async function once(call: Call, raw: Raw, startedAt: number): Promise<Response | undefined> {
  const facts = await open(call, raw);
  if (!facts) return respond(call.operation, await worded(call, noWorkspace(call)));
  const x = new Exchange(facts, undefined as unknown);
  const answer = await run(call, x, raw);
  holdToContract(call, answer);
  const changes = [...(answer.changes ?? [])];
  if (!call.operation.quiet && !call.contract.root) changes.push(journalChange(x, answer, startedAt));
  if (changes.length > 0) {
    const commit = await call.deps.store.commit(changes, x.clock.now);
    if (!commit.ok) return undefined;
  }
  await answer.after?.();
  return respond(call.operation, answer);
}

async function broken(call: Call, error: unknown): Promise<Response> {
  const reference = Buffer.from(call.deps.random(6)).toString('hex');
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  call.deps.log.error('unexpected failure', {
    system: call.contract.name,
    operation: call.name,
    reference,
    error: maskNumbers(text, () => false),
  });
  return respond(call.operation, await worded(call, new Fault('broken', `reference ${reference}`)));
}

/** One request through its operation: open, load, decide, save, word, and write down. */
export async function perform(call: Call): Promise<Response> {
  const startedAt = performance.now();
  try {
    const raw = await readRaw(call);
    for (let runs = 1; runs <= MAX_RUNS; runs++) {
      const response = await once(call, raw, startedAt);
      if (response) return response;
      const patience = Math.min(runs * 2, 40) * ((call.deps.random(1)[0] ?? 0) / 255);
      if (runs > 2) await new Promise((resolve) => setTimeout(resolve, patience));
    }
    const tired = new Fault('busy', 'the same items changed all the time', {
      headers: { 'retry-after': '1' },
    });
    return respond(call.operation, await worded(call, tired));
  } catch (error) {
    return broken(call, error);
  }
}
