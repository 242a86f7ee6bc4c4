import type { Metafile } from 'esbuild';

/** What a function reads before its first call. */
export interface ColdStart {
  files: number;
  bytes: number;
  /** Beside those of AWS. */
  packages: readonly string[];
}

const packageOf = (path: string): string | undefined =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1];

const isOfAws = (name: string): boolean => /^@(aws|aws-sdk|smithy)\//.test(name);

/** Output files that are imported from the start, by a bundle's `index.mjs` and by each other. */
function withImports(outputs: Metafile['outputs'], file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !outputs[file]) return found;
  found.add(file);
  for (const { path, kind } of outputs[file].imports) {
    if (kind === 'import-statement') withImports(outputs, path, found);
  }
  return found;
}

export function coldStartOf({ outputs }: Metafile): ColdStart {
  const entry = Object.keys(outputs).find((file) => file.endsWith('/index.mjs')) ?? '';
  const files = [...withImports(outputs, entry)].map((file) => outputs[file]!);
  const names = files
    .flatMap(({ inputs }) => Object.entries(inputs))
    .flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? (packageOf(path) ?? []) : []));
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    packages: [...new Set(names)].filter((name) => !isOfAws(name)).toSorted(),
  };
}
