import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { isSignedBy } from '../contract/kit/signatures.ts';
import { jsonBody } from '../contract/kit/wire.ts';
import { hopcat, type Run, started, temporaryFolder } from './hopcat.ts';

interface Plugged extends Run {
  vgca: string;
  vnpt: string;
  workspace: string;
  folder: string;
}

/** A sandbox, and somebody's token beside it. */
async function plugged(...args: string[]): Promise<Plugged> {
  const folder = temporaryFolder();
  const { origin } = await started(['--port', '0', '--memory'], folder);
  const workspace = `${origin}/default`;
  const ports = ['--vgca=0', '--vnpt=0'];
  const run = hopcat(['token', '--person=an', `--url=${workspace}`, ...ports, ...args], folder);
  for (;;) {
    const [, vgca] = /VGCA +(\S+)\/\n/.exec(run.output()) ?? [];
    const [, vnpt] = /VNPT-CA +(\S+)\n/.exec(run.output()) ?? [];
    if (vgca && vnpt && run.output().includes('Ctrl+C ends'))
      return { ...run, vgca, vnpt, workspace, folder };
    const event = await Promise.race([run.ended, once(run.child.stdout!, 'data')]);
    if (!Array.isArray(event)) throw new Error(`it ended with ${event}: ${run.errors()}`);
  }
}

const settings = async ({ workspace }: Plugged, change: object): Promise<void> => {
  const answer = await fetch(`${workspace}/control/settings`, { ...jsonBody(change), method: 'PATCH' });
  expect(answer.status).toBe(200);
};

/** One message, as the plug-ins' scripts send it; undefined: the socket closed without an answer. */
async function ask(url: string, message: string, options: WebSocket.ClientOptions = {}) {
  const socket = new WebSocket(url, { origin: 'http://localhost:3000', ...options });
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  socket.send(message);
  const [data] = await Promise.race([once(socket, 'message'), once(socket, 'close').then(() => [])]);
  socket.close();
  return data === undefined ? undefined : String(data);
}

const vnptMessage = (functionID: number, ...args: unknown[]): string =>
  JSON.stringify({ functionID, funcCallback: 'done', args, domain: 'localhost' });

test('pages reach both plug-ins over ws, a signature waits for the PIN, and the log names the page', async () => {
  const run = await plugged('--plain');
  expect(await ask(run.vnpt, vnptMessage(7))).toBe('1*done');
  expect(JSON.parse((await ask(`${run.vgca}/GetVersion`, '{}'))!)).toMatchObject({ Status: 0 });
  expect(JSON.parse((await ask(`${run.vgca}/GetVersion`, 'not JSON'))!)).toMatchObject({ Status: 0 });

  await settings(run, { usbtoken: { waitSeconds: 1 } });
  const digest = Buffer.alloc(32, 7).toString('base64');
  const signing = ask(run.vnpt, vnptMessage(9, digest));
  const api = `${run.workspace}/usbtoken/an/api/dialogues`;
  const windows = async () =>
    ((await (await fetch(api)).json()) as { dialogues: { id: string; asks: string }[] }).dialogues;
  let open = await windows();
  while (open.length === 0) open = await windows();
  expect(open[0]).toMatchObject({ asks: 'http://localhost:3000' });
  expect((await fetch(`${api}/${open[0]!.id}`, jsonBody({ pin: '123456' }))).status).toBe(204);
  expect(JSON.parse((await signing)!.replace('*done', ''))).toMatchObject({ code: 0 });
  expect(run.output()).toContain('/vnpt http://localhost:3000 200');
});

test('over wss, with the certificate that hopcat start --https shows too', async () => {
  const run = await plugged();
  await settings(run, { signing: { autopilot: 'approve' } });
  const ca = readFileSync(join(run.folder, '.hopcat/tls/ca.pem'));
  expect(run.vnpt).toMatch(/^wss:\/\/localhost:/);
  const content = Buffer.from('Đơn').toString('base64');
  const message = JSON.stringify({ JsonContent: content });
  const { Signature, CertBase64 } = JSON.parse((await ask(`${run.vgca}/SignJson`, message, { ca }))!);
  const [header, payload, signature] = Signature.split('.');
  const base64 = Buffer.from(signature, 'base64url').toString('base64');
  expect(isSignedBy(CertBase64, base64, `${header}.${payload}`)).toBe(true);
});

test('a port that somebody has is passed over for the next one', async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  await once(other.listen(0, '127.0.0.1'), 'listening');
  const { port } = other.address() as AddressInfo;
  const run = await plugged('--plain', `--vnpt=${port},0`);
  expect(new URL(run.vnpt).port).not.toBe(String(port));
  expect(await ask(run.vnpt, vnptMessage(7))).toBe('1*done');
  const none = hopcat(
    ['token', '--person=an', `--url=${run.workspace}`, '--plain', '--vgca=0', `--vnpt=${port}`],
    run.folder,
  );
  expect(await none.ended).toBe(1);
  expect(none.errors()).toContain(String(port));
});

test('a page that may not gets a closed socket, and a path that is none no socket', async () => {
  const run = await plugged('--plain');
  expect(await ask(run.vnpt, vnptMessage(7), { origin: 'https://trang-la.example' })).toBeUndefined();
  await expect(ask(run.vnpt.replace('plugin', 'other'), '{}')).rejects.toThrow('404');
  expect(run.output()).toContain('/vnpt https://trang-la.example HTTP 403');
});

test('a path that is no URL, or a connection that is reset, does not end it', async () => {
  const run = await plugged('--plain');
  await expect(ask(`${run.vgca}//`, '{}')).rejects.toThrow('404');
  const socket = connect(Number(new URL(run.vgca).port), '127.0.0.1');
  socket.write('GET /a/b HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
  expect(String((await once(socket, 'data'))[0])).toContain('404');
  socket.resetAndDestroy();
  const next = await Promise.race([run.ended, ask(`${run.vgca}/GetVersion`, '{}')]);
  expect(next).toContain('"Status":0');
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(0);
});

test('SIGINT ends it with code 0, a call that waits or not', async () => {
  const run = await plugged('--plain');
  const waiting = ask(run.vnpt, vnptMessage(4, 'YWJj'));
  const api = `${run.workspace}/usbtoken/an/api/dialogues`;
  while (!(await (await fetch(api)).text()).includes('SignCMS')) await setImmediate();
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(0);
  expect(await waiting).toBeUndefined();
  expect(run.errors()).toBe('');
});

test.each<[what: string, args: string[], says: RegExp]>([
  ['nobody named', [], /--person is needed/],
  ['an option that does not exist', ['--person=an', '--prot=1'], /'prot' is not understood/],
  ['a port that is no number', ['--person=an', '--vgca=x'], /'x' is not a port number/],
  ['an address without a workspace', ['--person=an', '--url=http://localhost'], /--url must be like/],
])('%s is a mistake: exit code 2 and a sentence', async (_what, args, says) => {
  const run = hopcat(['token', ...args], temporaryFolder());
  expect(await run.ended).toBe(2);
  expect(run.errors()).toMatch(says);
});

test('no sandbox, or nobody of that name, is told in a sentence', async () => {
  const folder = temporaryFolder();
  const none = hopcat(['token', '--person=an', '--url=http://127.0.0.1:9/default'], folder);
  expect(await none.ended).toBe(1);
  expect(none.errors()).toContain('is the sandbox running?');
  const { origin } = await started(['--port', '0', '--memory'], folder);
  const nobody = hopcat(['token', '--person=khong-co', `--url=${origin}/default`], folder);
  expect(await nobody.ended).toBe(1);
  expect(nobody.errors()).toContain("There is no 'khong-co'");
});
