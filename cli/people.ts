import { type CommandDef, defineCommand, showUsage } from 'citty';

const subCommands = {
  list: async () => (await import('./people-find.ts')).list as CommandDef,
  show: async () => (await import('./people-find.ts')).show as CommandDef,
  search: async () => (await import('./people-find.ts')).search as CommandDef,
  export: async () => (await import('./people-export.ts')).exporting as CommandDef,
};

/** Before citty looks for the command: its own complaint is in English only. */
async function refuseUnknown(rawArgs: readonly string[]): Promise<void> {
  const name = rawArgs[0];
  if (name === undefined) {
    await showUsage(people, { meta: { name: 'hopcat' } });
    process.exit(0);
  }
  if (Object.hasOwn(subCommands, name)) return;
  const known = Object.keys(subCommands).join(', ');
  process.stderr.write(
    `Không có lệnh people '${name}'; có: ${known}. / There is no command people '${name}'; there are: ${known}.\n`,
  );
  process.exit(2);
}

export const people: CommandDef = defineCommand({
  meta: { name: 'people', description: 'Những người trong hộp cát / The people of the sandbox' },
  subCommands,
  setup: ({ rawArgs }) => refuseUnknown(rawArgs),
});
