import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { started, temporaryFolder } from './hopcat.ts';

const discovery = '/default/vneid/.well-known/openid-configuration';

async function answer(url: string, ca: string): Promise<unknown> {
  const [response] = await once(get(url, { ca }), 'response');
  let body = '';
  for await (const text of response.setEncoding('utf8')) body += text;
  return JSON.parse(body);
}

test('--https makes a certificate that clients accept by its authority, and keeps it for the next start', async () => {
  const folder = temporaryFolder();
  const file = (name: string) => join(folder, '.hopcat/tls', name);
  const run = await started(
    ['--port', '0', '--memory', '--https', '--origin', 'https://hopcat.internal'],
    folder,
  );
  expect(run.output()).toContain('NODE_EXTRA_CA_CERTS=.hopcat/tls/ca.pem');
  for (const name of ['server-key.pem', 'server.pem', 'ca.pem']) {
    expect(statSync(file(name)).mode & 0o777).toBe(0o600);
  }
  const judged = execFileSync('openssl', [
    ...['verify', '-x509_strict', '-purpose', 'sslserver', '-verify_hostname', 'hopcat.internal'],
    ...['-CAfile', file('ca.pem'), file('server.pem')],
  ]);
  expect(judged.toString()).toContain('OK');
  run.child.kill('SIGTERM');
  await run.ended;

  const before = readFileSync(file('server.pem'), 'utf8');
  const again = await started(['--port', '0', '--memory', '--https'], folder);
  expect(readFileSync(file('server.pem'), 'utf8')).toBe(before);
  const ca = readFileSync(file('ca.pem'), 'utf8');
  const { port } = new URL(again.origin);
  for (const host of ['localhost', '127.0.0.1']) {
    expect(await answer(`https://${host}:${port}${discovery}`, ca)).toMatchObject({
      issuer: `${again.origin}/default/vneid`,
    });
  }
  await expect(fetch(again.origin + discovery)).rejects.toThrow();
});

test('a name that the kept certificate does not cover gets a new one', async () => {
  const folder = temporaryFolder();
  const pem = () => readFileSync(join(folder, '.hopcat/tls/server.pem'), 'utf8');
  const first = await started(['--port', '0', '--memory', '--https'], folder);
  first.child.kill('SIGKILL');
  const before = pem();
  await started(['--port', '0', '--memory', '--https', '--origin', 'https://portal.internal'], folder);
  expect(pem()).not.toBe(before);
});
