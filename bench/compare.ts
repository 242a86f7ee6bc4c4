import { canPin } from './machine.ts';
import type { Bar } from './report.ts';
import { CONCURRENCY, type Measured, type Round } from './rounds.ts';
import { median, spread } from './stats.ts';

/** The share of a core below which somebody else was on it. */
const UNDISTURBED = 0.9;

const column = (rounds: readonly Round[], name: 'perSecond' | 'driverCpu' | 'serverCpuMs' | 'share') =>
  rounds.map((round) => round[name]);

/** Round by round, so that a slow moment of the machine is on both sides. */
const medianRatio = (a: readonly number[], b: readonly number[]) =>
  median(a.map((value, round) => value / b[round]!));

const byThroughput = (ours: readonly Round[], theirs: readonly Round[]) =>
  medianRatio(column(ours, 'perSecond'), column(theirs, 'perSecond'));

const byCpu = (ours: readonly Round[], theirs: readonly Round[]) =>
  medianRatio(column(theirs, 'serverCpuMs'), column(ours, 'serverCpuMs'));

const percent = (shares: readonly number[]) => `${(100 * median(shares)).toFixed(0)} %`;

export function row({ name }: Measured, rounds: readonly Round[], ours: readonly Round[]): string[] {
  const [perSecond, cpu] = [column(rounds, 'perSecond'), column(rounds, 'serverCpuMs')];
  const times = [byThroughput(ours, rounds), byCpu(ours, rounds)];
  return [
    name,
    median(perSecond).toFixed(0),
    spread(perSecond),
    median(cpu).toFixed(2),
    ...times.map((ratio) => (rounds === ours ? '' : `${ratio.toFixed(2)} ×`)),
    percent(column(rounds, 'share')),
    percent(column(rounds, 'driverCpu')),
  ];
}

export function failureBars(servers: readonly Measured[], found: readonly Round[][], what: string): Bar[] {
  return servers.flatMap(({ name, said }, index) => {
    const failures = found[index]!.reduce((sum, round) => sum + round.failures, 0);
    const first = found[index]!.find((round) => round.firstFailure)?.firstFailure;
    return failures > 0
      ? [{ met: false, sentence: `${failures} ${what} failed at ${name}: ${first} ${said()}` }]
      : [];
  });
}

/** What a reader of the figures must know. */
export function note(rounds: number): string {
  const cores = canPin
    ? 'Server on core 0, driver on core 1'
    : 'NOT PINNED (no taskset, or one core only): server and driver disturb each other';
  return `${cores}; ${CONCURRENCY} at a time, ${rounds} rounds in turns; HopCat on a SQLite file.`;
}

/** What a server did, against whom, and how many times as much it must do. */
interface Claim {
  what: string;
  peer: string;
  least: number;
}

/**
 * A server that never waits has its core to itself, or others are on it. Then the peer with its pool of threads
 * would be given more of the core than HopCat with its one, so the CPU that each call takes is compared instead.
 */
export function ratioBar(ours: readonly Round[], mock: readonly Round[], { what, peer, least }: Claim): Bar {
  const disturbed = median(column(mock, 'share')) < UNDISTURBED;
  const ratio = disturbed ? byCpu(ours, mock) : byThroughput(ours, mock);
  const how = disturbed ? ' for the same CPU, as others were on its core' : '';
  return {
    met: ratio >= least,
    sentence: `HopCat does ${ratio.toFixed(2)} × the ${what} of ${peer}${how}; the bar is ${least} ×.`,
  };
}
