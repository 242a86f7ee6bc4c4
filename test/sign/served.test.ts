import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../mocks/server.ts';
import { judge } from './openssl.ts';

const files = judge();
let server: RunningServer;
let at: string;

beforeAll(async () => {
  server = await startServer({ port: 0, data: ':memory:' });
  at = `${server.origin}/default/pki`;
  const { certificates } = await (await fetch(`${at}/api/people/son/certificates?provider=file`)).json();
  files.pem('own.pem', Buffer.from(certificates[0].der, 'base64'));
  for (const name of ['root', 'vnpt-ca']) {
    files.file(`${name}.pem`, Buffer.from(await (await fetch(`${at}/ca/${name}.pem`)).arrayBuffer()));
  }
});

afterAll(async () => {
  await server.close();
  files.close();
});

/** The server is in this process, so openssl must not be waited for with both hands. */
const openssl = async (...args: string[]): Promise<string> => {
  const { stdout, stderr } = await promisify(execFile)('openssl', args, { cwd: files.folder });
  return stdout + stderr;
};

test('openssl asks over HTTP, with its own nonce, and hears that the certificate was revoked and why', async () => {
  const text = await openssl(
    ...['ocsp', '-issuer', 'vnpt-ca.pem', '-cert', 'own.pem', '-url', `${at}/ocsp/vnpt-ca`],
    ...['-CAfile', 'root.pem', '-verify_other', 'vnpt-ca.pem'],
  );
  expect(text).toContain('Response verify OK');
  expect(text).toMatch(/own\.pem: revoked\n[\s\S]*Reason: keyCompromise/);
  expect(text).not.toContain('WARNING');
});

test('openssl downloads the lists that the certificates name, and refuses the revoked one by them', async () => {
  const said = await openssl(
    ...[
      'verify',
      '-crl_check_all',
      '-crl_download',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'vnpt-ca.pem',
      'own.pem',
    ],
  ).catch(({ stderr }: { stderr: string }) => stderr);
  expect(said).toContain('certificate revoked');
});
