import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contract } from '../../contracts/_contract.ts';
import { contracts } from '../../contracts/index.ts';
import { assets } from '../../functions/_kit/page/assets.ts';
import { bundle, folderOf } from '../../infra/bundle.ts';
import { coldStartOf } from './cold-start.ts';

const folder = mkdtempSync(join(tmpdir(), 'hopcat-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Beside the system at the root: a portal's page loads the script that answers for a USB token from its own system. */
const servingScripts = ['usbtoken'];

const systems = contracts.map((contract) => [contract.name, contract] as const);

/** The function, all that it needs at once, what esbuild puts into any, and what the SDK shares with its own on demand. */
const MOST_FILES = 4;
/** Each 100 kB are about 15 ms; docs/performance.md. */
const MOST_BYTES = 575_000;
/** What most calls need. */
const light = new Set(['zod', 'hono', 'jose', 'mnemonist', 'obliterator']);

const handlerOf = (contract: Contract): string => join(folderOf(contract), 'handler.ts');

test.each(systems)('%s has a handler of its own service', (_name, contract) => {
  expect(existsSync(handlerOf(contract))).toBe(true);
  const lines = readFileSync(handlerOf(contract), 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(10);
  expect(lines).toContain("import service from './service.ts';");
});

test('a system without a handler stops the synthesis, and says so', async () => {
  const contract = { ...(contracts[0] as Contract), name: 'nobody' };
  await expect(bundle(contract, folder, { sourceMaps: false })).rejects.toThrow('the system nobody has no');
});

describe.each(systems)('the bundle of %s', (name, contract) => {
  const directory = join(folder, name);
  let metafile: Metafile;

  beforeAll(async () => {
    metafile = await bundle(contract, directory, { sourceMaps: false });
  });

  test('has all assets beside it if it serves them, fonts if it makes documents, and otherwise only modules', () => {
    const serves = contract.root || servingScripts.includes(name);
    const others = readdirSync(directory).filter((file) => !file.endsWith('.mjs'));
    const makesPdf = Object.keys(metafile.inputs).some((path) => path.includes('node_modules/pdfkit/'));
    expect(others).toEqual([...(serves ? ['assets'] : []), ...(makesPdf ? ['fonts'] : [])]);
    if (serves) {
      expect(readdirSync(join(directory, 'assets')).toSorted()).toEqual(Object.keys(assets).toSorted());
    }
  });

  test('carries openid-client only if it is a portal that signs people in', () => {
    const carries = Object.keys(metafile.inputs).some((path) => path.includes('node_modules/openid-client/'));
    expect(carries).toBe(['portal', 'bocongan'].includes(name));
  });

  test('is started by few files, and without a package that only some calls need', () => {
    const { files, bytes, packages } = coldStartOf(metafile);
    expect(files).toBeLessThanOrEqual(MOST_FILES);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(packages.filter((each) => !light.has(each))).toEqual([]);
  });
});

test('source maps come only when asked for', async () => {
  const directory = join(folder, 'mapped');
  await bundle(contracts[0] as Contract, directory, { sourceMaps: true });
  const files = readdirSync(directory);
  const modules = files.filter((file) => file.endsWith('.mjs'));
  expect(files.toSorted()).toEqual(modules.flatMap((module) => [module, `${module}.map`]).toSorted());
});
