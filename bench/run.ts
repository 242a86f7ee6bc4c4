import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Effort, print, type Section } from './report.ts';

const parts: Readonly<Record<string, (effort: Effort) => Promise<Section>>> = {
  'sign-ins': async (effort) => (await import('./sign-ins.ts')).signIns(effort),
  'look-ups': async (effort) => (await import('./look-ups.ts')).lookUps(effort),
  'round-trips': async () => (await import('./round-trips.ts')).roundTrips(),
  signatures: async (effort) => (await import('./signatures.ts')).signatures(effort),
  clean: async (effort) => (await import('./clean.ts')).cleaning(effort),
  import: async (effort) => (await import('./import.ts')).importTime(effort),
  start: async (effort) => (await import('./start.ts')).startTime(effort),
};

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, json: { type: 'string' } },
});
if (values.only !== undefined && !(values.only in parts)) {
  console.error(`--only takes one of: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

async function attempt(name: string): Promise<Section> {
  try {
    return await parts[name]!({ quick: values.quick });
  } catch (error) {
    const sentence = `It could not be measured: ${error instanceof Error ? error.message : error}`;
    return { title: name, head: [], rows: [], notes: [], bars: [{ met: false, sentence }], figures: null };
  }
}

const machine = `Node ${process.versions.node}, OpenSSL ${process.versions.openssl}, ${cpus().length} × ${cpus()[0]?.model.trim()}`;
console.log(machine);
const [load = 0] = loadavg();
if (load > availableParallelism() / 2) {
  console.log(
    `The machine is busy (load ${load.toFixed(1)}): times come out too long and ratios are uncertain. Run it again when it is quiet.`,
  );
}
const sections: Record<string, Section> = {};
for (const name of values.only === undefined ? Object.keys(parts) : [values.only]) {
  sections[name] = await attempt(name);
  print(sections[name]);
}

const missed = Object.values(sections).flatMap(({ bars }) => bars.filter(({ met }) => !met));
if (values.json) {
  const found = Object.entries(sections).map(([name, { bars, figures }]) => [name, { bars, figures }]);
  writeFileSync(values.json, `${JSON.stringify({ machine, load, ...Object.fromEntries(found) }, null, 2)}\n`);
}
console.log(missed.length === 0 ? '\nEvery bar is met.' : '\nNot every bar is met:');
for (const { sentence } of missed) console.log(`  ${sentence}`);
process.exitCode = missed.length === 0 ? 0 : 1;
