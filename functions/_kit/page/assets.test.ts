import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { assets, serveAsset } from './assets.ts';

const directory = mkdtempSync(join(tmpdir(), 'hopcat-assets-'));
afterAll(() => rmSync(directory, { recursive: true }));
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

test.each(Object.keys(assets))('%s is there, with its type and no leave to guess another', async (name) => {
  const answer = await serveAsset(name);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe(assets[name]?.type);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0);
});

test('a style sheet asks for nothing but assets', async () => {
  const sheets = await Promise.all(
    Object.entries(assets)
      .filter(([name]) => name.endsWith('.css'))
      .map(([, asset]) => asset.read()),
  );
  const css = sheets.map((sheet) => Buffer.from(sheet).toString()).join('\n');
  const urls = [...css.matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
  expect(urls.length).toBeGreaterThan(0);
  expect(urls.filter((url) => !Object.hasOwn(assets, url))).toEqual([]);
  expect(css).not.toContain('@import');
});

test('an asset that has not changed is not sent again', async () => {
  const etag = (await serveAsset('page.css')).headers.get('etag');
  expect((await serveAsset('page.css', `"other", W/${etag}`)).status).toBe(304);
  expect((await serveAsset('page.css', '"other"')).status).toBe(200);
});

test.each(['nothing.css', '__proto__', 'toString', '../page.css', ''])('%j is not an asset', async (name) => {
  expect((await serveAsset(name)).status).toBe(404);
});

test('a bundle reads the same bytes from the folder beside it, far from any package', async () => {
  const outfile = join(directory, 'index.mjs');
  await build({ entryPoints: [beside('assets.ts')], outfile, bundle: true, platform: 'node', format: 'esm' });
  execFileSync(process.execPath, [beside('copy-assets.ts'), directory]);
  const bundled: { assets: typeof assets } = await import(pathToFileURL(outfile).href);
  for (const [name, asset] of Object.entries(assets))
    expect(Buffer.from((await bundled.assets[name]?.read()) ?? []).equals(await asset.read()), name).toBe(
      true,
    );
});
