/**
 * `node functions/_kit/page/copy-assets.ts DIRECTORY` writes every asset into `DIRECTORY/assets`.
 * A bundler runs it on its output directory, because a bundle reads its assets from the folder beside itself.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assets } from './assets.ts';

const directory = process.argv[2];
if (!directory) throw new Error('Say which directory: node copy-assets.ts DIRECTORY');
await mkdir(join(directory, 'assets'), { recursive: true });
await Promise.all(
  Object.entries(assets).map(async ([name, asset]) =>
    writeFile(join(directory, 'assets', name), await asset.read()),
  ),
);
