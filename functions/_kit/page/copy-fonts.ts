/**
 * `node functions/_kit/page/copy-fonts.ts DIRECTORY` writes the fonts that documents embed into `DIRECTORY/fonts`, for
 * a bundle of a system that makes documents.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentFont, fileOf, weights } from './document-fonts.ts';

const directory = process.argv[2];
if (!directory) throw new Error('Say which directory: node copy-fonts.ts DIRECTORY');
await mkdir(join(directory, 'fonts'), { recursive: true });
await Promise.all(
  weights.map(async (weight) =>
    writeFile(join(directory, 'fonts', fileOf(weight)), await documentFont(weight)),
  ),
);
