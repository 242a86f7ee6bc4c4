import { performance } from 'node:perf_hooks';
import { type Ask, askOver, connections } from './ask.ts';

/** What the parent asks of a driver: keep so many calls under way for so long. */
export interface Order<Target> {
  target: Target;
  milliseconds: number;
  concurrency: number;
  /** Check whatever can be checked (for the warm-up). */
  verified: boolean;
}

export interface Outcome {
  /** How many came to their end. */
  done: number;
  seconds: number;
  failures: number;
  firstFailure?: string;
  /** Share of one core that the driver itself used. Near 1 it would be the bottleneck. */
  driverCpu: number;
}

/** Makes ready for an order, and gives what is then done again and again; it throws what is a failure. */
export type Prepare<Target> = (ask: Ask, order: Order<Target>) => Promise<() => Promise<unknown>>;

async function drive<Target>(order: Order<Target>, prepare: Prepare<Target>): Promise<Outcome> {
  const { milliseconds, concurrency } = order;
  const agent = connections(concurrency);
  const attempt = await prepare(askOver(agent), order);
  const outcome: Outcome = { done: 0, seconds: 0, failures: 0, driverCpu: 0 };
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  const one = async () => {
    while (performance.now() - start < milliseconds) {
      try {
        await attempt();
        outcome.done += 1;
      } catch (error) {
        outcome.failures += 1;
        outcome.firstFailure ??= String(error);
        if (outcome.failures > 100) return;
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  const { user, system } = process.cpuUsage(cpu);
  outcome.seconds = (performance.now() - start) / 1000;
  outcome.driverCpu = (user + system) / 1e6 / outcome.seconds;
  agent.destroy();
  return outcome;
}

/** Makes this process a driver: it does what its parent orders, and ends with it. */
export function obey<Target>(prepare: Prepare<Target>): void {
  process.on('message', (order: Order<Target>) => {
    drive(order, prepare).then(
      (outcome) => process.send!(outcome),
      (error) =>
        process.send!({ done: 0, seconds: 1, failures: 1, firstFailure: String(error), driverCpu: 0 }),
    );
  });
  process.once('disconnect', () => process.exit());
}
