import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { contracts } from '../contracts/index.ts';
import { bundle, bundling } from '../infra/bundle.ts';
import { temporaryFolder } from './machine.ts';
import type { Bar, Effort, Section } from './report.ts';
import { lowerQuartile, spread } from './stats.ts';

const BAR_MS = 100;
const MOST_RATIO = 1.5;

/** What every function finds in its environment, and nothing of this machine's. */
const env = { AWS_REGION: 'ap-southeast-1', TABLE_NAME: 'hopcat', ORIGIN: 'https://sandbox.example' };

interface Bundle {
  name: string;
  file: string;
  kilobytes: number;
  milliseconds: number[];
}

/** A module and those that come with it, without those that are imported only when they are needed. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)"(\.\/[^"]+)"/g);
  for (const [, name] of imports) withImports(join(file, '..', name!), found);
  return found;
}

function bundled(name: string, folder: string): Bundle {
  const file = join(folder, 'index.mjs');
  const bytes = [...withImports(file)].reduce((sum, each) => sum + statSync(each).size, 0);
  return { name, file, kilobytes: bytes / 1000, milliseconds: [] };
}

/** The bare function, bundled as ours are; `more` says what is different. */
async function bundleBare(name: string, folder: string, more: BuildOptions = {}): Promise<Bundle> {
  await build({
    ...bundling(join(import.meta.dirname, 'bare-lambda.ts'), folder),
    ...more,
    logLevel: 'error',
  });
  return bundled(name, folder);
}

async function bundleAll(): Promise<{ bare: Bundle; plain: Bundle; ours: Bundle[] }> {
  const folder = temporaryFolder();
  const ours: Bundle[] = [];
  for (const contract of contracts) {
    const own = join(folder, contract.name);
    await bundle(contract, own, { sourceMaps: false });
    ours.push(bundled(contract.name, own));
  }
  const bare = await bundleBare('bare', join(folder, '_bare'));
  const plain = await bundleBare('bare with all credential providers', join(folder, '_plain'), { alias: {} });
  return { bare, plain, ours };
}

/** Imports it once in a fresh process. */
function importOnce(file: string): number {
  const url = JSON.stringify(pathToFileURL(file).href);
  const script = `const from = performance.now(); await import(${url}); console.log(performance.now() - from); process.exit();`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env,
  });
  return Number(output.trim().split('\n').at(-1));
}

function bars({ name, milliseconds }: Bundle, bare: Bundle): Bar[] {
  const ours = lowerQuartile(milliseconds);
  const ratio = ours / lowerQuartile(bare.milliseconds);
  return [
    {
      met: ours <= BAR_MS,
      sentence: `The handler of ${name} is imported in ${ours.toFixed(0)} ms; the bar is ${BAR_MS} ms.`,
    },
    {
      met: ratio <= MOST_RATIO,
      sentence: `The handler of ${name} takes ${ratio.toFixed(2)} × the import of a bare one; the bar is ${MOST_RATIO} ×.`,
    },
  ];
}

const row = ({ name, milliseconds, kilobytes }: Bundle, bare: Bundle): string[] => [
  name,
  lowerQuartile(milliseconds).toFixed(1),
  spread(milliseconds, 1),
  `${(lowerQuartile(milliseconds) / lowerQuartile(bare.milliseconds)).toFixed(2)} ×`,
  kilobytes.toFixed(0),
  `${(kilobytes / bare.kilobytes).toFixed(2)} ×`,
];

export async function importTime({ quick }: Effort): Promise<Section> {
  const times = quick ? 5 : 25;
  const { bare, plain, ours } = await bundleAll();
  const all = [bare, plain, ...ours];
  for (let turn = 0; turn < times; turn += 1) {
    for (const each of turn % 2 ? all.toReversed() : all) each.milliseconds.push(importOnce(each.file));
  }
  return {
    title: 'Import of each bundled Lambda handler',
    head: ['handler', 'ms', 'spread', 'ratio', 'kB', 'ratio'],
    rows: all.map((each) => row(each, bare)),
    notes: [
      `Bare: Hono, jose, a DynamoDB client, bundled like ours. Lower quartile of ${times} fresh processes each, in turns.`,
    ],
    bars: ours.flatMap((each) => bars(each, bare)),
    figures: all.map(({ file: _, ...rest }) => rest),
  };
}
