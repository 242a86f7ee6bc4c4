import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { temporaryFolder } from './machine.ts';
import type { Bar, Effort, Section } from './report.ts';
import { median, spread } from './stats.ts';

const BAR_MS = 100;
const MOST_RATIO = 1.5;
const root = join(import.meta.dirname, '..');

interface Bundle {
  name: string;
  file: string;
  kilobytes: number;
  milliseconds: number[];
}

/** One file for each entry, as infra bundles a function. */
async function bundle(name: string, entry: string, folder: string): Promise<Bundle> {
  const file = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return { name, file, kilobytes: statSync(file).size / 1000, milliseconds: [] };
}

/** Imports it once in a fresh process, with the environment that a function would have. */
function importOnce(file: string): number {
  const script = `const from = performance.now(); await import('${pathToFileURL(file)}'); console.log(performance.now() - from); process.exit();`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: {
      AWS_REGION: 'ap-southeast-1',
      TABLE: 'hopcat',
      ORIGIN: 'https://sandbox.example',
      NODE_ENV: 'production',
    },
  });
  return Number(output.trim().split('\n').at(-1));
}

function bars({ name, milliseconds }: Bundle, bare: Bundle): Bar[] {
  const [ours, theirs] = [median(milliseconds), median(bare.milliseconds)];
  const ratio = ours / theirs;
  return [
    {
      met: ours <= BAR_MS,
      sentence: `The ${name} handler is imported in ${ours.toFixed(0)} ms; the bar is ${BAR_MS} ms.`,
    },
    {
      met: ratio <= MOST_RATIO,
      sentence: `That is ${ratio.toFixed(2)} × the bare bundle; the bar is ${MOST_RATIO} ×.`,
    },
  ];
}

export async function importTime({ quick }: Effort): Promise<Section> {
  const times = quick ? 5 : 15;
  const folder = temporaryFolder();
  const handlers = globSync('functions/*/handler.ts', { cwd: root }).sort();
  if (handlers.length === 0) throw new Error('there is no functions/*/handler.ts to import');
  const bare = await bundle('(bare)', join(root, 'bench/bare-lambda.ts'), folder);
  const ours = await Promise.all(
    handlers.map((entry) => bundle(basename(dirname(entry)), join(root, entry), folder)),
  );
  const all = [bare, ...ours];
  for (let turn = 0; turn < times; turn += 1)
    for (const each of all) each.milliseconds.push(importOnce(each.file));
  return {
    title: 'Import of each bundled Lambda handler',
    head: ['handler', 'ms', 'spread', 'ratio', 'kB', 'ratio'],
    rows: all.map(({ name, milliseconds, kilobytes }) => [
      name,
      median(milliseconds).toFixed(1),
      spread(milliseconds, 1),
      `${(median(milliseconds) / median(bare.milliseconds)).toFixed(2)} ×`,
      kilobytes.toFixed(0),
      `${(kilobytes / bare.kilobytes).toFixed(2)} ×`,
    ]),
    notes: [`Bare: Hono, jose and a DynamoDB client. Median of ${times} fresh processes each, in turns.`],
    bars: ours.flatMap((each) => bars(each, bare)),
    figures: all.map(({ file: _, ...rest }) => rest),
  };
}
