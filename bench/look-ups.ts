import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { failureBars, note, ratioBar, row } from './compare.ts';
import { type LookUp, lookUpsAreInJournal, startOurs, startPrism } from './look-up.ts';
import { canPin, startNode, stop } from './machine.ts';
import type { Effort, Section } from './report.ts';
import { CONCURRENCY, inTurns, type Measured, type Round } from './rounds.ts';
import { DRIVER_CORE } from './servers.ts';

const LEAST_RATIO = 3;

function judge(servers: readonly Measured[], found: readonly Round[][], journal: boolean): Section {
  const [ours, mock] = found as [Round[], Round[]];
  return {
    title: "Look-ups: the match of a person's number, insurance number, name and birth date",
    head: ['server', 'a second', 'spread', 'CPU ms each', 'HopCat is', 'by CPU', 'of its core', 'driver'],
    rows: servers.map((server, index) => row(server, found[index]!, ours)),
    notes: [note(ours.length), 'Prism mocks the same operation from our own OpenAPI document.'],
    bars: [
      ratioBar(ours, mock, { what: 'look-ups', peer: 'prism', least: LEAST_RATIO }),
      {
        met: journal,
        sentence: `HopCat's journal ${journal ? 'was on' : 'holds nothing of these look-ups'}.`,
      },
      ...failureBars(servers, found, 'look-ups'),
    ],
    figures: {
      concurrency: CONCURRENCY,
      pinned: canPin,
      rounds: servers.map(({ name }, i) => [name, found[i]]),
    },
  };
}

/** A look-up in a register, against a mock server that plays the same operation from its document. */
export async function lookUps(effort: Effort): Promise<Section> {
  const driver = startNode(
    DRIVER_CORE,
    [join(import.meta.dirname, 'look-up-driver.ts')],
    ['ignore', 'ignore', 'inherit', 'ipc'],
  );
  const started: ChildProcess[] = [driver];
  const start = async (server: Promise<Measured<LookUp>>): Promise<Measured<LookUp>> => {
    started.push((await server).child);
    return server;
  };
  try {
    const ours = await start(startOurs());
    const servers = [ours, await start(startPrism(ours))];
    const found = await inTurns(driver, servers, effort);
    return judge(servers, found, await lookUpsAreInJournal(ours));
  } finally {
    await Promise.all(started.map(stop));
  }
}
