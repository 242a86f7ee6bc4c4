import { join } from 'node:path';
import { failureBars, note, ratioBar, row } from './compare.ts';
import { canPin, startNode, stop } from './machine.ts';
import type { Effort, Section } from './report.ts';
import { CONCURRENCY, inTurns, type Round } from './rounds.ts';
import { DRIVER_CORE, journalIsOn, type Server, startHopCat, startPeer } from './servers.ts';

/** Decision 010: the design's 3 × cannot be had with a journal. */
const LEAST_RATIO = 1.4;

function judge(servers: readonly Server[], found: readonly Round[][], journal: boolean): Section {
  const [ours, mock] = found as [Round[], Round[]];
  return {
    title: 'Whole sign-ins: authorize, code with PKCE, token with RS256, userinfo',
    head: ['server', 'a second', 'spread', 'CPU ms each', 'HopCat is', 'by CPU', 'of its core', 'driver'],
    rows: servers.map((server, index) => row(server, found[index]!, ours)),
    notes: [note(ours.length)],
    bars: [
      ratioBar(ours, mock, { what: 'sign-ins', peer: 'oauth2-mock-server', least: LEAST_RATIO }),
      {
        met: journal,
        sentence: `HopCat's journal ${journal ? 'was on' : 'holds nothing of these sign-ins'}.`,
      },
      ...failureBars(servers, found, 'sign-ins'),
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
