import { createHash, randomUUID } from 'node:crypto';
import type { Computed, Contract, Example, Operation } from '../../../contracts/_contract.ts';
import { callOf, type DraftCall } from '../../../functions/_kit/openapi/call.ts';
import type { TestWorkspace } from '../../targets/target.ts';

export type Variables = Record<string, string>;

const filled = (text: string, variables: Variables): string =>
  text.replace(/\{\{([^}]+)\}\}/g, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`nothing gives {{${name}}}`);
    return value;
  });

function computed(how: Computed, variables: Variables): string {
  if ('text' in how) return filled(how.text, variables);
  if ('base64' in how) return Buffer.from(filled(how.base64, variables)).toString('base64');
  return createHash('sha256').update(filled(how.sha256, variables)).digest('hex');
}

const pointed = (json: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], json);

const below = (ws: TestWorkspace, { name }: Contract): string => `${ws.origin}/${ws.id}/${name}`;

/** Sends a call to a system of the workspace. */
export function sendCall(ws: TestWorkspace, contract: Contract, operation: Operation, call: DraftCall) {
  const { path, body, ...rest } = call;
  const init = { ...rest, ...(body !== undefined && { body }) };
  if (operation.keyed) return ws.control(path, init);
  return ws.fetch(below(ws, contract) + path, init);
}

/** What an example works out that calls after it may use. */
const passedOn = ({ computes = {} }: Example): Variables =>
  Object.fromEntries(
    Object.entries(computes).flatMap(([name, how]) =>
      'text' in how ? [[name, filled(how.text, { $guid: randomUUID() })]] : [],
    ),
  );

/** An example with its variables filled in. */
export function filledCall(
  ws: TestWorkspace,
  contract: Contract,
  operation: Operation,
  example: Example,
  taken: Variables,
): DraftCall {
  const variables: Variables = {
    ...taken,
    base: below(ws, contract),
    $guid: randomUUID(),
    $timestamp: String(Math.floor(Date.now() / 1000)),
  };
  for (const [name, how] of Object.entries(example.computes ?? {})) {
    variables[name] ??= computed(how, variables);
  }
  const { method, path, headers, body } = callOf(operation, example);
  return {
    method,
    path: filled(path, variables),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, filled(value, variables)]),
    ),
    ...(body !== undefined && { body: filled(body, variables) }),
  };
}

async function send(
  ws: TestWorkspace,
  contract: Contract,
  operation: Operation,
  example: Example,
  taken: Variables,
): Promise<{ call: DraftCall; answer: Response }> {
  const call = filledCall(ws, contract, operation, example, taken);
  return { call, answer: await sendCall(ws, contract, operation, call) };
}

async function takenFrom(answer: Response, { takes = {} }: Example): Promise<Variables> {
  if (Object.keys(takes).length === 0) return {};
  const json: unknown = await answer.clone().json();
  return Object.fromEntries(
    Object.entries(takes).map(([name, pointer]) => [name, String(pointed(json, pointer))]),
  );
}

const tellsDates = ({ operations }: Contract): boolean =>
  Object.values(operations).some(({ examples = [] }) =>
    examples.some(({ calendar }) => calendar !== undefined),
  );

/** Lives on the day that an example needs, in a contract where that matters. */
export async function onItsDay(ws: TestWorkspace, contract: Contract, { calendar }: Example): Promise<void> {
  if (tellsDates(contract)) await ws.configure({ calendar: calendar ?? null });
}

/** Runs what an example needs to come before it; gives the variables that were taken. */
export async function before(ws: TestWorkspace, contract: Contract, { after }: Example): Promise<Variables> {
  if (after === undefined) return {};
  const operation = contract.operations[after];
  const [first] = operation?.examples ?? [];
  if (!operation || !first) throw new Error(`${contract.name} has no example of ${after}`);
  const earlier = await before(ws, contract, first);
  const known = { ...earlier, ...passedOn(first) };
  await onItsDay(ws, contract, first);
  const { answer } = await send(ws, contract, operation, first, known);
  return { ...known, ...(await takenFrom(answer, first)) };
}

/** Runs one example of a contract, after those that it needs. */
export async function runExample(
  ws: TestWorkspace,
  contract: Contract,
  operation: Operation,
  example: Example,
): Promise<{ call: DraftCall; answer: Response }> {
  const taken = await before(ws, contract, example);
  await onItsDay(ws, contract, example);
  return send(ws, contract, operation, example, taken);
}
