import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import type { Contract } from '../contracts/_contract.ts';
import { oneChunk } from './one-chunk.ts';

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
    plugins: [oneChunk(entry)],
    metafile: true,
    logLevel: 'warning',
  }) satisfies BuildOptions;

/** What reads the fonts that documents embed. */
const EMBEDS = 'functions/_kit/page/document-fonts.ts';

/** Bundles a system's handler, with the assets that it serves and the fonts of its documents. Gives what is in it. */
export async function bundle(
  contract: Contract,
  directory: string,
  options: { sourceMaps: boolean },
): Promise<Metafile> {
  const entry = join(folderOf(contract), 'handler.ts');
  if (!existsSync(entry)) throw new Error(`the system ${contract.name} has no ${entry}`);
  const { metafile } = await build({
    ...bundling(entry, directory),
    ...(options.sourceMaps && { sourcemap: 'linked', sourcesContent: false }),
  });
  if (servesAssets(contract)) {
    execFileSync(process.execPath, [join(functions, '_kit/page/copy-assets.ts'), directory]);
  }
  if (Object.keys(metafile.inputs).some((path) => path.endsWith(EMBEDS))) {
    execFileSync(process.execPath, [join(functions, '_kit/page/copy-fonts.ts'), directory]);
  }
  return metafile;
}
