import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { approve, arriving, inbox, refuse } from './kit/signing.ts';
import {
  AN,
  certificateIn,
  isOf,
  messageOf,
  newTransId,
  post,
  refusalOf,
  responseOf,
  sign,
  signed,
  signLater,
  statusIn,
  statusOf,
  user,
} from './kit/simpki.ts';

let ws: TestWorkspace;

describe('the signer is asked on the phone', () => {
  beforeEach(async () => {
    ws = await openWorkspace();
  });

  test('a synchronous call waits until the PIN is there', async () => {
    const answer = sign(ws);
    const waiting = await arriving(ws, 'an');
    expect(waiting.system).toBe('simpki');
    expect(waiting.description).toMatch(/^Ký hồ sơ, mã \d{4}$/);
    expect((await approve(ws, waiting.id, 'an')).status).toBe(204);
    const response = await signed(await answer);
    expect(isOf(response, certificateIn(response))).toBe(true);
  });

  test('who refuses on the phone cancels', async () => {
    const answer = sign(ws);
    await refuse(ws, (await arriving(ws, 'an')).id, 'an');
    expect(await refusalOf(await answer)).toEqual({ code: '401', name: 'USER_CANCEL', by: 'Receiver' });
  });

  test('wrong PINs block', async () => {
    const begun = await signed(await signLater(ws));
    const { id } = await arriving(ws, 'an');
    for (let tries = 0; tries < 3; tries++) await approve(ws, id, 'an', '000000');
    expect(await refusalOf(await statusOf(ws, begun.MSSP_TransID))).toMatchObject({
      code: '402',
      name: 'PIN_NR_BLOCKED',
    });
  });

  test('a synchronous call ends after TimeOut, and then nobody is asked any more', async () => {
    const answer = await sign(ws, {}, { attributes: { TimeOut: '1' } });
    expect(await refusalOf(answer)).toMatchObject({ code: '208', name: 'EXPIRED_TRANSACTION' });
    expect(await inbox(ws, 'an')).toEqual([]);
  });

  test('the setting ends a synchronous call before its TimeOut', async () => {
    await ws.configure({ simpki: { waitSeconds: 1 } });
    expect(await refusalOf(await sign(ws))).toMatchObject({ code: '208' });
  });

  test('an asynchronous call is asked for its state until there is one', async () => {
    const begun = await signed(await signLater(ws));
    expect(statusIn(begun)).toBe('100');
    expect(begun.MSS_Signature).toBeUndefined();
    const asked = async () => responseOf(await statusOf(ws, begun.MSSP_TransID), 'MSS_StatusQuery');
    expect(statusIn(await asked())).toBe('504');
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    const response = await asked();
    expect(statusIn(response)).toBe('502');
    expect(isOf(response, certificateIn(response))).toBe(true);
  });

  test('an asynchronous call expires by the token clock', async () => {
    const begun = await signed(await signLater(ws, {}, { attributes: { TimeOut: '60' } }));
    await ws.configure({ clockOffsetSeconds: 61 });
    expect(await refusalOf(await statusOf(ws, begun.MSSP_TransID))).toMatchObject({ code: '208' });
  });

  test('a SIM is asked one thing at a time', async () => {
    await signed(await signLater(ws));
    expect(await refusalOf(await signLater(ws))).toMatchObject({ code: '406', name: 'PB_SIGNATURE_PROCESS' });
    expect(await inbox(ws, 'an')).toHaveLength(1);
    await refuse(ws, (await arriving(ws, 'an')).id, 'an');
    expect(statusIn(await signed(await signLater(ws)))).toBe('100');
  });

  test('of ten requests at once one is asked', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => signLater(ws)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await inbox(ws, 'an')).toHaveLength(1);
  });

  test('the same request sent twice is one transaction', async () => {
    const transId = newTransId();
    const [first, second] = [await signLater(ws, {}, { transId }), await signLater(ws, {}, { transId })];
    expect((await signed(second)).MSSP_TransID).toBe((await signed(first)).MSSP_TransID);
    expect(await inbox(ws, 'an')).toHaveLength(1);
  });

  test('an approved AP_TransID signs again without a PIN, for fifteen minutes', async () => {
    const transId = newTransId();
    await signed(await signLater(ws, {}, { transId }));
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    const again = await signed(await sign(ws, {}, { transId }));
    expect(isOf(again, certificateIn(again))).toBe(true);
    await ws.configure({ clockOffsetSeconds: 901 });
    expect(statusIn(await signed(await signLater(ws, {}, { transId })))).toBe('100');
    expect(await inbox(ws, 'an')).toHaveLength(1);
  });

  test('a PIN holds neither for another AP_TransID nor where nothing is cached', async () => {
    const transId = newTransId();
    const approved = async () => {
      await signed(await signLater(ws, {}, { transId }));
      await approve(ws, (await arriving(ws, 'an')).id, 'an');
    };
    await approved();
    await signed(await signLater(ws));
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    await ws.configure({ simpki: { pinCacheSeconds: 0 } });
    await signed(await signLater(ws, {}, { transId }));
    expect(await inbox(ws, 'an')).toHaveLength(1);
  });

  test("a PIN for one's own certificate does not sign with the enterprise's", async () => {
    const transId = newTransId();
    const msisdn = '84950000166';
    await signed(await signLater(ws, { msisdn }, { transId }));
    await approve(ws, (await arriving(ws, 'quynh')).id, 'quynh');
    const profile = 'http://mobile-id.vn/digitalSignature#enterprise';
    const second = await signed(await signLater(ws, { msisdn, profile }, { transId }));
    expect(statusIn(second)).toBe('100');
    expect(await inbox(ws, 'quynh')).toHaveLength(1);
  });

  test('a PIN that was blocked since does not hold', async () => {
    const transId = newTransId();
    await signed(await signLater(ws, {}, { transId }));
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    await signed(await signLater(ws));
    const { id } = await arriving(ws, 'an');
    for (let tries = 0; tries < 3; tries++) await approve(ws, id, 'an', '000000');
    await signed(await signLater(ws, {}, { transId }));
    expect(await inbox(ws, 'an')).toHaveLength(1);
  });

  test('a receipt reaches the phone', async () => {
    const { MSSP_TransID } = await signed(await signLater(ws));
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    const content = `${user(AN)}<m:Message MimeType="text/plain" Encoding="UTF-8">Hồ sơ đã được ký</m:Message>`;
    const message = messageOf('MSS_Receipt', { content, attributes: { MSSP_TransID } });
    const response = await responseOf(await post(ws, 'MSS_Receipt', message), 'MSS_Receipt');
    expect(statusIn(response)).toBe('100');
    const { messages } = await (await ws.phone('/an/api/messages')).json();
    expect(messages.at(-1)).toMatchObject({ text: 'Hồ sơ đã được ký' });
  });
});
