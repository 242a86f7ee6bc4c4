/**
 * `node functions/_kit/page/copy-fonts.ts DIRECTORY` writes the fonts that documents embed, and their licence, into
 * `DIRECTORY/fonts`, for a bundle of a system that makes documents.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { documentFont, fileOf, weights } from './document-fonts.ts';

const directory = process.argv[2];
if (!directory) throw new Error('Say which directory: node copy-fonts.ts DIRECTORY');
const fonts = join(directory, 'fonts');
await mkdir(fonts, { recursive: true });
for (const weight of weights) await writeFile(join(fonts, fileOf(weight)), await documentFont(weight));
const { resolve } = createRequire(import.meta.url);
await copyFile(resolve('@expo-google-fonts/be-vietnam-pro/LICENSE_FONT'), join(fonts, 'OFL.txt'));
