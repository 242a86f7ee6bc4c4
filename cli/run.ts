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

/** Loaded when one of them is asked for. */
const subCommands = {
  start: async () => (await import('./start.ts')).start as CommandDef,
  people: async () => (await import('./people.ts')).people,
  clean: async () => (await import('./clean.ts')).clean as CommandDef,
  contracts: async () => (await import('./contracts.ts')).contracts as CommandDef,
  token: async () => (await import('./token.ts')).token as CommandDef,
};

/** In both languages, which citty's own words for it are not. */
function refuseUnknown(name: string): void {
  const known = Object.keys(subCommands).join(', ');
  console.error(
    `Không có lệnh '${name}'. Các lệnh: ${known}; xem hopcat --help. / There is no command '${name}'. Commands: ${known}; see hopcat --help.`,
  );
  process.exitCode = 1;
}

/** Runs the command line. Each command is loaded only when it is asked for. */
export async function run(rawArgs: string[]): Promise<void> {
  const [name] = rawArgs;
  if (name !== undefined && !name.startsWith('-') && !Object.hasOwn(subCommands, name)) {
    refuseUnknown(name);
    return;
  }
  const main = defineCommand({
    meta: {
      name: 'hopcat',
      version: await version(),
      description: 'Hộp cát cho các hệ thống VNeID / A sandbox for the systems around VNeID',
    },
    subCommands,
  });
  await runMain(main, { rawArgs: rawArgs.length === 0 ? ['--help'] : rawArgs });
}
