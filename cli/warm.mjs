// `npm ci` runs this: it loads what `npm start` is going to load, so that Node keeps it compiled and the first start
// is as quick as every other. Nothing depends on it: an older Node, or a package left out, only means a slower start.
import module from 'node:module';

try {
  module.enableCompileCache();
  await Promise.all([import('./run.ts'), import('./start.ts'), import('../mocks/server.ts')]);
} catch {}
