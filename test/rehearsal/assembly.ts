import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/** A resource of a CloudFormation template. Its properties may hold intrinsic functions. */
export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
}

/** What `cdk synth` made: the one template, and where each function's code lies. */
export interface Assembly {
  resources: ReadonlyMap<string, Resource>;
  /** The folder of an asset, by the key under which a function would find it in S3. */
  codeFolder(s3Key: string): string;
  remove(): void;
}

interface AssetManifest {
  files: Record<string, { source: { path: string } }>;
}

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Runs `cdk synth` as a deployment would, into a folder of its own. Nothing of AWS is asked. */
export async function synthesise(stack = 'HopCat'): Promise<Assembly> {
  const folder = mkdtempSync(join(tmpdir(), 'hopcat-rehearsal-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');
  await promisify(execFile)(process.execPath, [cdk, 'synth', '--quiet', '--output', folder], { cwd: root });
  const template = readJson<{ Resources: Record<string, Resource> }>(folder, `${stack}.template.json`);
  const { files } = readJson<AssetManifest>(folder, `${stack}.assets.json`);
  return {
    resources: new Map(Object.entries(template.Resources)),
    codeFolder(s3Key) {
      const asset = files[s3Key.replace(/\.zip$/, '')];
      if (!asset) throw new Error(`the assembly holds no asset ${s3Key}`);
      return join(folder, asset.source.path);
    },
    remove,
  };
}
