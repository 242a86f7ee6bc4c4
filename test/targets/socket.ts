import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const command = join(import.meta.dirname, '../../cli/hopcat.ts');

/** What a running `hopcat start` has written. */
interface Running {
  child: ChildProcess;
  ended: Promise<unknown>;
  errors(): string;
}

function start(): Running & { output(): string } {
  const args = [command, 'start', '--port', '0', '--memory'];
  const child = spawn(process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } });
  const written = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    written.out += text;
  });
  child.stderr.on('data', (text) => {
    written.err += text;
  });
  return { child, ended: once(child, 'close'), output: () => written.out, errors: () => written.err };
}

async function originOf({ child, ended, output, errors }: ReturnType<typeof start>): Promise<string> {
  for (;;) {
    const [, origin] = /^ +Issuer +(\S+)\/default\/vneid$/m.exec(output()) ?? [];
    if (origin !== undefined) return origin;
    const over = await Promise.race([ended.then(() => true), once(child.stdout!, 'data').then(() => false)]);
    if (over) throw new Error(`hopcat start ended: ${errors()}`);
  }
}

/** `hopcat start` in a process of its own, for everything that goes over a socket. */
export async function startSocket(): Promise<{ origin: string; stop(): Promise<void> }> {
  const running = start();
  const origin = await originOf(running);
  return {
    origin,
    async stop() {
      running.child.kill('SIGTERM');
      await running.ended;
      const bad = running
        .errors()
        .split('\n')
        .filter((line) => line.includes('"level":"error"'));
      if (bad.length > 0) throw new Error(`the server logged:\n${bad.join('\n')}`);
    },
  };
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { origin, stop } = await startSocket();
  project.provide('front', { kind: 'remote', origin, lacks: {} });
  return stop;
}
