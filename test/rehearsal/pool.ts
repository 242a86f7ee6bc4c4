import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Container } from './container.ts';

/** So many processes a function has from its first invocation on: none may rely on what another remembers. */
const AT_LEAST = 2;

/** How long an invocation waits for a process before one more is started. Lambda would not wait at all. */
const PATIENCE_MS = 200;

/** The processes of one function. */
export interface Pool {
  invoke(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2>;
  /** How many processes there are now. */
  size(): number;
  stop(): void;
}

interface Waiting {
  take(container: Container): void;
  fail(reason: unknown): void;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Hands each invocation to the process that has been idle for longest, and starts more, one after the other, as
 * long as invocations wait: however systems call one another, somebody always gets on.
 */
export function poolOf(start: () => Promise<Container>): Pool {
  const all = new Set<Container>();
  const idle: Container[] = [];
  const waiting: Waiting[] = [];
  let first: Promise<unknown> | undefined;
  let growing = false;
  let stopped = false;

  async function add(): Promise<void> {
    const container = await start();
    if (stopped) return container.kill();
    all.add(container);
    offer(container);
  }

  function offer(container: Container): void {
    if (!container.alive()) {
      all.delete(container);
      if (!stopped) add().catch(failAll);
    } else if (waiting.length > 0) waiting.shift()?.take(container);
    else idle.push(container);
  }

  function failAll(reason: unknown): void {
    for (const each of waiting.splice(0)) each.fail(reason);
  }

  async function grow(): Promise<void> {
    if (growing) return;
    growing = true;
    for (await pause(PATIENCE_MS); waiting.length > 0 && !stopped; await pause(PATIENCE_MS)) await add();
    growing = false;
  }

  async function acquire(): Promise<Container> {
    first ??= Promise.all(Array.from({ length: AT_LEAST }, add));
    await first;
    const container = idle.shift();
    if (container) return container;
    return new Promise((take, fail) => {
      waiting.push({ take, fail });
      grow().catch(failAll);
    });
  }

  return {
    async invoke(event) {
      const container = await acquire();
      try {
        return await container.invoke(event);
      } finally {
        offer(container);
      }
    },
    size: () => all.size,
    stop() {
      stopped = true;
      failAll(new Error('the rehearsal is over'));
      for (const container of all) container.kill();
    },
  };
}
