import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { mysign, SHA256 } from './kit/mysign.ts';
import { approve, arriving, digestOf, inbox, isSigned, refuse } from './kit/signing.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

const ECDSA256 = '1.2.840.10045.4.3.2';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a synchronous call', () => {
  test('waits until the signer has agreed', async () => {
    const an = await mysign(ws);
    const waiting = an.sign(['đơn'], { signAlgo: ECDSA256, async: 1 });
    const seen = await arriving(ws, 'an');
    await approve(ws, seen.id, 'an');
    const { status, body } = await waiting;
    expect(status).toBe(200);
    const [certificate] = (await an.credential()).cert.certificates;
    expect(isSigned(certificate!, 'đơn', (body.signatures as string[])[0]!)).toBe(true);
  });

  test('is refused when the signer refuses, and when nobody answers in time', async () => {
    await ws.configure({ mysign: { waitSeconds: 1 } });
    const an = await mysign(ws);
    const waiting = an.sign(['đơn'], { signAlgo: ECDSA256, async: 0 });
    await refuse(ws, (await arriving(ws, 'an')).id, 'an');
    expect(await waiting).toMatchObject({ status: 400, body: { error: '4002' } });
    expect(await an.sign(['đơn'], { signAlgo: ECDSA256, async: 0 })).toMatchObject({
      status: 400,
      body: { error: '4001' },
    });
  });

  test('is answered at once by the autopilot', async () => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    const an = await mysign(ws);
    const { body } = await an.sign(['đơn'], { signAlgo: ECDSA256, async: '0', numSignatures: '1' });
    expect(body).toEqual({ signatures: [expect.any(String)] });
    await ws.configure({ signing: { autopilot: 'refuse' } });
    expect(await an.sign(['đơn'], { signAlgo: ECDSA256, async: 1 })).toMatchObject({
      body: { error: '4002' },
    });
  });

  test('that is made to fail asks nobody; one that is cut off was signed all the same', async () => {
    const an = await mysign(ws);
    const sync = { signAlgo: ECDSA256, async: 1 };
    expect(await an.sign(['đơn'], sync, { 'x-hopcat-fault': 'down' })).toMatchObject({ status: 503 });
    expect(await inbox(ws, 'an')).toEqual([]);
    const cut = an.sign(['đơn'], sync, { 'x-hopcat-fault': 'malformed' }).catch((error: Error) => error);
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    expect(await cut).toBeInstanceOf(SyntaxError);
  });

  test('is written down when it is answered, with the answer', async () => {
    await ws.configure({ signing: { autopilot: null }, mysign: { waitSeconds: 1 } });
    const an = await mysign(ws);
    await an.sign(['đơn'], { signAlgo: ECDSA256, async: 1 });
    const { entries } = (await (await ws.control('/journal?system=mysign')).json()) as {
      entries: { operation: string; fault?: { code: string } }[];
    };
    expect(entries.find(({ operation }) => operation === 'signHash')).toMatchObject({
      fault: { code: 'timed_out' },
      person: 'an',
      client: 'demo-portal',
    });
  });
});

describe('requests to sign', () => {
  test.each([
    ['p256', 'sha256', '.1', ECDSA256],
    ['p256', 'sha384', '.2', '1.2.840.10045.4.3.3'],
    ['p256', 'sha512', '.3', '1.2.840.10045.4.3.4'],
    ['p256', 'sha512', '.3', '1.2.840.10045.2.1'],
    ['rsa2048', 'sha256', '.1', '1.2.840.113549.1.1.11'],
    ['rsa2048', 'sha384', '.2', '1.2.840.113549.1.1.12'],
    ['rsa2048', 'sha512', '.3', '1.2.840.113549.1.1.1'],
  ] as const)('%s signs %s', async (key, hash, end, signAlgo) => {
    await ws.configure({ signing: { key, autopilot: 'approve' } });
    const an = await mysign(ws);
    const hashAlgo = `${SHA256.slice(0, -2)}${end}`;
    const more = { hash: [digestOf('đơn', hash)], hashAlgo, signAlgo, async: 1 };
    const { status, body } = await an.sign(['đơn'], more);
    expect({ status, body }).toMatchObject({ status: 200 });
    const [certificate] = (await an.credential()).cert.certificates;
    expect(isSigned(certificate!, 'đơn', (body.signatures as string[])[0]!, hash)).toBe(true);
  });

  const refusedBy = async (changes: object, error: string) => {
    const an = await mysign(ws);
    expect(await an.sign(['đơn'], { signAlgo: ECDSA256, ...changes })).toMatchObject({
      status: 400,
      body: { error },
    });
    expect(await inbox(ws, 'an')).toEqual([]);
  };

  test.each([
    ['another key', { signAlgo: '1.2.840.113549.1.1.11' }],
    ['another hash than signAlgo names', { signAlgo: '1.2.840.10045.4.3.3' }],
    ['SHA-1', { hashAlgo: '1.3.14.3.2.26' }],
    ['no algorithm at all', { signAlgo: '__proto__' }],
    ['a digest of another length', { hash: [digestOf('đơn', 'sha384')] }],
    ['a digest that is no base64', { hash: ['!'] }],
    ['more signatures than hashes', { numSignatures: 2 }],
    ['two documents with one id', twice()],
    ['a number of somebody real', { description: base64('CCCD 001090000001') }],
    ['a webhook that the account does not have', { async: 3 }],
    ['a mode that there is not', { async: 4 }],
  ])('refuse %s', async (_, changes) => {
    await refusedBy(changes, '86002');
  });

  function twice() {
    const one = { document_id: '1', document_name: base64('đơn') };
    const hash = [digestOf('a'), digestOf('b')];
    return { numSignatures: 2, documents: [one, one], hash };
  }

  test("refuse another person's credential, and one that is nobody's", async () => {
    const mai = await (await mysign(ws, { user_id: 'CMT_099192000002' })).credential();
    await refusedBy({ credentialID: mai.credential_id }, '86024');
    await refusedBy({ credentialID: 'x' }, '86024');
  });
});
