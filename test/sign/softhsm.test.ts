import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../mocks/server.ts';

const needed = { 'softhsm2-util': 'softhsm2', 'pkcs11-tool': 'opensc', openssl: 'openssl', curl: 'curl' };

let server: RunningServer;
const folder = mkdtempSync(join(tmpdir(), 'hopcat-softhsm-'));

beforeAll(async () => {
  for (const [program, name] of Object.entries(needed)) {
    if (spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
      throw new Error(`${program} is missing: install the package ${name}`);
  }
  server = await startServer({ port: 0, data: ':memory:' });
});

afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

const readme = readFileSync(join(import.meta.dirname, '../../functions/pki/README.md'), 'utf8');
const section = readme.slice(readme.indexOf('### Into SoftHSM')).split('\n## ')[0] as string;

/** What the README of `/pki` tells to type: to import, to sign by RSA, to sign by P-256. */
const [toImport, byRsa, byP256] = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text);

/** Everything said; the server is in this process, so that it must be able to answer meanwhile. */
async function typed(who: string, ...commands: (string | undefined)[]): Promise<string> {
  const at = `at=${server.origin}/default/pki`;
  const lines = ['set -eu', ...commands].join('\n');
  const script = lines.replace(/^at=.*$/m, at).replace(/^who=.*$/m, `who=${who}`);
  const { stdout, stderr } = await promisify(execFile)('bash', ['-c', script], { cwd: folder });
  return stdout + stderr;
}

describe('a key that a person takes along as PKCS #12', () => {
  test.each([
    ['an', 'RSA 2048', byRsa, /Public-Key: \(2048 bit\)/],
    ['khanh-linh', 'RSA 3072', byRsa, /Public-Key: \(3072 bit\)/],
    ['hoai', 'P-256', byP256, /NIST CURVE: P-256/],
  ])('signs in SoftHSM: of %s, %s', async (who, _, toSign, kind) => {
    const said = await typed(who, toImport, toSign, 'openssl x509 -in "$who.pem" -noout -text');
    expect(said).toContain('The key pair has been imported.');
    expect(said).toContain('Created certificate:');
    expect(said).toContain('Verified OK');
    expect(said).toMatch(kind);
    writeFileSync(join(folder, 'document'), 'another');
    const again = 'openssl dgst -sha256 -verify "$who.pub" -signature signature document || true';
    expect(await typed(who, `who=${who}`, again)).toMatch(/Verification failure/i);
  });
});
