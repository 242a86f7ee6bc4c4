import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { type Container, startContainer } from './container.ts';
import { poolOf } from './pool.ts';
import { sampleEvent } from './sample-event.ts';

const folder = mkdtempSync(join(tmpdir(), 'hopcat-container-'));
writeFileSync(
  join(folder, 'index.mjs'),
  `export async function handler({ rawPath }, context) {
     if (rawPath === '/never') return new Promise((resolve) => setTimeout(resolve, 2 ** 30));
     if (rawPath === '/throws') throw new Error('on purpose');
     if (rawPath === '/ends') process.exit(3);
     if (rawPath === '/huge') return { body: 'x'.repeat(6 * 1024 * 1024) };
     console.log('called ' + rawPath);
     return { body: JSON.stringify({ env: process.env, pid: process.pid, left: context.getRemainingTimeInMillis() }) };
   }`,
);

const lines: string[] = [];
const started: Container[] = [];

async function start(timeoutMs = 10_000): Promise<Container> {
  const plan = { id: 'f', folder, module: 'index.mjs', handler: 'handler', timeoutMs, permissions: [] };
  const container = await startContainer(
    { ...plan, environment: { TABLE_NAME: 't' } },
    { environment: { AWS_REGION: 'r' }, freezes: () => false, onLine: (line) => lines.push(line) },
  );
  started.push(container);
  return container;
}

afterAll(() => {
  for (const container of started) container.kill();
  rmSync(folder, { recursive: true });
});

const call = async (container: Pick<Container, 'invoke'>, rawPath = '/') =>
  JSON.parse((await container.invoke(sampleEvent({ rawPath }))).body ?? '');

test('a function sees its own environment and nothing of ours, and knows how much time is left', async () => {
  const { env, left } = await call(await start());
  const { NODE_CHANNEL_FD: _, NODE_CHANNEL_SERIALIZATION_MODE: __, ...rest } = env;
  expect(rest).toEqual({ TABLE_NAME: 't', AWS_REGION: 'r' });
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(10_000);
  expect(lines).toContain('called /');
});

test.each([
  ['/throws', 'on purpose', true],
  ['/ends', 'the process ended with 3', false],
  ['/huge', 'larger than 6 MB', true],
])('a function that fails is a failed invocation: %s', async (path, message, survives) => {
  const container = await start();
  await expect(call(container, path)).rejects.toThrow(message);
  expect(container.alive()).toBe(survives);
});

test('a function that takes too long is ended', async () => {
  const container = await start(300);
  await expect(call(container, '/never')).rejects.toThrow('timed out after 0.3 seconds');
});

test('a pool takes its processes in turns, and replaces one that ended', async () => {
  const pool = poolOf(start);
  const pids = new Set<number>();
  for (let turn = 0; turn < 4; turn++) pids.add((await call(pool)).pid);
  expect([pids.size, pool.size()]).toEqual([2, 2]);
  await expect(call(pool, '/ends')).rejects.toThrow('ended');
  await vi.waitFor(() => expect(pool.size()).toBe(2), 10_000);
  const { pid } = await call(pool);
  expect(new Set([pid, (await call(pool)).pid]).size).toBe(2);
  pool.stop();
});

test('a pool grows as long as somebody waits', async () => {
  const pool = poolOf(start);
  const busy = [1, 2, 3].map(() => pool.invoke(sampleEvent({ rawPath: '/never' })).catch(() => undefined));
  expect(await call(pool)).toHaveProperty('pid');
  expect(pool.size()).toBe(4);
  pool.stop();
  await Promise.all(busy);
});

test('when a process cannot be started, whoever waits hears why', async () => {
  const pool = poolOf(() => Promise.reject(new Error('no memory')));
  await expect(call(pool)).rejects.toThrow('no memory');
  pool.stop();
});
