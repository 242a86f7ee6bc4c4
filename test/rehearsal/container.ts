import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { FunctionPlan } from './stack.ts';

const worker = join(import.meta.dirname, 'worker.ts');

/** Lambda takes no result above 6 MB. */
const MOST_BYTES = 6 * 1_048_576;

/** Lambda gives the import 10 s; a busy machine is not Lambda. */
const STARTS_WITHIN_MS = 30_000;

/** What a worker is told. */
export interface Invocation {
  event: APIGatewayProxyEventV2;
  context: { awsRequestId: string; functionName: string; timeoutMs: number };
}

/** What a worker says. */
export interface Outcome {
  ready?: true;
  result?: APIGatewayProxyStructuredResultV2;
  error?: string;
}

/** One process of one function. It takes one invocation at a time. */
export interface Container {
  /** @throws Error when the function fails, ends, or takes longer than its template allows. */
  invoke(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2>;
  alive(): boolean;
  kill(): void;
}

export interface ContainerOptions {
  /** The variables that Lambda itself sets. */
  environment: Readonly<Record<string, string>>;
  /** Whether the process is stopped after an invocation, as Lambda freezes a container. */
  freezes(): boolean;
  onLine(line: string): void;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** From here on the process counts as gone, though it takes the system a moment. */
function end(child: ChildProcess): void {
  running.delete(child);
  child.kill('SIGKILL');
}

/** Resolves to what the worker says next; rejects when it ends, or when the time is up. */
function nextWord(child: ChildProcess, timeoutMs: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      child.off('message', said);
      child.off('exit', ended);
    };
    const said = (outcome: Outcome) => {
      settle();
      resolve(outcome);
    };
    const ended = (code: number | null, signal: string | null) => {
      settle();
      reject(new Error(`the process ended with ${code ?? signal}`));
    };
    const timer = setTimeout(() => {
      settle();
      end(child);
      reject(new Error(`the task timed out after ${timeoutMs / 1000} seconds`));
    }, timeoutMs);
    child.once('message', said).once('exit', ended);
  });
}

function spawnWorker(plan: FunctionPlan, options: ContainerOptions): ChildProcess {
  const child = spawn(process.execPath, [worker, join(plan.folder, plan.module), plan.handler], {
    cwd: plan.folder,
    env: { ...options.environment, ...plan.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface(stream).on('line', options.onLine);
  }
  return child;
}

/** Starts a process with the environment that the template and Lambda give it, and nothing else. */
export async function startContainer(plan: FunctionPlan, options: ContainerOptions): Promise<Container> {
  const child = spawnWorker(plan, options);
  await nextWord(child, STARTS_WITHIN_MS);
  return {
    async invoke(event) {
      const context = { awsRequestId: randomUUID(), functionName: plan.id, timeoutMs: plan.timeoutMs };
      child.kill('SIGCONT');
      const outcome = nextWord(child, plan.timeoutMs);
      child.send({ event, context } satisfies Invocation);
      const { result, error } = await outcome;
      if (options.freezes()) child.kill('SIGSTOP');
      if (!result) throw new Error(error ?? 'the function gave no result');
      if (Buffer.byteLength(JSON.stringify(result)) > MOST_BYTES)
        throw new Error('the result is larger than 6 MB');
      return result;
    },
    alive: () => running.has(child),
    kill: () => end(child),
  };
}
