import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Weights of Be Vietnam Pro that documents embed. */
export const weights = ['400Regular', '600SemiBold'] as const;

export type Weight = (typeof weights)[number];

export const fileOf = (weight: Weight): string => `BeVietnamPro_${weight}.ttf`;

/** A font, whole: TrueType. Beside the bundle in a Lambda, where `copy-fonts.ts` wrote it; in its package otherwise. */
export const documentFont = (weight: Weight): Promise<Buffer> =>
  readFile(new URL(`./fonts/${fileOf(weight)}`, import.meta.url)).catch(() =>
    readFile(
      createRequire(import.meta.url).resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/${fileOf(weight)}`),
    ),
  );
