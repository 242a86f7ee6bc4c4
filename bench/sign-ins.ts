import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Outcome } from './driver.ts';
import { canPin, cpuSeconds, startNode, stop } from './machine.ts';
import type { Bar, Effort, Section } from './report.ts';
import { DRIVER_CORE, journalIsOn, type Server, startHopCat, startPeer } from './servers.ts';
import { median, spread } from './stats.ts';

const CONCURRENCY = 16;
const LEAST_RATIO = 3;

interface Round {
  perSecond: number;
  failures: number;
  firstFailure?: string;
  driverCpu: number;
  /** CPU milliseconds of the server for one sign-in: what another load on the machine distorts least. */
  serverCpuMs: number;
}

async function drive(driver: ChildProcess, order: Order): Promise<Outcome> {
  const reply = once(driver, 'message');
  driver.send(order);
  const [outcome] = await reply;
  return outcome;
}

async function measure(
  driver: ChildProcess,
  server: Server,
  milliseconds: number,
  verified: boolean,
): Promise<Round> {
  const before = cpuSeconds(server.child.pid!);
  const order = { target: server.target, milliseconds, concurrency: CONCURRENCY, verified };
  const { signIns, seconds, ...rest } = await drive(driver, order);
  const used = (cpuSeconds(server.child.pid!) ?? Number.NaN) - (before ?? Number.NaN);
  return { ...rest, perSecond: signIns / seconds, serverCpuMs: (used * 1000) / signIns };
}

/** The servers in turns, so that a slow moment of the machine meets all of them. */
async function inTurns(
  driver: ChildProcess,
  servers: readonly Server[],
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

const column = (rounds: readonly Round[], name: 'perSecond' | 'driverCpu' | 'serverCpuMs') =>
  rounds.map((round) => round[name]);

/** Round by round, so that a slow moment of the machine is on both sides. */
const medianRatio = (a: readonly number[], b: readonly number[]) =>
  median(a.map((value, round) => value / b[round]!));

function row({ name }: Server, rounds: readonly Round[], ours: readonly Round[]): string[] {
  const [perSecond, cpu] = [column(rounds, 'perSecond'), column(rounds, 'serverCpuMs')];
  const times = [
    medianRatio(column(ours, 'perSecond'), perSecond),
    medianRatio(cpu, column(ours, 'serverCpuMs')),
  ].map((ratio) => (rounds === ours ? '' : `${ratio.toFixed(2)} ×`));
  const driver = `${(100 * median(column(rounds, 'driverCpu'))).toFixed(0)} %`;
  return [name, median(perSecond).toFixed(0), spread(perSecond), median(cpu).toFixed(2), ...times, driver];
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

function judge(servers: readonly Server[], found: readonly Round[][], journal: boolean): Section {
  const [ours, mock] = found as [Round[], Round[]];
  const ratio = medianRatio(column(ours, 'perSecond'), column(mock, 'perSecond'));
  const sentence = `HopCat does ${ratio.toFixed(2)} × the sign-ins of oauth2-mock-server; the bar is ${LEAST_RATIO} ×.`;
  return {
    title: 'Whole sign-ins: authorize, code with PKCE, token with RS256, userinfo',
    head: ['server', 'a second', 'spread', 'CPU ms each', 'HopCat is', 'by CPU', 'driver CPU'],
    rows: servers.map((server, index) => row(server, found[index]!, ours)),
    notes: [note(ours.length)],
    bars: [
      { met: ratio >= LEAST_RATIO, sentence },
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
