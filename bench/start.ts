import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort, ready, stop, temporaryFolder } from './machine.ts';
import type { Effort, Section } from './report.ts';
import { median, spread } from './stats.ts';

const BAR_MS = 1000;
const cli = join(import.meta.dirname, '../cli/hopcat.ts');

async function firstAnswer(data: string): Promise<number> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, [cli, 'start', '--port', `${port}`, '--data', data], {
    stdio: 'ignore',
  });
  try {
    await ready(child, `http://localhost:${port}/default/vneid/.well-known/openid-configuration`);
    return performance.now() - from;
  } finally {
    await stop(child);
  }
}

/** From the spawn of the command to the first 200 of discovery: on a new database file, and on one that exists. */
export async function startTime({ quick }: Effort): Promise<Section> {
  const times = quick ? 3 : 9;
  const [first, again]: [number[], number[]] = [[], []];
  const folder = temporaryFolder();
  for (let turn = 0; turn < times; turn += 1) {
    const data = join(folder, `${turn}.db`);
    first.push(await firstAnswer(data));
    again.push(await firstAnswer(data));
  }
  const cases = { 'a new database file': first, 'the same file again': again };
  return {
    title: 'Start: from the command to the first 200',
    head: ['on', 'ms', 'spread'],
    rows: Object.entries(cases).map(([name, all]) => [name, median(all).toFixed(0), spread(all)]),
    notes: [`Median of ${times} starts; node itself is part of it.`],
    bars: Object.entries(cases).map(([name, all]) => ({
      met: median(all) <= BAR_MS,
      sentence: `On ${name} HopCat answers ${median(all).toFixed(0)} ms after its start; the bar is ${BAR_MS} ms.`,
    })),
    figures: cases,
  };
}
