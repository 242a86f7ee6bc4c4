import { readFile } from 'node:fs/promises';
import { type CommandDef, defineCommand, runMain } from 'citty';

/** From the source tree, or from `dist/`: the nearest package.json above. */
async function version(): Promise<string> {
  for (const up of ['../package.json', '../../package.json']) {
    const text = await readFile(new URL(up, import.meta.url), 'utf8').catch(() => undefined);
    if (text) return JSON.parse(text).version;
  }
  return '0.0.0';
}

/** Runs the command line. Each command is loaded only when it is asked for. */
export async function run(rawArgs: string[]): Promise<void> {
  const main = defineCommand({
    meta: {
      name: 'hopcat',
      version: await version(),
      description: 'Hộp cát cho các hệ thống VNeID / A sandbox for the systems around VNeID',
    },
    subCommands: {
      start: async () => (await import('./start.ts')).start as CommandDef,
      people: async () => (await import('./people.ts')).people,
      clean: async () => (await import('./clean.ts')).clean as CommandDef,
      contracts: async () => (await import('./contracts.ts')).contracts as CommandDef,
      token: async () => (await import('./token.ts')).token as CommandDef,
    },
  });
  await runMain(main, { rawArgs: rawArgs.length === 0 ? ['--help'] : rawArgs });
}
