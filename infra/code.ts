import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Contract } from '../contracts/_contract.ts';
import { bundle } from './bundle.ts';

/** Every system's code, bundled at synthesis by esbuild. Its hash is that of the bundle. */
export async function bundledCode(
  contracts: readonly Contract[],
  options: { sourceMaps: boolean },
): Promise<(contract: Contract) => Code> {
  const folder = mkdtempSync(join(tmpdir(), 'hopcat-bundles-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const contract of contracts) await bundle(contract, join(folder, contract.name), options);
  return ({ name }) => Code.fromAsset(join(folder, name));
}
