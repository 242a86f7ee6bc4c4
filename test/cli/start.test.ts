import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hopcat, started, temporaryFolder } from './hopcat.ts';

const discovery = '/default/vneid/.well-known/openid-configuration';
const stack = /^\s+at /m;

test('hopcat start says where to go, answers there, and keeps its data to the owner', async () => {
  const folder = temporaryFolder();
  const run = await started(['--port', '0'], folder);
  expect(run.origin).toMatch(/^http:\/\/localhost:\d+$/);
  expect(run.output()).toContain('môi trường thử nghiệm');
  expect(run.output()).toContain(`${run.origin}/default/portal`);
  const answer = await fetch(run.origin + discovery);
  expect(await answer.json()).toMatchObject({ issuer: `${run.origin}/default/vneid` });
  expect(statSync(join(folder, '.hopcat/hopcat.db')).mode & 0o777).toBe(0o600);
  expect(run.errors()).toBe('');
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it with code 0, open connections or not',
  async (signal) => {
    const run = await started(['--port', '0', '--memory'], temporaryFolder());
    await (await fetch(run.origin + discovery)).text();
    run.child.kill(signal);
    expect(await run.ended).toBe(0);
    expect(run.errors()).toBe('');
  },
);

test('what was registered is still there after a restart', async () => {
  const folder = temporaryFolder();
  const first = await started(['--port', '0', '--data', 'kept.db'], folder);
  const made = await fetch(`${first.origin}/default/vneid/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ redirect_uris: ['https://portal.example/callback'] }),
  });
  const client = (await made.json()) as { client_id: string; registration_access_token: string };
  first.child.kill('SIGTERM');
  await first.ended;

  const second = await started(['--port', '0', '--data', 'kept.db'], folder);
  const read = await fetch(`${second.origin}/default/vneid/register/${client.client_id}`, {
    headers: { authorization: `Bearer ${client.registration_access_token}` },
  });
  expect(await read.json()).toMatchObject({ redirect_uris: ['https://portal.example/callback'] });
  expect(existsSync(join(folder, '.hopcat'))).toBe(false);
});

test('--memory writes nothing to the disk', async () => {
  const folder = temporaryFolder();
  const run = await started(['--port', '0', '--memory'], folder);
  expect((await fetch(run.origin + discovery)).status).toBe(200);
  expect(existsSync(join(folder, '.hopcat'))).toBe(false);
});

test('PORT chooses the port, and --port comes before it', async () => {
  const folder = temporaryFolder();
  const taken = await started(['--port', '0', '--memory'], folder);
  const { port } = new URL(taken.origin);
  const refused = hopcat(['start', '--memory'], folder, { PORT: port });
  expect(await refused.ended).toBe(1);
  const other = await started(['--port', '0', '--memory'], folder, { PORT: port });
  expect(other.origin).not.toBe(taken.origin);
});

test('a port in use is told in a sentence, without a stack', async () => {
  const folder = temporaryFolder();
  const { origin } = await started(['--port', '0', '--memory'], folder);
  const { port } = new URL(origin);
  const second = hopcat(['start', '--memory', '--port', port], folder);
  expect(await second.ended).toBe(1);
  expect(second.errors()).toMatch(new RegExp(`Cổng ${port} .* Port ${port} is in use`));
  expect(second.errors()).not.toMatch(stack);
});

test.each<[what: string, args: string[], says: RegExp]>([
  ['an option that does not exist', ['--prot', '1'], /'prot' is not understood/],
  ['a word too many', ['now'], /'now' is not understood/],
  ['a port that is no number', ['--port', 'x'], /'x' is not a port number/],
  ['a port that does not exist', ['--port', '70000'], /'70000' is not a port number/],
  ['an option without its value', ['--host'], /--host lacks its value/],
  ['an origin with a path', ['--origin', 'http://a/b'], /--origin must be like/],
  ['two places for the data', ['--memory', '--data', 'x.db'], /--data or --memory/],
])('%s is a mistake: exit code 2 and a sentence', async (_what, args, says) => {
  const run = hopcat(['start', ...args], temporaryFolder());
  expect(await run.ended).toBe(2);
  expect(run.errors()).toMatch(says);
  expect(run.errors()).not.toMatch(stack);
});

test('a file of something else is left alone', async () => {
  const run = hopcat(['start', '--port', '0', '--data', process.execPath], temporaryFolder());
  expect(await run.ended).toBe(1);
  expect(run.errors()).not.toMatch(stack);
});

test('hopcat alone shows its commands, and --version its version', async () => {
  const alone = hopcat([], temporaryFolder());
  expect(await alone.ended).toBe(0);
  expect(alone.output()).toMatch(/\bstart\b/);
  const version = hopcat(['--version'], temporaryFolder());
  expect(await version.ended).toBe(0);
  expect(version.output()).toMatch(/^\d+\.\d+\.\d+\n$/);
});
