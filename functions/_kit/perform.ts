import type { Answer } from './answer.ts';
import { readClock } from './clock.ts';
import type { Exchange, ExchangeFacts } from './exchange.ts';
import { Fault } from './fault.ts';
import { rawInput } from './input.ts';
import { JOURNAL_LIFETIME_MS, journalEntries, journalEntry } from './journal.ts';
import { masked, maskNumbers } from './mask.ts';
import { type Opened, openWorkspace } from './open.ts';
import { respond } from './respond.ts';
import { answered, type Call, type Raw, worded } from './run.ts';
import type { Change, Key } from './store.ts';
import { newWorkspace, ownNumbers, workspaceKey } from './workspace.ts';

export { digest, matches } from './admit.ts';

/** How often a route runs anew because something that it read was changed before it could save. */
const MAX_RUNS = 40;

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
  const wanted = (space: string): readonly Key[] => {
    if (!('preload' in route)) return [];
    const form = typeof raw.body === 'object' && !(raw.body instanceof Uint8Array) ? raw.body : undefined;
    return route.preload({ workspace: space, request, params, input: { ...(raw.query as object), ...form } });
  };
  const opening = contract.root ? outside(call) : openWorkspace(deps, mount.workspace, wanted);
  const [opened] = deps.loadPeople ? await Promise.all([opening, deps.loadPeople()]) : [await opening];
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

/** What the contract does not promise must not leave: logged here, and a test's log makes it fail. */
function holdToContract({ contract, name, operation, deps }: Call, answer: Answer): void {
  if (answer.fault || answer.settles) return;
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

function journalChange({ operation }: Call, x: Exchange, answer: Answer, startedAt: number): Change {
  if (answer.fault) x.remarks.fault = { code: answer.fault.code, detail: answer.fault.detail };
  const duration = Math.round((performance.now() - startedAt) * 100) / 100;
  const entry = journalEntry(x, answer, duration, operation);
  const lifetime = { expires: undefined, purge: x.clock.real + JOURNAL_LIFETIME_MS };
  return { ...x.put(journalEntries, entry.id, entry), ...lifetime };
}

const isWritten = ({ operation, contract }: Call): boolean => !operation.quiet && !contract.root;

/** An answer that is made while it goes out is written down when it has ended; one that is to be spoilt is made first. */
async function pouring(call: Call, x: Exchange, answer: Answer, startedAt: number): Promise<Answer> {
  const { body } = answer;
  if (!(body instanceof ReadableStream)) return answer;
  const { watched } = await import('./pieces.ts');
  if (answer.failing?.ends)
    return { ...answer, body: new Uint8Array(await new Response(body).arrayBuffer()) };
  const ended = async (sent: number, failure?: unknown) => {
    x.remarks.sent = sent;
    if (failure instanceof Fault) x.remarks.fault = { code: failure.code, detail: failure.detail };
    else if (failure !== undefined) x.remarks.notes.push(`cut off: ${failure}`);
    if (isWritten(call))
      await call.deps.store.commit([journalChange(call, x, answer, startedAt)], x.clock.now);
  };
  return { ...answer, body: watched(body as ReadableStream<Uint8Array>, ended) };
}

/** What the call waited for: written down when it is there, and spoilt as the answer would have been. */
async function settled(call: Call, x: Exchange, answer: Answer, startedAt: number): Promise<Answer> {
  if (!answer.settles) return answer;
  const told = await answer.settles().catch((error: unknown) => {
    if (error instanceof Fault) return worded(call, error);
    throw error;
  });
  holdToContract(call, told);
  if (isWritten(call)) await call.deps.store.commit([journalChange(call, x, told, startedAt)], x.clock.now);
  return { ...told, ...(answer.failing && { failing: answer.failing }) };
}

const noWorkspace = (call: Call): Fault =>
  new Fault('unknown_workspace', `no workspace '${maskNumbers(call.mount.workspace, () => false)}'`);

async function once(call: Call, raw: Raw, startedAt: number): Promise<Response | undefined> {
  const facts = await open(call, raw);
  if (!facts) return respond(call.operation, await worded(call, noWorkspace(call)));
  const { x, answer: first, counts } = await answered(call, raw, facts);
  const answer = await pouring(call, x, first, startedAt);
  holdToContract(call, answer);
  const changes = [...(answer.changes ?? []), ...counts];
  const later = answer.body instanceof ReadableStream || answer.settles !== undefined;
  if (isWritten(call) && !later) changes.push(journalChange(call, x, answer, startedAt));
  if (changes.length > 0) {
    const commit = await call.deps.store.commit(changes, x.clock.now);
    if (!commit.ok) return undefined;
  }
  await answer.after?.();
  const last = await settled(call, x, answer, startedAt);
  const delay = answer.failing?.delayMs;
  if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
  return respond(call.operation, last);
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
