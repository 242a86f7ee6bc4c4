import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../mocks/server.ts';

let server: RunningServer;

beforeAll(async () => {
  for (const program of ['bash', 'curl', 'openssl']) {
    if (spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
      throw new Error(`${program} is missing: install the package ${program}`);
  }
  server = await startServer({ port: 0, data: ':memory:' });
});

afterAll(() => server?.close());

/** Of `jq` what the pages need: one path, without quotes. */
const JQ = `jq() { "${process.execPath}" -e '
  const { readFileSync } = require("node:fs");
  const names = process.argv[1].match(/\\w+/g);
  console.log(names.reduce((from, name) => from[name], JSON.parse(readFileSync(0, "utf8"))));' "$2"; }`;

/** What a provider's page tells to type that ends in a signature. */
function toType(system: string, call: string): string {
  const readme = readFileSync(join(import.meta.dirname, `../../functions/${system}/README.md`), 'utf8');
  const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  return blocks.find((text) => text.includes(call)) ?? 'echo the page lacks this call';
}

/** The server is in this process, so that it must be able to answer meanwhile. */
async function typed(commands: string): Promise<string> {
  const script = commands.replaceAll('http://localhost:4100', server.origin);
  const { stdout } = await promisify(execFile)('bash', ['-c', `set -euo pipefail\n${JQ}\n${script}`]);
  return stdout;
}

test.each([
  ['ca769', '$at/sign', /WAITING_FOR_USER.*WAITING_FOR_USER/],
  ['smartca', '/signatures/sign', /sig_wait_for_user_confirm.*sig_wait_for_user_confirm/],
  ['mysign', '/signHash', /"status":"4000"/],
  ['signhub', '/signings/hash', /"statusCode":2/],
  ['simpki', '/MSS_SignaturePort', /REQUEST_OK/],
  ['csc', '/signatures/signHash', /"signatures":\["[\w+/]{300,}=*"\]/],
])('the README of %s asks for a signature as it stands', async (system, call, told) => {
  expect(await typed(toType(system, call))).toMatch(told);
});
