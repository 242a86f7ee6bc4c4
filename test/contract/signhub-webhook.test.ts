import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Listener, listen, type Received } from './kit/listener.ts';
import { hookedTo, signhub } from './kit/signhub.ts';
import { approve, inbox, isSigned, refuse } from './kit/signing.ts';

interface Notice {
  id: string;
  type: string;
  attempt: number;
  data: Readonly<Record<string, unknown>>;
}

/** What came, after its signature was found to be right. */
const noticeOf = ({ headers, body }: Received): Notice => {
  const right = createHmac('sha256', 'webhook-secret').update(body).digest('hex');
  expect(headers['x-webhook-signature']).toBe(`sha256=${right}`);
  expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  return JSON.parse(body) as Notice;
};

const noticesOf = ({ received }: Listener): Notice[] => received.map(noticeOf);

/** Ids of all requests to sign, as the signing apps would tell of them. */
async function signingsIn(ws: TestWorkspace): Promise<string[]> {
  const { items } = (await (await ws.control('/export')).json()) as {
    items: { system: string; kind: string; id: string }[];
  };
  return items.filter(({ system, kind }) => system === 'sign' && kind === 'signing').map(({ id }) => id);
}

const open = (url: string, autopilot: 'approve' | null = null) =>
  openWorkspace({ signing: { key: 'p256', autopilot }, signhub: hookedTo(url) });

describe('the account is told, by a signed webhook,', () => {
  needs('calls to loopback');

  test('of a registration and of its end', async () => {
    await using server = await listen(() => new Response('', { status: 200 }));
    const ws = await open(server.url);
    const portal = await signhub(ws);
    const { transactionCode } = (await portal.register()).data;
    await approve(ws, (await inbox(ws, 'an'))[0]!.id, 'an');
    const notices = noticesOf(server);
    expect(notices).toEqual([
      {
        id: expect.any(String),
        type: 'CERT_REGISTER_WEBHOOK_TRANSCODE',
        attempt: 1,
        data: { transactionCode, citizenPid: '099090000001', provider: 'HUD-VNPT-SMARTCA' },
      },
      {
        id: expect.any(String),
        type: 'CERT_REGISTER_WEBHOOK_RESULT',
        attempt: 1,
        data: await portal.state(transactionCode),
      },
    ]);
    expect(notices[1]!.data).toMatchObject({ statusCode: 0, certificateData: expect.any(String) });
  });

  test('of a signing and of its end, once', async () => {
    await using server = await listen(() => new Response('', { status: 200 }));
    const ws = await open(server.url);
    const portal = await signhub(ws);
    const { handle } = (await portal.sign(['đơn'])).data;
    await approve(ws, (await inbox(ws, 'an'))[0]!.id, 'an');
    const [begun, ended] = noticesOf(server);
    expect(begun).toMatchObject({ type: 'SIGNHASH_WEBHOOK_TRANSCODE', data: { handle } });
    expect(ended).toMatchObject({ type: 'SIGNHASH_WEBHOOK_RESULT', data: { handle, statusCode: 0 } });
    const [certificate] = (await portal.credentials())[0]!.cert.certificates;
    expect(isSigned(certificate!, 'đơn', (ended!.data.signatures as string[])[0]!)).toBe(true);
    const again = `${ws.origin}/${ws.id}/signhub/app/decided/${handle}`;
    expect((await ws.fetch(again, { method: 'POST' })).status).toBe(204);
    expect(server.received).toHaveLength(2);
  });

  test('that the signer refused, and of everything at once by the autopilot', async () => {
    await using server = await listen(() => new Response('', { status: 200 }));
    const ws = await open(server.url);
    const portal = await signhub(ws);
    await portal.sign(['đơn']);
    await refuse(ws, (await inbox(ws, 'an'))[0]!.id, 'an');
    expect(noticesOf(server).at(-1)).toMatchObject({ data: { statusCode: 3, signatures: [] } });
    await ws.configure({ signing: { autopilot: 'approve' } });
    await portal.register();
    await portal.sign(['đơn']);
    const ids = await signingsIn(ws);
    expect(ids).toHaveLength(3);
    for (const id of ids)
      await ws.fetch(`${ws.origin}/${ws.id}/signhub/app/decided/${id}`, { method: 'POST' });
    expect(
      noticesOf(server)
        .slice(2)
        .map(({ type }) => type),
    ).toEqual([
      'CERT_REGISTER_WEBHOOK_TRANSCODE',
      'CERT_REGISTER_WEBHOOK_RESULT',
      'SIGNHASH_WEBHOOK_TRANSCODE',
      'SIGNHASH_WEBHOOK_RESULT',
    ]);
  });

  test('up to three times while it fails, with the same id and the number of the attempt', async () => {
    await using server = await listen((_, turn) =>
      Response.json({ error: 'x', errorDescription: 'y' }, { status: turn < 3 ? 500 : 200 }),
    );
    const ws = await open(server.url);
    await (await signhub(ws)).sign(['đơn']);
    const notices = noticesOf(server);
    expect(notices.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(new Set(notices.map(({ id }) => id)).size).toBe(1);
  });

  test('and what it refuses with 400 is not sent again', async () => {
    await using server = await listen(() => Response.json({ error: 'x' }, { status: 400 }));
    const ws = await open(server.url);
    await (await signhub(ws)).sign(['đơn']);
    expect(server.received).toHaveLength(1);
  });
});
