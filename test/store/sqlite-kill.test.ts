import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import { hot, PATIENCE_MS, plain } from './engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'hopcat-kill-'));
const file = join(folder, 'store.db');
const WRITERS = 16;
const ENOUGH = 400;

afterAll(() => rmSync(folder, { recursive: true }));

async function startServer(): Promise<{ server: ChildProcess; origin: string }> {
  const script = join(import.meta.dirname, 'write-server.ts');
  const server = spawn(process.execPath, ['--no-warnings', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = await once(server.stdout as NodeJS.ReadableStream, 'data');
  return { server, origin: `http://127.0.0.1:${Number(port)}` };
}

/** Writes from all sides until the server dies of it, and gives the ids that were answered. */
async function writeUntilKilled(round: string): Promise<string[]> {
  const { server, origin } = await startServer();
  const answered: string[] = [];
  let next = 0;
  const writer = async () => {
    for (;;) {
      const id = `${round}-${next++}`;
      const answer = await fetch(`${origin}/${id}`).then(
        (response) => response.text(),
        () => undefined,
      );
      if (answer !== 'written') return;
      answered.push(id);
      if (answered.length === ENOUGH) server.kill('SIGKILL');
    }
  };
  await Promise.all([once(server, 'exit'), ...Array.from({ length: WRITERS }, writer)]);
  return answered;
}

it(
  'still has every answered write, and no half of one, after kill -9 under load',
  async () => {
    const answered: string[] = [];
    for (const round of ['first', 'second', 'third']) answered.push(...(await writeUntilKilled(round)));
    const store = sqliteStore(file);
    const [left, right] = await Promise.all(
      [plain, hot].map(async ({ system, kind }) => {
        const items = await store.list(['w', system, kind], { now: 1 });
        return items.map((item) => item.key[3]);
      }),
    );
    await store.close();
    expect(answered.length).toBeGreaterThanOrEqual(3 * ENOUGH);
    expect(answered.filter((id) => !left?.includes(id))).toEqual([]);
    expect(left).toEqual(right);
  },
  PATIENCE_MS,
);
