import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Application, applicationOf, refusal } from './kit/csc.ts';
import { digestOf, inbox, isSigned } from './kit/signing.ts';

let ws: TestWorkspace;
let quynh: Application;
let seal: string;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
  quynh = await applicationOf(ws, 'quynh');
  seal = await quynh.seal();
});

const certificateOf = async (application: Application, credentialID: string): Promise<string> =>
  (await application.describe(credentialID)).cert.certificates[0]!;

const extend = (SAD: string, ...hashed: string[]) =>
  quynh.post<{ SAD: string }>('credentials/extendTransaction', {
    credentialID: seal,
    SAD,
    hash: hashed.map((text) => digestOf(text)),
  });

const tooMany = refusal('invalid_request', 'Numbers of signatures is too high');

describe('a transaction of several signatures', () => {
  const begin = () => quynh.leave(seal, ['một'], { numSignatures: 2 });
  test('goes on with a new SAD for the next hash, until its number is reached', async () => {
    const SAD = await begin();
    expect((await quynh.sign(seal, SAD, ['một'])).status).toBe(200);
    expect(await quynh.sign(seal, SAD, ['một'])).toEqual(refusal('invalid_request', 'Invalid parameter SAD'));
    const { status, body } = await extend(SAD, 'hai');
    expect({ status, body }).toEqual({ status: 200, body: { SAD: expect.any(String), expiresIn: 300 } });
    expect(await extend(SAD, 'hai')).toEqual(refusal('invalid_request', 'Invalid parameter SAD'));
    const { body: last } = await quynh.sign(seal, body.SAD, ['hai']);
    expect(isSigned(await certificateOf(quynh, seal), 'hai', last.signatures[0]!)).toBe(true);
    expect(await extend(body.SAD, 'ba')).toEqual(refusal('invalid_request', 'Invalid parameter SAD'));
  });

  test('takes no more hashes than signatures are left, and none at SCAL 2 is too few', async () => {
    const SAD = await begin();
    expect(await extend(SAD, 'hai', 'ba', 'bốn')).toEqual(
      refusal('invalid_request', 'Numbers of signatures is too high'),
    );
    expect(await quynh.post('credentials/extendTransaction', { credentialID: seal, SAD })).toEqual(
      refusal('invalid_request', /array parameter hash$/),
    );
    expect(await extend(SAD)).toEqual(refusal('invalid_request', 'Empty hash array'));
  });

  test('extended without hashes at SCAL 1 stays bound to those it was authorized for', async () => {
    await ws.configure({ csc: { scal: '1' } });
    const first = await quynh.leave(seal, ['một', 'hai']);
    expect((await quynh.sign(seal, first, ['một'])).status).toBe(200);
    const bare = { credentialID: seal, SAD: first };
    const { status, body } = await quynh.post<{ SAD: string }>('credentials/extendTransaction', bare);
    expect(status).toBe(200);
    expect(await quynh.sign(seal, body.SAD, ['ba'])).toEqual(
      refusal('invalid_request', 'Hash is not authorized by the SAD'),
    );
    expect((await quynh.sign(seal, body.SAD, ['hai'])).status).toBe(200);
  });

  test('is over when its SAD has expired', async () => {
    const SAD = await begin();
    await ws.configure({ clockOffsetSeconds: 301 });
    expect(await extend(SAD, 'hai')).toEqual(refusal('invalid_request', 'SAD expired'));
  });
});

describe('hashes that were approved by name and are not signed yet', () => {
  const signs = async (SAD: string, ...texts: string[]) => (await quynh.sign(seal, SAD, texts)).status;

  test('are not exchanged for others, before any signature and after one', async () => {
    const SAD = await quynh.leave(seal, ['một', 'hai']);
    expect(await extend(SAD, 'ba')).toEqual(tooMany);
    expect(await extend(SAD, 'một', 'ba')).toEqual(tooMany);
    expect(await signs(SAD, 'một')).toBe(200);
    expect(await extend(SAD, 'ba')).toEqual(tooMany);
    expect(await extend(SAD, 'một')).toEqual(tooMany);
    const { body } = await extend(SAD, 'hai');
    expect(await signs(body.SAD, 'hai')).toBe(200);
  });

  test('keep their signatures while others are named for what was approved beyond them', async () => {
    const SAD = await quynh.leave(seal, ['một'], { numSignatures: 3 });
    expect(await extend(SAD, 'hai', 'ba', 'bốn')).toEqual(tooMany);
    const { body: others } = await extend(SAD, 'hai', 'ba');
    expect(await signs(others.SAD, 'một')).toBe(400);
    expect(await signs(others.SAD, 'hai', 'ba')).toBe(200);
    expect(await extend(others.SAD, 'bốn')).toEqual(tooMany);
    const { body: last } = await extend(others.SAD, 'một');
    expect(await signs(last.SAD, 'một')).toBe(200);
    expect(await extend(last.SAD, 'một')).toEqual(refusal('invalid_request', 'Invalid parameter SAD'));
  });

  test('are not signed twice in place of one another', async () => {
    const SAD = await quynh.leave(seal, ['một', 'hai']);
    expect(await quynh.sign(seal, SAD, ['một', 'một'])).toEqual(tooMany);
    expect(await signs(SAD, 'một', 'hai')).toBe(200);
  });

  test('may be signed again where more was approved than was named', async () => {
    const SAD = await quynh.leave(seal, ['một'], { numSignatures: 2 });
    expect(await signs(SAD, 'một', 'một')).toBe(200);
  });

  test('hold for version 2, and for an approval on the phone', async () => {
    await ws.configure({ csc: { authMode: 'implicit' }, signing: { key: 'p256', autopilot: 'approve' } });
    const hash = [digestOf('một'), digestOf('hai')];
    const asked = { credentialID: seal, numSignatures: 2, hash };
    const { body } = await quynh.post<{ SAD: string }>('credentials/authorize', asked);
    expect(await extend(body.SAD, 'ba', 'bốn')).toEqual(tooMany);
    expect(await inbox(ws, 'quynh')).toEqual([]);
    const url = `${ws.origin}/${ws.id}/csc/v2/credentials/extendTransaction`;
    const hashes = [digestOf('ba')];
    const hashAlgorithmOID = '2.16.840.1.101.3.4.2.1';
    const second = await ws.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${quynh.token}` },
      body: JSON.stringify({ credentialID: seal, SAD: body.SAD, hashes, hashAlgorithmOID }),
    });
    expect(await second.json()).toMatchObject({
      error: 'invalid_request',
      error_description: 'Numbers of signatures is too high',
    });
  });
});
