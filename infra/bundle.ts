import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import type { Contract } from '../contracts/_contract.ts';

const functions = join(import.meta.dirname, '../functions');

/** The folder of a system. */
export const folderOf = ({ name }: Contract): string => join(functions, name);

/** Whether a system serves style sheets, scripts and fonts, which then lie beside its bundle. */
const servesAssets = ({ operations }: Contract): boolean =>
  Object.values(operations).some(({ answers }) => Object.values(answers).includes('asset'));

/**
 * How a handler becomes `index.mjs`. The AWS SDK is in it: faster to import than the one of the Lambda runtime, and
 * the version that was tested. What a module imports only when it needs it lies beside it, in a file of its own.
 * The figures are in docs/deploy.md.
 */
export const bundling = (entry: string, directory: string) =>
  ({
    entryPoints: [entry],
    outdir: directory,
    entryNames: 'index',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': join(functions, '_kit/lambda-credentials.ts') },
    logLevel: 'warning',
  }) as const satisfies BuildOptions;

/** Bundles a system's handler, with the assets that it serves. */
export function bundle(contract: Contract, directory: string, options: { sourceMaps: boolean }): void {
  const entry = join(folderOf(contract), 'handler.ts');
  if (!existsSync(entry)) throw new Error(`the system ${contract.name} has no ${entry}`);
  buildSync({
    ...bundling(entry, directory),
    ...(options.sourceMaps && { sourcemap: 'linked', sourcesContent: false }),
  });
  if (servesAssets(contract)) {
    execFileSync(process.execPath, [join(functions, '_kit/page/copy-assets.ts'), directory]);
  }
}
