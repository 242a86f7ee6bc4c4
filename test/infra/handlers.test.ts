import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Contract } from '../../contracts/_contract.ts';
import { contracts } from '../../contracts/index.ts';
import { assets } from '../../functions/_kit/page/assets.ts';
import { bundle, folderOf } from '../../infra/bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'hopcat-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Beside the system at the root: a portal's page loads the script that answers for a USB token from its own system. */
const servingScripts = ['usbtoken'];

const handlerOf = (contract: Contract): string => join(folderOf(contract), 'handler.ts');

test.each(contracts.map((contract) => [contract.name, contract] as const))(
  '%s has a handler of its own service',
  (_name, contract) => {
    expect(existsSync(handlerOf(contract))).toBe(true);
    const lines = readFileSync(handlerOf(contract), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines).toContain("import service from './service.ts';");
  },
);

test('a system without a handler stops the synthesis, and says so', () => {
  const contract = { ...(contracts[0] as Contract), name: 'nobody' };
  expect(() => bundle(contract, folder, { sourceMaps: false })).toThrow('the system nobody has no');
});

test('a system that serves assets has all of them beside its bundle; another has only its modules', () => {
  for (const contract of contracts) {
    const directory = join(folder, contract.name);
    bundle(contract, directory, { sourceMaps: false });
    const serves = contract.root || servingScripts.includes(contract.name);
    const others = readdirSync(directory).filter((file) => !file.endsWith('.mjs'));
    expect([contract.name, others]).toEqual([contract.name, serves ? ['assets'] : []]);
    expect(existsSync(join(directory, 'index.mjs'))).toBe(true);
    if (serves) {
      expect(readdirSync(join(directory, 'assets')).toSorted()).toEqual(Object.keys(assets).toSorted());
    }
  }
});

test('source maps come only when asked for', () => {
  const directory = join(folder, 'mapped');
  bundle(contracts[0] as Contract, directory, { sourceMaps: true });
  const files = readdirSync(directory);
  const modules = files.filter((file) => file.endsWith('.mjs'));
  expect(files.toSorted()).toEqual(modules.flatMap((module) => [module, `${module}.map`]).toSorted());
});
