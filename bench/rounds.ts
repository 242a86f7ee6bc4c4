import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Order, Outcome } from './drive.ts';
import { cpuSeconds } from './machine.ts';
import type { Effort } from './report.ts';

/** A server under measurement, and what its driver is told of it. */
export interface Measured<Target = unknown> {
  name: string;
  child: ChildProcess;
  /** The end of what it has written to its standard error. */
  said(): string;
  target: Target;
}

/** How many calls are under way at a time. */
export const CONCURRENCY = 16;

/** What one server did in one round. */
export interface Round {
  perSecond: number;
  failures: number;
  firstFailure?: string;
  driverCpu: number;
  /** CPU milliseconds of the server for one of them: what another load on the machine distorts least. */
  serverCpuMs: number;
  /** How much of one core the server got. */
  share: number;
}

async function drive(driver: ChildProcess, order: Order<unknown>): Promise<Outcome> {
  const done = new AbortController();
  const reply = once(driver, 'message', { signal: done.signal });
  const gone = once(driver, 'exit', { signal: done.signal }).then(() => {
    throw new Error('the driver ended');
  });
  driver.send(order);
  try {
    const [outcome] = await Promise.race([reply, gone]);
    return outcome;
  } finally {
    done.abort();
  }
}

async function measure(
  driver: ChildProcess,
  server: Measured,
  milliseconds: number,
  verified: boolean,
): Promise<Round> {
  const before = cpuSeconds(server.child.pid!);
  const order = { target: server.target, milliseconds, concurrency: CONCURRENCY, verified };
  const { done, seconds, ...rest } = await drive(driver, order);
  const used = (cpuSeconds(server.child.pid!) ?? Number.NaN) - (before ?? Number.NaN);
  return {
    ...rest,
    perSecond: done / seconds,
    serverCpuMs: (used * 1000) / done,
    share: used / seconds,
  };
}

/** The servers in turns, so that a slow moment of the machine meets all of them. */
export async function inTurns(
  driver: ChildProcess,
  servers: readonly Measured[],
  { quick }: Effort,
): Promise<Round[][]> {
  const [rounds, milliseconds] = quick ? [3, 1000] : [7, 3000];
  const found: Round[][] = servers.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, server] of servers.entries()) {
      const warmUp = round === 0;
      const measured = await measure(driver, server, milliseconds, warmUp);
      if (!warmUp || measured.failures > 0) found[index]!.push(measured);
    }
  }
  return found;
}
