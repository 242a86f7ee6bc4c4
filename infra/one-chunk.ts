import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

const LATER = 'later';

/**
 * Keeps what a cold start reads in one chunk. esbuild makes a chunk for each set of entries that reach the same modules,
 * and whatever is imported on demand is an entry: what a handler shares with twenty of them would be twenty files, at
 * about a millisecond each. So each of ours imports the handler too, which has run by then.
 */
export const oneChunk = (handler: string): Plugin => ({
  name: 'one-chunk',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^\.\.?\// }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      const isOurs = !importer.includes('/node_modules/');
      if (kind !== 'dynamic-import' || !isOurs || pluginData === LATER) return undefined;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: LATER });
      return found.errors.length > 0 ? found : { path: found.path, namespace: LATER };
    });
    onLoad({ filter: /./, namespace: LATER }, ({ path }) => ({
      contents: `import ${JSON.stringify(handler)}; export * from ${JSON.stringify(path)};`,
      resolveDir: dirname(path),
    }));
  },
});
