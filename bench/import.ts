import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { contracts } from '../contracts/index.ts';
import { bundle } from '../infra/bundle.ts';
import { temporaryFolder } from './machine.ts';
import type { Bar, Effort, Section } from './report.ts';
import { median, spread } from './stats.ts';

const BAR_MS = 100;
const MOST_RATIO = 1.5;
const credentials = join(import.meta.dirname, '../functions/_kit/lambda-credentials.ts');

/** What every function finds in its environment, and nothing of this machine's. */
const env = { AWS_REGION: 'ap-southeast-1', TABLE_NAME: 'hopcat', ORIGIN: 'https://sandbox.example' };

interface Bundle {
  name: string;
  file: string;
  kilobytes: number;
  milliseconds: number[];
}

const bundled = (name: string, file: string): Bundle => ({
  name,
  file,
  kilobytes: statSync(file).size / 1000,
  milliseconds: [],
});

/** The bare function, with the options of `infra/bundle.ts`; with or without its short chain of credentials. */
function bundleBare(name: string, folder: string, alias: Record<string, string>): Bundle {
  const outfile = join(folder, `${name}.mjs`);
  buildSync({
    entryPoints: [join(import.meta.dirname, 'bare-lambda.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias,
    logLevel: 'error',
  });
  return bundled(name, outfile);
}

function bundleAll(): { bare: Bundle; plain: Bundle; ours: Bundle[] } {
  const folder = temporaryFolder();
  const ours = contracts.map((contract) => {
    const own = join(folder, contract.name);
    mkdirSync(own);
    bundle(contract, own, { sourceMaps: false });
    return bundled(contract.name, join(own, 'index.mjs'));
  });
  const bare = bundleBare('bare', folder, { '@aws-sdk/credential-provider-node': credentials });
  return { bare, plain: bundleBare('bare with all credential providers', folder, {}), ours };
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
  const ours = median(milliseconds);
  const ratio = ours / median(bare.milliseconds);
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
  median(milliseconds).toFixed(1),
  spread(milliseconds, 1),
  `${(median(milliseconds) / median(bare.milliseconds)).toFixed(2)} ×`,
  kilobytes.toFixed(0),
  `${(kilobytes / bare.kilobytes).toFixed(2)} ×`,
];

export async function importTime({ quick }: Effort): Promise<Section> {
  const times = quick ? 5 : 15;
  const { bare, plain, ours } = bundleAll();
  const all = [bare, plain, ...ours];
  for (let turn = 0; turn < times; turn += 1) {
    for (const each of all) each.milliseconds.push(importOnce(each.file));
  }
  return {
    title: 'Import of each bundled Lambda handler',
    head: ['handler', 'ms', 'spread', 'ratio', 'kB', 'ratio'],
    rows: all.map((each) => row(each, bare)),
    notes: [
      `Bare: Hono, jose, a DynamoDB client, bundled like ours. Median of ${times} fresh processes each, in turns.`,
    ],
    bars: ours.flatMap((each) => bars(each, bare)),
    figures: all.map(({ file: _, ...rest }) => rest),
  };
}
