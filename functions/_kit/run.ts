import type { Contract, Operation } from '../../contracts/_contract.ts';
import { canFail, FAULT_HEADER } from '../../contracts/_failures.ts';
import { refuseForeignPages, requireKey } from './admit.ts';
import type { Answer, Refusal } from './answer.ts';
import type { Deps } from './deps.ts';
import { Exchange, type ExchangeFacts } from './exchange.ts';
import { Fault } from './fault.ts';
import type { Mount, Route, Words } from './implement.ts';
import { checked, takesBody } from './input.ts';
import type { Change } from './store.ts';
import { faultKind, wordFault } from './wire.ts';
import type { Workspace } from './workspace.ts';

/** One request to one operation. */
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

/** The raw input, or why it could not be read. */
export type Raw = { query: unknown; body: unknown; fault?: Fault };

/** A refusal as the operation's wire has it. */
export async function worded(
  { contract, operation, name, words, mount, request }: Call,
  fault: Fault,
): Promise<Answer> {
  if (operation.errors !== 'own') return wordFault(contract, operation, fault, mount.base);
  if (!words) throw new Error(`${contract.name} has no words of its own`);
  return { ...(await words(fault, faultKind(contract, fault.code), name, mount.base, request)), fault };
}

function admit({ contract, operation, deps, request }: Call, workspace: Workspace): void {
  if (operation.keyed || operation.ownPages) refuseForeignPages(deps, request, contract.origins);
  if (operation.keyed) requireKey(request, workspace);
}

/** What the operation's schema makes of what was sent. @throws Fault invalid_input */
function inputOf(operation: Operation, method: string, raw: Raw): unknown {
  if (method === 'GET' || method === 'HEAD' || !takesBody(operation))
    return checked(operation.query, raw.query);
  if (operation.query) checked(operation.query, raw.query);
  // A CSV body stays unread: the route takes it in pieces.
  if (operation.csv && raw.body === undefined) return undefined;
  return operation.xml || operation.bytes ? raw.body : checked(operation.json ?? operation.form, raw.body);
}

async function run(call: Call, x: Exchange, raw: Raw): Promise<Answer> {
  const { operation, route } = call;
  try {
    if ('preload' in route) await route.admit?.(x);
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

async function refused(call: Call, { refuse, ...more }: Refusal): Promise<Answer> {
  return { ...(await worded(call, refuse)), ...more };
}

/** Whether anything could be asked to go wrong: what asks is then looked at, in a module of its own. */
function mayFail({ contract, request, deps }: Call, x: Exchange): boolean {
  if (!canFail(contract)) return false;
  if (request.headers.has(FAULT_HEADER) || x.workspace.faults.length > 0) return true;
  const slug = x.remarks.person;
  if (slug === undefined) return false;
  return Object.hasOwn(x.workspace.people, slug) || deps.people.findBySlug(slug)?.fails !== undefined;
}

/** A call and its answer, and what counts up besides what the answer changes. */
export interface Answered {
  x: Exchange;
  answer: Answer;
  counts: readonly Change[];
}

/** One call, answered by its route, or as something asked for it to go wrong. */
export async function answered(call: Call, raw: Raw, facts: ExchangeFacts): Promise<Answered> {
  const x = new Exchange(facts, undefined as unknown);
  const answer = await run(call, x, raw);
  if (!mayFail(call, x)) return { x, answer, counts: [] };
  const again = async (failure: string) => {
    const anew = new Exchange({ ...facts, failure }, undefined as unknown);
    return { x: anew, answer: await run(call, anew, raw) };
  };
  const { failing } = await import('./failing.ts');
  try {
    return await failing(call, { x, answer }, { again, word: (fault) => worded(call, fault) });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { x, answer: await worded(call, error), counts: [] };
  }
}
