#!/usr/bin/env node
import * as module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  const own = process.versions.node;
  console.error(
    `HopCat cần Node 22.18 trở lên, máy này đang dùng ${own}. / HopCat needs Node 22.18 or newer, this is ${own}.`,
  );
  process.exit(1);
}

// Node 22 calls node:sqlite experimental on every start; nobody who starts a sandbox can do anything about it.
const { emitWarning } = process;
process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
  if (!String(warning).includes('SQLite is an experimental feature')) {
    Reflect.apply(emitWarning, process, [warning, ...rest]);
  }
};

module.enableCompileCache();
const { run } = await import('./run.ts');
await run(process.argv.slice(2));
