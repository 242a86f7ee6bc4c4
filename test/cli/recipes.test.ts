import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contracts } from '../../contracts/index.ts';
import { recipesOf } from '../../functions/_kit/openapi/recipes.ts';
import { startSocket } from '../targets/socket.ts';
import { temporaryFolder } from './hopcat.ts';

const httpyac = join(import.meta.dirname, '../../node_modules/httpyac/bin/httpyac.js');
const systems = contracts.filter((contract) => recipesOf(contract).length > 0).map(({ name }) => name);

let socket: Awaited<ReturnType<typeof startSocket>>;
// A server for each, so that what one system's recipes revoke or stop is there for the next.
beforeEach(async () => {
  socket = await startSocket();
});
afterEach(() => socket?.stop());

interface Report {
  requests: { name: string; response?: { statusCode: number; body?: string } }[];
}

/** Runs every recipe of a file, in its order. httpyac leaves before a pipe has taken all: it writes to a file. */
async function runAll(file: string, cwd: string): Promise<Report> {
  const args = [httpyac, 'send', file, '--all', '--json', '--output', 'response'];
  const report = join(cwd, 'report.json');
  const stdout = openSync(report, 'w');
  await once(spawn(process.execPath, args, { cwd, stdio: ['ignore', stdout, 'inherit'] }), 'exit');
  closeSync(stdout);
  return JSON.parse(readFileSync(report, 'utf8')) as Report;
}

test.each(systems)(
  'a foreign client runs every recipe of %s, and each gives the status it promises',
  async (system) => {
    const folder = temporaryFolder();
    const served = await fetch(`${socket.origin}/default/${system}/recipes.http`);
    expect([served.status, served.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    writeFileSync(join(folder, 'recipes.http'), await served.text());
    const { requests } = await runAll('recipes.http', folder);
    const contract = contracts.find(({ name }) => name === system)!;
    const promised = recipesOf(contract).map(({ name, example }) => [name, example.status]);
    const bodies = requests
      .map(({ name, response }) => `${name}: ${response?.body?.slice(0, 300)}`)
      .join('\n');
    // What a later call needed again stands in the report a second time, without an answer.
    const answered = requests.filter(({ response }) => response !== undefined);
    const given = answered.map(({ name, response }) => [name, response?.statusCode] as const);
    const isCalendar = ([name]: readonly [string, ...unknown[]]) => /^calendar\d+$/.test(name);
    expect(
      given.filter((each) => !isCalendar(each)),
      bodies,
    ).toEqual(promised);
    expect(given.filter(isCalendar).filter(([, status]) => status !== 200)).toEqual([]);
  },
);
