import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { inbox } from './kit/signing.ts';
import {
  AN,
  certificateIn,
  isOf,
  messageOf,
  post,
  refusalOf,
  signatureMessage,
  signed,
  statusIn,
  user,
} from './kit/simpki.ts';

let ws: TestWorkspace;

describe('what is asked to go wrong', () => {
  beforeAll(async () => {
    ws = await openWorkspace({ signing: { autopilot: 'approve' } });
  });

  const ask = (failure: string) =>
    post(ws, 'MSS_Signature', signatureMessage(), { 'x-hopcat-fault': failure });

  test.each([
    ['handshake-required', '106'],
    ['ota-error', '209'],
    ['no-crl', '405'],
    ['crl-problem', '423'],
    ['stale-crl', '424'],
    ['internal-error', '900'],
  ])('%s answers %s', async (failure, code) => {
    expect(await refusalOf(await ask(failure))).toMatchObject({ code });
  });

  test('a signature that does not verify is told as 503', async () => {
    const response = await signed(await ask('invalid-signature'));
    expect(statusIn(response)).toBe('503');
    expect(isOf(response, certificateIn(response))).toBe(false);
  });

  test('constraints that do not match give 505 and no signature', async () => {
    const response = await signed(await ask('constraint-mismatch'));
    expect(statusIn(response)).toBe('505');
    expect(response.MSS_Signature).toBeUndefined();
  });

  test.each([
    ['invalid-signature', '503'],
    ['constraint-mismatch', '505'],
  ])('%s of an asynchronous request is told at once, and nobody is asked', async (failure, status) => {
    const own = await openWorkspace();
    const message = signatureMessage({}, { attributes: { MessagingMode: 'asynchClientServer' } });
    const response = await signed(await post(own, 'MSS_Signature', message, { 'x-hopcat-fault': failure }));
    expect(statusIn(response)).toBe(status);
    expect(await inbox(own, 'an')).toEqual([]);
  });

  test('a registration fails with 407', async () => {
    const message = messageOf('MSS_Registration', { content: user(AN) });
    const answer = await post(ws, 'MSS_Registration', message, { 'x-hopcat-fault': 'registration-failed' });
    expect(await refusalOf(answer)).toMatchObject({ code: '407' });
  });

  test('nobody is asked when the call is to fail', async () => {
    const own = await openWorkspace();
    const headers = { 'x-hopcat-fault': 'ota-error' };
    expect(await refusalOf(await post(own, 'MSS_Signature', signatureMessage(), headers))).toMatchObject({
      code: '209',
    });
    expect(await inbox(own, 'an')).toEqual([]);
  });
});
