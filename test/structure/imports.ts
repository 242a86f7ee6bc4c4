import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folders = ['bench', 'cli', 'contracts', 'functions', 'infra', 'mocks', 'people', 'test'];

/** One import of one file. Paths are from the repository's root; packages keep their own name. */
export interface Import {
  from: string;
  to: string;
  /** Gone when the types are stripped. */
  typeOnly: boolean;
}

const statement =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** Comments hold examples. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

export function importsOf(from: string, text: string): Import[] {
  return [...code(text).matchAll(statement)].map(([, type, fixed, lazy]) => {
    const name = (fixed ?? lazy) as string;
    const to = name.startsWith('.') ? join(dirname(from), name) : name;
    return { from, to, typeOnly: type !== undefined };
  });
}

export const sources = (): string[] =>
  globSync(
    folders.map((folder) => `${folder}/**/*.ts`),
    { cwd: root },
  ).sort();

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

export const imports = (): Import[] => sources().flatMap((file) => importsOf(file, read(file)));
