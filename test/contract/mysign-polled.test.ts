import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { mysign } from './kit/mysign.ts';
import { approve, inbox, isSigned, refuse } from './kit/signing.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

const ECDSA256 = '1.2.840.10045.4.3.2';

describe('a polled transaction', () => {
  test('waits for the signer, who sees what is signed, and gives signatures of the key', async () => {
    const an = await mysign(ws);
    const texts = ['đơn', 'tờ khai'];
    const begun = await an.sign(texts, { signAlgo: ECDSA256 });
    expect(begun).toEqual({ status: 200, body: { transactionId: expect.any(String) } });
    const { transactionId } = begun.body;
    expect((await an.status(transactionId)).body).toEqual({ signatures: null, status: '4000' });
    const [seen] = await inbox(ws, 'an');
    expect(seen).toMatchObject({
      system: 'mysign',
      description: 'Ký hồ sơ',
      documents: [{ id: 'doc-0', name: 'đơn.pdf' }, { id: 'doc-1' }],
    });
    expect((await approve(ws, seen!.id, 'an')).status).toBe(204);
    const { body } = await an.status(transactionId);
    expect(body).toEqual({ signatures: [expect.any(String), expect.any(String)], status: '1' });
    const [certificate] = (await an.credential()).cert.certificates;
    const [first, second] = body.signatures as string[];
    expect(isSigned(certificate!, 'đơn', first!) && isSigned(certificate!, 'tờ khai', second!)).toBe(true);
    expect(isSigned(certificate!, 'tờ khai', first!)).toBe(false);
  });

  test('that the signer refuses says 4002, blocks says 4004, ignores says 4001', async () => {
    const an = await mysign(ws);
    const begin = async () => {
      const { transactionId } = (await an.sign(['đơn'], { signAlgo: ECDSA256 })).body;
      const all = await inbox(ws, 'an');
      return { transactionId, id: all.at(-1)!.id };
    };
    const statusOf = async (id: unknown) => (await an.status(id)).body;
    const refused = await begin();
    await refuse(ws, refused.id, 'an');
    expect(await statusOf(refused.transactionId)).toEqual({ signatures: null, status: '4002' });
    const ignored = await begin();
    await ws.configure({ clockOffsetSeconds: 301 });
    expect(await statusOf(ignored.transactionId)).toEqual({ signatures: null, status: '4001' });
    const blocked = await begin();
    for (let time = 0; time < 3; time++) await approve(ws, blocked.id, 'an', '000000');
    expect(await statusOf(blocked.transactionId)).toEqual({ signatures: null, status: '4004' });
  });

  test('is known to nobody but the client and the user whose it is', async () => {
    const [an, mai] = [await mysign(ws), await mysign(ws, { user_id: 'CMT_099192000002' })];
    const { transactionId } = (await an.sign(['đơn'], { signAlgo: ECDSA256 })).body;
    expect(await mai.status(transactionId)).toMatchObject({ status: 400, body: { error: '86002' } });
    const portal = await mysign(ws, { client_id: 'dvcqg', client_secret: 'dvcqg-secret' });
    expect(await portal.status(transactionId)).toMatchObject({ status: 400, body: { error: '86002' } });
  });

  test('is known to a person for whom it is, not to the enterprise that they represent', async () => {
    const [person, seal] = [
      await mysign(ws, { user_id: 'CMT_099185000066' }),
      await mysign(ws, { user_id: 'MST_9900000136' }),
    ];
    const { transactionId } = (await seal.sign(['đơn'], { signAlgo: ECDSA256 })).body;
    expect(await person.status(transactionId)).toMatchObject({ status: 400, body: { error: '86002' } });
    expect((await seal.status(transactionId)).body).toMatchObject({ status: '4000' });
  });

  test("keeps no number of somebody real in the caller's id of the request", async () => {
    const an = await mysign(ws);
    await an.sign(['đơn'], { signAlgo: ECDSA256 }, { 'x-request-id': 'yc-001090012345' });
    const kept = await (await ws.control('/export')).text();
    expect(kept).toContain('yc-************');
    expect(kept).not.toContain('001090012345');
  });

  test.each([
    ['signing', '6000'],
    ['no-quota', '4005'],
    ['system-error', '50000'],
  ])('says, asked to fail by %s, %s', async (failure, status) => {
    const an = await mysign(ws);
    const { transactionId } = (await an.sign(['đơn'], { signAlgo: ECDSA256 })).body;
    const { body } = await an.status(transactionId, { 'x-hopcat-fault': failure });
    expect(body).toEqual({ signatures: null, status });
  });

  test('of a certificate that has expired meanwhile says 13004, and nobody is asked', async () => {
    await (await mysign(ws)).credential();
    await ws.configure({ clockOffsetSeconds: 4 * 365 * 86_400 });
    const an = await mysign(ws);
    expect((await an.credential()).cert.status).toBe('expired');
    const { transactionId } = (await an.sign(['đơn'], { signAlgo: ECDSA256 })).body;
    expect((await an.status(transactionId)).body).toEqual({ signatures: null, status: '13004' });
    expect(await inbox(ws, 'an')).toEqual([]);
    expect(await an.sign(['đơn'], { signAlgo: ECDSA256, async: 1 })).toMatchObject({
      status: 400,
      body: { error: '13004' },
    });
  });
});
