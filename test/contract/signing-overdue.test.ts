import { describe, expect, test } from 'vitest';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Listener, listen } from './kit/listener.ts';
import { mysign, withWebhook } from './kit/mysign.ts';
import { hookedTo, signhub } from './kit/signhub.ts';
import { approve, inbox } from './kit/signing.ts';
import { asking, certificateOf, SP769, smartca } from './kit/smartca.ts';

const token = { status_code: '00', message: 'OK', data: { access_token: 'the-01', expires_in: 60 } };

const server = () =>
  listen(({ path }) => (path === '/auth' ? Response.json(token) : new Response('', { status: 200 })));

const toldAt = ({ received }: Listener, path: string) =>
  received.filter((each) => each.path === path).map(({ body }) => JSON.parse(body));

const expire = (ws: TestWorkspace) => ws.configure({ clockOffsetSeconds: 301 });

describe('a request that nobody answers in time is told of once, to whoever was promised a webhook,', () => {
  needs('calls to loopback');

  test('by MySign, at the next question for its state', async () => {
    await using portal = await server();
    const ws = await openWorkspace(withWebhook(portal.url));
    const an = await mysign(ws);
    const { body } = await an.sign(['đơn'], { async: 3 });
    expect((await an.status(body.transactionId)).body.status).toBe('4000');
    expect(toldAt(portal, '/result')).toEqual([]);
    await expire(ws);
    await an.status(body.transactionId);
    await an.status(body.transactionId);
    await inbox(ws, 'an');
    expect(toldAt(portal, '/result')).toEqual([
      {
        meta_data: expect.objectContaining({ transaction_id: body.transactionId, status: '4001' }),
        data: { results: [{ document_id: 'doc-0', signature: null }] },
      },
    ]);
  });

  test('by the signing hub, when the phone shows what waits', async () => {
    await using portal = await server();
    const ws = await openWorkspace({ signhub: hookedTo(portal.url) });
    const { handle } = (await (await signhub(ws)).sign(['đơn'])).data;
    await expire(ws);
    const page = await ws.phone('/an');
    expect(page.status).toBe(200);
    await ws.phone('/an');
    const notices = portal.received.map(({ body }) => JSON.parse(body));
    expect(notices.map(({ type }) => type)).toEqual([
      'SIGNHASH_WEBHOOK_TRANSCODE',
      'SIGNHASH_WEBHOOK_RESULT',
    ]);
    expect(notices[1].data).toMatchObject({ handle, statusCode: 1, errorCode: 'errorcode4005' });
  });

  test("by SmartCA, when another person's phone is asked", async () => {
    await using portal = await server();
    const ws = await openWorkspace();
    const { smartca: settings } = await (await ws.control('/settings')).json();
    const accounts = [{ ...settings.accounts[0], webhook: `${portal.url}/smartca` }];
    await ws.configure({ smartca: { accounts } });
    const asked = asking((await certificateOf(ws)).serial_number);
    await smartca(ws, `${SP769}/v1/signatures/sign`, asked);
    await expire(ws);
    await inbox(ws, 'binh');
    await inbox(ws, 'an');
    const { transaction_id } = asked;
    expect(toldAt(portal, '/smartca')).toEqual([
      expect.objectContaining({ transaction_id, status_code: 403, message: 'EXPIRED', signed_files: [] }),
    ]);
  });

  test('however many ask at the same time, and whatever was decided before is not told again', async () => {
    await using portal = await server();
    const ws = await openWorkspace(withWebhook(portal.url));
    const an = await mysign(ws);
    const first = (await an.sign(['đơn'], { async: 3 })).body.transactionId;
    await approve(ws, (await inbox(ws, 'an'))[0]!.id, 'an');
    const second = (await an.sign(['đơn'], { async: 3 })).body.transactionId;
    await expire(ws);
    await Promise.all(Array.from({ length: 8 }, () => inbox(ws, 'an')));
    const results = toldAt(portal, '/result').map(({ meta_data }) => meta_data);
    expect(results).toEqual([
      expect.objectContaining({ transaction_id: first, status: '1' }),
      expect.objectContaining({ transaction_id: second, status: '4001' }),
    ]);
  });
});
