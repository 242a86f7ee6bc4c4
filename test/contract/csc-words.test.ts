import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Application, applicationOf, ECDSA_SHA256, refusal, SHA256 } from './kit/csc.ts';
import { digestOf } from './kit/signing.ts';

let ws: TestWorkspace;
let quynh: Application;
let credentialID: string;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
  quynh = await applicationOf(ws, 'quynh');
  credentialID = await quynh.seal();
});

const hashes = (count: number): string[] => Array.from({ length: count }, (_, at) => digestOf(`đơn ${at}`));

describe('an algorithm that there is not', () => {
  test.each(['RSA', 'constructor', '1.2.3'])('is an invalid one, as it is a text: %s', async (name) => {
    const SAD = await quynh.leave(credentialID, ['đơn']);
    const signAlgo = await quynh.post('signatures/signHash', {
      credentialID,
      SAD,
      hash: [digestOf('đơn')],
      signAlgo: name,
    });
    expect(signAlgo).toEqual(refusal('invalid_request', 'Invalid parameter signAlgo'));
    const hashAlgo = { hash: digestOf('đơn'), hashAlgo: name };
    expect(await quynh.post('signatures/timestamp', hashAlgo)).toEqual(
      refusal('invalid_request', 'Invalid parameter hashAlgo'),
    );
  });

  test('is of the wrong type where it is no text', async () => {
    const asked = { credentialID, SAD: 'x', hash: [digestOf('đơn')], signAlgo: 1 };
    expect(await quynh.post('signatures/signHash', asked)).toEqual(
      refusal('invalid_request', /^Missing .or invalid type. string parameter signAlgo$/),
    );
  });
});

describe('as many signatures as csc.multisign says', () => {
  const authorize = (count: number, hash: string[]) =>
    quynh.post('credentials/authorize', { credentialID, numSignatures: count, hash, PIN: '123456' });

  test('are given leave for, and signed by one call', async () => {
    const { status, body } = await authorize(20, hashes(20));
    expect(status).toBe(200);
    const asked = { credentialID, SAD: body.SAD, hash: hashes(20), signAlgo: ECDSA_SHA256, hashAlgo: SHA256 };
    const signed = await quynh.post<{ signatures: string[] }>('signatures/signHash', asked);
    expect(signed.body.signatures).toHaveLength(20);
  });

  test.each([21, 201, 1000])('are the most: %i are too many', async (count) => {
    expect(await authorize(count, hashes(count))).toEqual(
      refusal('invalid_request', 'Numbers of signatures is too high'),
    );
    expect(await authorize(20, hashes(count))).toEqual(
      refusal('invalid_request', 'Invalid value for parameter numSignatures'),
    );
  });
});
