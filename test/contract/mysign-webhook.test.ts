import { describe, expect, test } from 'vitest';
import { needs, openWorkspace } from '../targets/open.ts';
import { listen, type Received } from './kit/listener.ts';
import { mysign, withWebhook } from './kit/mysign.ts';
import { certificatesAre } from './kit/signatures.ts';
import { approve, inbox, isSigned, refuse } from './kit/signing.ts';

const ECDSA256 = '1.2.840.10045.4.3.2';

const token = { status_code: '00', message: 'OK', data: { access_token: 'the-01', expires_in: 60 } };

const provider = () =>
  listen(({ path }) =>
    path === '/auth' ? Response.json(token) : Response.json({ status_code: '00', message: 'OK' }),
  );

const results = (received: readonly Received[]) =>
  received.filter(({ path }) => path === '/result').map(({ body }) => JSON.parse(body) as Result);

interface Result {
  meta_data: { request_id: string; transaction_id: string; status: string };
  data: { results: { document_id: string; signature: string | null }[] };
}

describe('a result by webhook', () => {
  needs('calls to loopback');

  test('comes with the token that the provider gave, once the signer has agreed', async () => {
    await using portal = await provider();
    const ws = await openWorkspace({ signing: { key: 'p256' }, ...withWebhook(portal.url) });
    const an = await mysign(ws);
    const { body } = await an.sign(['đơn'], { signAlgo: ECDSA256, async: 3 }, { 'x-request-id': 'yc-7' });
    expect(portal.received).toEqual([]);
    const [seen] = await inbox(ws, 'an');
    await approve(ws, seen!.id, 'an');
    expect(portal.received.map(({ path }) => path)).toEqual(['/auth', '/result']);
    expect(JSON.parse(portal.received[0]!.body)).toEqual({ username: 'mysign', password: 'bí mật' });
    expect(portal.received[1]!.headers.authorization).toBe('Bearer the-01');
    const [result] = results(portal.received);
    expect(result).toEqual({
      meta_data: { request_id: 'yc-7', transaction_id: body.transactionId, status: '1' },
      data: { results: [{ document_id: 'doc-0', signature: expect.any(String) }] },
    });
    const [certificate] = (await an.credential()).cert.certificates;
    expect(isSigned(certificate!, 'đơn', result!.data.results[0]!.signature!)).toBe(true);
    const again = `${ws.origin}/${ws.id}/mysign/app/decided/${body.transactionId}`;
    expect((await ws.fetch(again, { method: 'POST' })).status).toBe(204);
    expect(portal.received).toHaveLength(2);
  });

  test('says that the signer refused, and comes at once by the autopilot', async () => {
    await using portal = await provider();
    const ws = await openWorkspace({ signing: { key: 'p256' }, ...withWebhook(portal.url) });
    const an = await mysign(ws);
    await an.sign(['đơn'], { signAlgo: ECDSA256, async: 3 });
    await refuse(ws, (await inbox(ws, 'an'))[0]!.id, 'an');
    await ws.configure({ signing: { autopilot: 'approve' } });
    const { body } = await an.sign(['đơn'], { signAlgo: ECDSA256, async: 3 });
    const decided = `${ws.origin}/${ws.id}/mysign/app/decided/${body.transactionId}`;
    expect((await ws.fetch(decided, { method: 'POST' })).status).toBe(204);
    const all = results(portal.received);
    expect(all.map(({ meta_data }) => meta_data.status)).toEqual(['4002', '1']);
    expect(all[0]!.data.results).toEqual([{ document_id: 'doc-0', signature: null }]);
  });

  test('is tried again while the provider fails, and never sent without its token', async () => {
    await using failing = await listen(({ path }, turn) =>
      path === '/auth' ? Response.json(token) : new Response('', { status: turn < 4 ? 500 : 200 }),
    );
    const settings = { signing: { key: 'p256', autopilot: 'approve' } } as const;
    const ws = await openWorkspace({ ...settings, ...withWebhook(failing.url) });
    await (await mysign(ws)).sign(['đơn'], { signAlgo: ECDSA256, async: 3 });
    expect(failing.received.map(({ path }) => path)).toEqual(['/auth', '/result', '/result', '/result']);
    await using waking = await listen(({ path }, turn) =>
      path === '/auth' && turn < 3 ? new Response('', { status: 503 }) : Response.json(token),
    );
    const early = await openWorkspace({ ...settings, ...withWebhook(waking.url) });
    await (await mysign(early)).sign(['đơn'], { signAlgo: ECDSA256, async: 3 });
    expect(waking.received.map(({ path }) => path)).toEqual(['/auth', '/auth', '/auth', '/result']);
    await using strict = await listen(() => Response.json({ status_code: '01', message: 'no' }));
    const other = await openWorkspace({ ...settings, ...withWebhook(strict.url) });
    await (await mysign(other)).sign(['đơn'], { signAlgo: ECDSA256, async: 3 });
    expect(strict.received.map(({ path }) => path)).toEqual(['/auth']);
  });

  test('comes once when the certificate is not good', async () => {
    await using portal = await provider();
    const ws = await openWorkspace({ signing: { key: 'p256' }, ...withWebhook(portal.url) });
    await certificatesAre(ws, 'an', { certificate: 'revoked' });
    const an = await mysign(ws);
    const { body } = await an.sign(['đơn'], { signAlgo: ECDSA256, async: 3 });
    const decided = `${ws.origin}/${ws.id}/mysign/app/decided/${body.transactionId}`;
    expect((await ws.fetch(decided, { method: 'POST' })).status).toBe(204);
    expect(results(portal.received).map(({ meta_data }) => meta_data.status)).toEqual(['13004']);
  });

  test('is in the journal without the password and the token', async () => {
    await using portal = await provider();
    const settings = { signing: { key: 'p256', autopilot: 'approve' } } as const;
    const ws = await openWorkspace({ ...settings, ...withWebhook(portal.url) });
    await (await mysign(ws)).sign(['đơn'], { signAlgo: ECDSA256, async: 3 });
    const journal = await (await ws.control('/journal?system=mysign')).text();
    expect(journal).toContain('webhookResult');
    expect(journal).not.toContain('bí mật');
    expect(journal).not.toContain('the-01');
  });
});
