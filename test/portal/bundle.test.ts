import { existsSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const systems = readdirSync('functions').filter((name) => existsSync(`functions/${name}/service.ts`));

test.each(systems)(
  'the bundle of %s carries openid-client only if it is a portal that signs people in',
  async (system) => {
    const { metafile } = await build({
      entryPoints: [`functions/${system}/service.ts`],
      bundle: true,
      platform: 'node',
      format: 'esm',
      write: false,
      metafile: true,
      logLevel: 'silent',
      outdir: 'out',
    });
    const carries = Object.keys(metafile.inputs).some((path) => path.includes('node_modules/openid-client/'));
    expect(carries).toBe(['portal', 'bocongan'].includes(system));
  },
);
