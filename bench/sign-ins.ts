import { join } from 'node:path';
import { canPin, startNode, stop } from './machine.ts';
import type { Bar, Effort, Section } from './report.ts';
import { CONCURRENCY, inTurns, type Round } from './rounds.ts';
import { DRIVER_CORE, journalIsOn, type Server, startHopCat, startPeer } from './servers.ts';
import { median, spread } from './stats.ts';

/** Decision 010: the design's 3 × cannot be had with a journal. */
const LEAST_RATIO = 1.4;
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

function row({ name }: Server, rounds: readonly Round[], ours: readonly Round[]): string[] {
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

function failureBars(servers: readonly Server[], found: readonly Round[][]): Bar[] {
  return servers.flatMap(({ name, said }, index) => {
    const failures = found[index]!.reduce((sum, round) => sum + round.failures, 0);
    const first = found[index]!.find((round) => round.firstFailure)?.firstFailure;
    return failures > 0
      ? [{ met: false, sentence: `${failures} sign-ins failed at ${name}: ${first} ${said()}` }]
      : [];
  });
}

function note(rounds: number): string {
  const cores = canPin
    ? 'Server on core 0, driver on core 1'
    : 'NOT PINNED (no taskset, or one core only): server and driver disturb each other';
  return `${cores}; ${CONCURRENCY} at a time, ${rounds} rounds in turns; HopCat on a SQLite file.`;
}

/**
 * A server that never waits has its core to itself, or others are on it. Then the peer with its pool of threads
 * would be given more of the core than HopCat with its one, so the CPU that each sign-in takes is compared instead.
 */
function ratioBar(ours: readonly Round[], mock: readonly Round[]): Bar {
  const disturbed = median(column(mock, 'share')) < UNDISTURBED;
  const ratio = disturbed ? byCpu(ours, mock) : byThroughput(ours, mock);
  const how = disturbed ? ' for the same CPU, as others were on its core' : '';
  return {
    met: ratio >= LEAST_RATIO,
    sentence: `HopCat does ${ratio.toFixed(2)} × the sign-ins of oauth2-mock-server${how}; the bar is ${LEAST_RATIO} ×.`,
  };
}

function judge(servers: readonly Server[], found: readonly Round[][], journal: boolean): Section {
  const [ours, mock] = found as [Round[], Round[]];
  return {
    title: 'Whole sign-ins: authorize, code with PKCE, token with RS256, userinfo',
    head: ['server', 'a second', 'spread', 'CPU ms each', 'HopCat is', 'by CPU', 'of its core', 'driver'],
    rows: servers.map((server, index) => row(server, found[index]!, ours)),
    notes: [note(ours.length)],
    bars: [
      ratioBar(ours, mock),
      {
        met: journal,
        sentence: `HopCat's journal ${journal ? 'was on' : 'holds nothing of these sign-ins'}.`,
      },
      ...failureBars(servers, found),
    ],
    figures: {
      concurrency: CONCURRENCY,
      pinned: canPin,
      rounds: servers.map(({ name }, i) => [name, found[i]]),
    },
  };
}

export async function signIns(effort: Effort): Promise<Section> {
  const driver = startNode(
    DRIVER_CORE,
    [join(import.meta.dirname, 'driver.ts')],
    ['ignore', 'ignore', 'inherit', 'ipc'],
  );
  const servers: Server[] = [];
  try {
    for (const start of [
      startHopCat,
      () => startPeer('oauth2-mock-server'),
      () => startPeer('oidc-provider'),
    ]) {
      servers.push(await start());
    }
    const found = await inTurns(driver, servers, effort);
    return judge(servers, found, await journalIsOn(servers[0]!));
  } finally {
    await Promise.all([driver, ...servers.map(({ child }) => child)].map(stop));
  }
}
