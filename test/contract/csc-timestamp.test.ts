import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Judge, judge } from '../sign/openssl.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { applicationOf, refusal, SHA256, SHA384, SHA512 } from './kit/csc.ts';
import { digestOf } from './kit/signing.ts';

let ws: TestWorkspace;
let openssl: Judge;

beforeEach(async () => {
  openssl = judge();
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

afterEach(() => openssl.close());

const hex = (base64: string): string => Buffer.from(base64, 'base64').toString('hex');

describe.each(['v1', 'v2'])('a time stamp of version %s', (version) => {
  const stamp = async (asked: object) => {
    const an = await applicationOf(ws, 'an', version);
    return { an, answer: await an.post<{ timestamp: string }>('signatures/timestamp', asked) };
  };

  test.each([
    ['sha256', SHA256],
    ['sha384', SHA384],
    ['sha512', SHA512],
  ] as const)('over %s is one that openssl takes, of the hash and with the nonce', async (name, hashAlgo) => {
    const hash = digestOf('tài liệu', name);
    const { an, answer } = await stamp({ hash, hashAlgo, nonce: 'ABC' });
    expect(answer.status).toBe(200);
    const chain = (await an.describe(await an.own())).cert.certificates;
    openssl.pem('root.pem', Buffer.from(chain.at(-1)!, 'base64'));
    openssl.file('token', Buffer.from(answer.body.timestamp, 'base64'));
    const token = ['ts', '-verify', '-in', 'token', '-token_in', '-CAfile', 'root.pem', '-digest'];
    expect(openssl.run(...token, hex(hash))).toMatchObject({ ok: true });
    expect(openssl.run(...token, hex(digestOf('khác', name)))).toMatchObject({ ok: false });
    const { text } = openssl.run('ts', '-reply', '-in', 'token', '-token_in', '-token_out', '-text');
    expect(text).toContain('Nonce: 0x0ABC');
  });

  test('follows the token clock', async () => {
    await ws.configure({ clockOffsetSeconds: 400 * 86_400 });
    const { answer } = await stamp({ hash: digestOf('x'), hashAlgo: SHA256 });
    openssl.file('token', Buffer.from(answer.body.timestamp, 'base64'));
    const { text } = openssl.run('ts', '-reply', '-in', 'token', '-token_in', '-token_out', '-text');
    const year = new Date(Date.now() + 400 * 86_400_000).getUTCFullYear();
    expect(text).toMatch(new RegExp(`Time stamp: .* ${year} GMT`));
  });

  test.each<[object, string | RegExp]>([
    [{ hash: digestOf('x'), hashAlgo: SHA384 }, 'Invalid digest value length'],
    [{ hash: digestOf('x'), hashAlgo: '1.3.14.3.2.26' }, 'Invalid parameter hashAlgo'],
    [{ hash: digestOf('x') }, 'Invalid parameter hashAlgo'],
    [{ hash: 'không', hashAlgo: SHA256 }, 'Invalid Base64 hash string parameter'],
    [{ hash: digestOf('x'), hashAlgo: SHA256, nonce: 'xyz' }, 'Invalid parameter nonce'],
  ])('is refused for %j', async (asked, description) => {
    expect((await stamp(asked)).answer).toEqual(refusal('invalid_request', description));
  });
});

test('an authority that gives none makes the service unavailable', async () => {
  const rule = { failure: 'down', system: 'pki', operation: 'timeStamp' };
  await ws.control('/faults', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(rule),
  });
  const an = await applicationOf(ws, 'an');
  const answer = await an.post('signatures/timestamp', { hash: digestOf('x'), hashAlgo: SHA256 });
  expect(answer).toEqual(refusal('temporarily_unavailable', undefined, 503));
});
