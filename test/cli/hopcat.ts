import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const command = join(import.meta.dirname, '../../cli/hopcat.ts');

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hopcat-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Run {
  /** Everything written so far. */
  output(): string;
  errors(): string;
  /** Resolves to the exit code, or to the signal that ended it. */
  ended: Promise<number | string>;
  child: ChildProcess;
}

/** Runs the command in a folder. Whatever still runs at the end of the test is killed. */
export function hopcat(args: readonly string[], cwd: string, env: Record<string, string> = {}): Run {
  const { PORT: _, ...outer } = process.env;
  const child = spawn(process.execPath, [command, ...args], {
    cwd,
    env: { ...outer, ...env, NO_COLOR: '1' },
  });
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    written.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    written.err += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { output: () => written.out, errors: () => written.err, ended, child };
}

/** Starts a sandbox and waits until it says where it is. */
export async function started(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Run & { origin: string }> {
  const run = hopcat(['start', ...args], cwd, env);
  for (;;) {
    const [, origin] = /^ +Issuer +(\S+)\/default\/vneid$/m.exec(run.output()) ?? [];
    if (origin) return { ...run, origin };
    const event = await Promise.race([run.ended, once(run.child.stdout!, 'data')]);
    if (!Array.isArray(event)) throw new Error(`it ended with ${event}: ${run.errors()}`);
  }
}
