import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { approvalsOn } from './kit/phone.ts';
import { isSignedBy } from './kit/signatures.ts';
import { askFiftyMore, askToSign, decideAt, hexOf, inboxOf, onPhone, signerAt } from './kit/signing-apps.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
});

const texts = ['Đơn đề nghị', 'Phụ lục'];
const approve = (pin = '123456', person = 'an') => ({ person, decision: 'approve', pin });

/** Of many tries how often each status came. */
const counted = (all: readonly { status: number }[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(all, ({ status }) => String(status))].map(([key, some]) => [key, some.length]),
  );

describe('the phone', () => {
  test('shows a program who asks for a signature, on what, and by which certificate', async () => {
    const { id, serial } = await askToSign(ws, texts);
    expect(await approvalsOn(ws, 'an')).toEqual([
      {
        id,
        kind: 'signature',
        title: { vi: 'Yêu cầu ký số', en: 'Request to sign' },
        asks: expect.any(String),
        details: expect.arrayContaining([
          { name: 'serial', label: { vi: 'Số sê-ri', en: 'Serial number' }, value: serial.toUpperCase() },
          expect.objectContaining({ name: 'signer', value: 'Nguyễn Văn An' }),
          expect.objectContaining({ name: 'valid_to', value: expect.stringMatching(/^\d\d\/\d\d\/\d{4}$/) }),
        ]),
        documents: texts.map((text, at) => ({ name: `HS-${at + 1}`, hash: 'sha256', digest: hexOf(text) })),
        triesLeft: 3,
        expiresAt: expect.any(String),
      },
    ]);
    expect(await approvalsOn(ws, 'mai')).toEqual([]);
  });

  test('signs with the PIN what the certificate then verifies', async () => {
    const { id, certificate, signatures } = await askToSign(ws, texts);
    expect((await onPhone(ws, 'an', id, { decision: 'approve', pin: '123456' })).status).toBe(204);
    const signed = await signatures();
    expect(texts.map((text, at) => isSignedBy(certificate, signed[at], text))).toEqual([true, true]);
    expect(await approvalsOn(ws, 'an')).toEqual([]);
  });

  test('signs nothing without a PIN, or with a wrong one', async () => {
    const { id, signatures } = await askToSign(ws, texts);
    expect(await onPhone(ws, 'an', id, { decision: 'approve' })).toMatchObject({
      status: 400,
      body: { code: 'pin_needed' },
    });
    expect(await onPhone(ws, 'an', id, { decision: 'approve', pin: '654321' })).toMatchObject({
      status: 401,
      body: { code: 'wrong_pin', errors: [{ path: 'pin', message: 'Còn 2 lần nhập / 2 tries left' }] },
    });
    expect(await approvalsOn(ws, 'an')).toMatchObject([{ id, triesLeft: 2 }]);
    expect(await signatures()).toEqual([]);
  });

  test('refuses, and what was refused stays so', async () => {
    const { id, signatures } = await askToSign(ws, texts);
    expect((await onPhone(ws, 'an', id, { decision: 'refuse' })).status).toBe(204);
    expect(await onPhone(ws, 'an', id, { decision: 'approve', pin: '123456' })).toMatchObject({
      status: 409,
      body: { code: 'already_decided' },
    });
    expect(await signatures()).toEqual([]);
  });

  test('shows older requests behind the newest fifty, whoever asked for those', async () => {
    const { id } = await askToSign(ws, texts);
    await askFiftyMore(ws);
    const page = async (query: string) => (await ws.phone(`/an/api/approvals${query}`)).json();
    const first = await page('');
    expect(first.approvals).toHaveLength(50);
    expect(first.approvals).not.toContainEqual(expect.objectContaining({ id }));
    const second = await page(`?${new URLSearchParams({ older: first.older })}`);
    expect(second).toEqual({ approvals: [expect.objectContaining({ id, kind: 'signature' })], older: null });
    const html = await (await ws.phone(`/an?${new URLSearchParams({ older: first.older })}`)).text();
    expect(html).toContain(`approval-${id}`);
    expect(html).toContain('data-testid="newest"');
    expect(await (await ws.phone('/an')).text()).toContain('data-testid="older"');
    expect((await onPhone(ws, 'an', id, { decision: 'approve', pin: '123456' })).status).toBe(204);
  });

  test('of somebody else signs nothing', async () => {
    const { id } = await askToSign(ws, texts);
    expect(await onPhone(ws, 'mai', id, { decision: 'approve', pin: '123456' })).toMatchObject({
      status: 403,
      body: { code: 'not_the_signer' },
    });
  });
});

describe('the signing apps', () => {
  test('let one of sixty-four decisions win', async () => {
    const { id, signatures } = await askToSign(ws, texts);
    const all = await Promise.all(Array.from({ length: 64 }, () => decideAt(ws, id, approve())));
    expect(counted(all)).toEqual({ 204: 1, 409: 63 });
    expect(await signatures()).toHaveLength(2);
  });

  test('count each of many wrong PINs, and end every request once they are blocked', async () => {
    const [first, second] = [await askToSign(ws, texts), await askToSign(ws, ['khác'])];
    const all = await Promise.all(
      Array.from({ length: 16 }, (_, at) => decideAt(ws, (at % 2 ? first : second).id, approve('000000'))),
    );
    const { 401: wrong, 423: blocked = 0, 409: before = 0 } = counted(all);
    expect(wrong).toBe(2);
    expect(blocked).toBeGreaterThan(0);
    expect(blocked + before).toBe(14);
    expect((await inboxOf(ws, 'an')).pin).toEqual({ triesLeft: 0, blockedSince: expect.any(String) });
    for (const { id } of [first, second]) await decideAt(ws, id, approve());
    for (const { id, signatures } of [first, second]) {
      expect((await signerAt(ws, `/${id}`)).body.stage).toBe('blocked');
      expect(await signatures()).toEqual([]);
    }
  });

  test('sign again once the PIN is unblocked', async () => {
    await ws.configure({ signing: { wrongPins: 1 } });
    const first = await askToSign(ws, texts);
    expect((await decideAt(ws, first.id, approve('000000'))).status).toBe(423);
    expect((await signerAt(ws, '/pins/an', { method: 'DELETE' })).status).toBe(204);
    const { id } = await askToSign(ws, texts);
    expect((await decideAt(ws, id, approve())).status).toBe(204);
  });

  test('sign nothing when the time is over, by the token clock', async () => {
    const { id } = await askToSign(ws, texts);
    await ws.configure({ clockOffsetSeconds: 299 });
    expect((await inboxOf(ws, 'an')).signings).toHaveLength(1);
    await ws.configure({ clockOffsetSeconds: 301 });
    expect((await inboxOf(ws, 'an')).signings).toEqual([]);
    expect(await decideAt(ws, id, approve())).toMatchObject({
      status: 410,
      body: { code: 'signing_expired' },
    });
  });

  test('keep the PIN out of the journal', async () => {
    const { id } = await askToSign(ws, texts);
    await onPhone(ws, 'an', id, { decision: 'approve', pin: '918273' });
    const entries = await (await ws.control('/journal?limit=100')).text();
    expect(entries).toContain('"decide"');
    expect(entries).not.toContain('918273');
  });
});
