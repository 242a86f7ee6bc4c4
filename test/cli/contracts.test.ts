import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { contracts } from '../../contracts/index.ts';
import { hopcat, temporaryFolder } from './hopcat.ts';

const root = join(import.meta.dirname, '../..');
const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js');

/** What the foreign linter says of some files, without asking anything of the network. */
async function lint(files: readonly string[], cwd: string): Promise<{ said: string; wrong: string[] }> {
  const args = [redocly, 'lint', ...files, '--config', join(root, 'redocly.yaml'), '--format', 'stylish'];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const options = { cwd, env, maxBuffer: 64 * 1024 * 1024 };
  const run = promisify(execFile)(process.execPath, args, options);
  // It exits with 1 when it finds errors, and says them all the same.
  const { stdout, stderr } = await run.catch((failed: { stdout: string; stderr: string }) => failed);
  const said = stdout + stderr;
  return { said, wrong: said.split('\n').filter((line) => /^ +\d+:\d+ +(error|warning) /.test(line)) };
}

async function written(args: readonly string[]): Promise<string> {
  const folder = temporaryFolder();
  const run = hopcat(['contracts', ...args, '--out', 'out'], folder);
  expect({ code: await run.ended, errors: run.errors() }).toEqual({ code: 0, errors: '' });
  return join(folder, 'out');
}

test('a foreign linter finds nothing wrong with any contract', async () => {
  const folder = await written([]);
  const files = readdirSync(folder).filter((name) => name.endsWith('.openapi.json'));
  expect(files.toSorted()).toEqual(contracts.map(({ name }) => `${name}.openapi.json`).toSorted());
  const { said, wrong } = await lint(files, folder);
  expect(wrong, said).toEqual([]);
  expect(said).toContain('Your API descriptions are valid');
});

test('one system can be asked for, of another sandbox', async () => {
  const folder = await written(['phone', '--origin', 'https://sandbox.example']);
  expect(readdirSync(folder).toSorted()).toEqual(['phone.http', 'phone.openapi.json']);
  const recipes = readFileSync(join(folder, 'phone.http'), 'utf8');
  expect(recipes).toContain('@base = https://sandbox.example/default/phone\n');
});

test('the documents carry the version of the package', async () => {
  const folder = await written(['phone']);
  const { info } = JSON.parse(readFileSync(join(folder, 'phone.openapi.json'), 'utf8'));
  expect(info.version).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
});

test('a system that is not there is refused in both languages, with those that are', async () => {
  const run = hopcat(['contracts', 'fax'], temporaryFolder());
  expect(await run.ended).toBe(1);
  expect(run.errors()).toMatch(/^Không có hệ thống 'fax'\. \/ There is no system 'fax'\. \(vneid, /);
});
