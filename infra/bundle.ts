import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Contract } from '../contracts/_contract.ts';

const functions = join(import.meta.dirname, '../functions');

/** The folder of a system. */
export const folderOf = ({ name }: Contract): string => join(functions, name);

/** Whether a system serves style sheets, scripts and fonts, which then lie beside its bundle. */
const servesAssets = ({ operations }: Contract): boolean =>
  Object.values(operations).some(({ answers }) => Object.values(answers).includes('asset'));

/**
 * Bundles a system's handler into `index.mjs`, the AWS SDK included: faster to import than the one of the Lambda
 * runtime, and the version that was tested. The figures are in docs/deploy.md.
 */
export function bundle(contract: Contract, directory: string, options: { sourceMaps: boolean }): void {
  const entry = join(folderOf(contract), 'handler.ts');
  if (!existsSync(entry)) throw new Error(`the system ${contract.name} has no ${entry}`);
  buildSync({
    entryPoints: [entry],
    outfile: join(directory, 'index.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': join(functions, '_kit/lambda-credentials.ts') },
    ...(options.sourceMaps && { sourcemap: 'linked', sourcesContent: false }),
    logLevel: 'warning',
  });
  if (servesAssets(contract)) {
    execFileSync(process.execPath, [join(functions, '_kit/page/copy-assets.ts'), directory]);
  }
}
