import { performance } from 'node:perf_hooks';
import { askOver, connections } from './ask.ts';
import { discover, signIn, type Target } from './sign-in.ts';

/** What the parent asks of the driver: keep so many sign-ins under way for so long. */
export interface Order {
  target: Target;
  milliseconds: number;
  concurrency: number;
  /** Check every signature (for the warm-up). */
  verified: boolean;
}

export interface Outcome {
  signIns: number;
  seconds: number;
  failures: number;
  firstFailure?: string;
  /** Share of one core that the driver itself used. Near 1 it would be the bottleneck. */
  driverCpu: number;
}

async function drive({ target, milliseconds, concurrency, verified }: Order): Promise<Outcome> {
  const agent = connections(concurrency);
  const ask = askOver(agent);
  const provider = await discover(ask, target);
  const outcome: Outcome = { signIns: 0, seconds: 0, failures: 0, driverCpu: 0 };
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  const one = async () => {
    while (performance.now() - start < milliseconds) {
      try {
        await signIn(ask, provider, verified);
        outcome.signIns += 1;
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

process.on('message', (order: Order) => {
  drive(order).then(
    (outcome) => process.send!(outcome),
    (error) =>
      process.send!({ signIns: 0, seconds: 1, failures: 1, firstFailure: String(error), driverCpu: 0 }),
  );
});

process.once('disconnect', () => process.exit());
