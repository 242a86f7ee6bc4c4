import { describe, expect, test } from 'vitest';
import { DEMO_SECRET_HASH } from '../../contracts/_oidc-account.ts';
import type { SettingsInput } from '../../contracts/_settings.ts';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Listener, listen } from './kit/listener.ts';
import { approve, arriving, inbox, refuse } from './kit/signing.ts';
import {
  bodyIn,
  certificateIn,
  isOf,
  type Message,
  newTransId,
  responseOf,
  sign,
  signed,
  statusIn,
  statusOf,
} from './kit/simpki.ts';
import type { Loose } from './kit/soap.ts';

const ap = () => listen(() => new Response('', { status: 200 }));

const open = (url: string, more: SettingsInput = {}) => {
  const account = { apId: 'http://ap.mobile-id.vn/demo-portal', name: 'Cổng', secretHash: DEMO_SECRET_HASH };
  return openWorkspace({ ...more, simpki: { accounts: [{ ...account, notificationUrl: `${url}/mss` }] } });
};

const signAndTell = async (ws: TestWorkspace, wish = {}, message: Message = {}): Promise<Loose> => {
  const attributes = { MessagingMode: 'asynchServerServer', ...message.attributes };
  const begun = await signed(await sign(ws, wish, { ...message, attributes }));
  expect(statusIn(begun)).toBe('100');
  return begun;
};

const toldAt = ({ received }: Listener): Loose[] =>
  received.map(({ path, type, body }) => {
    expect({ path, type }).toEqual({ path: '/mss', type: 'application/soap+xml; charset=utf-8' });
    return bodyIn(body).MSS_SignatureResponse.MSS_SignatureResp;
  });

describe('asynchServerServer: the AP is told', () => {
  needs('calls to loopback');

  test('what was signed, under its own number, once; and may still ask', async () => {
    await using portal = await ap();
    const ws = await open(portal.url);
    const transId = newTransId();
    const begun = await signAndTell(ws, {}, { transId });
    expect(portal.received).toEqual([]);
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    const [notice, ...more] = toldAt(portal);
    expect(more).toEqual([]);
    expect(notice.AP_Info).toMatchObject({
      AP_TransID: transId,
      AP_PWD: '',
      Instant: '2024-11-01T08:00:00Z',
    });
    expect(notice.MSSP_TransID).toBe(begun.MSSP_TransID);
    expect(statusIn(notice)).toBe('502');
    expect(isOf(notice, certificateIn(notice))).toBe(true);
    const asked = await responseOf(await statusOf(ws, begun.MSSP_TransID), 'MSS_StatusQuery');
    expect(asked.MSS_Signature).toEqual(notice.MSS_Signature);
    const again = `${ws.origin}/${ws.id}/simpki/app/decided/${begun.MSSP_TransID.slice(1)}`;
    expect((await ws.fetch(again, { method: 'POST' })).status).toBe(204);
    expect(portal.received).toHaveLength(1);
  });

  test('that the signer refused, that the PIN is blocked, and that nobody answered in time', async () => {
    await using portal = await ap();
    const ws = await open(portal.url);
    await signAndTell(ws);
    await refuse(ws, (await arriving(ws, 'an')).id, 'an');
    await signAndTell(ws, {}, { attributes: { TimeOut: '60' } });
    await ws.configure({ clockOffsetSeconds: 61 });
    expect(await inbox(ws, 'an')).toEqual([]);
    await signAndTell(ws);
    const { id } = await arriving(ws, 'an');
    for (let tries = 0; tries < 3; tries++) await approve(ws, id, 'an', '000000');
    const notices = toldAt(portal);
    expect(notices.map(statusIn)).toEqual(['401', '208', '402']);
    expect(notices.map(({ MSS_Signature }) => MSS_Signature)).toEqual([undefined, undefined, undefined]);
    expect(notices[0].Status.StatusMessage).toBe('USER_CANCEL');
  });

  test('at once where nobody is asked: by the autopilot, and while the PIN still holds', async () => {
    await using portal = await ap();
    const ws = await open(portal.url, { signing: { autopilot: 'approve' } });
    const begun = await signAndTell(ws, { format: 'http://uri.etsi.org/TS102204/v1.1.2#PKCS7' });
    await ws.fetch(`${ws.origin}/${ws.id}/simpki/app/decided/${begun.MSSP_TransID.slice(1)}`, {
      method: 'POST',
    });
    await ws.configure({ signing: { autopilot: null } });
    const transId = newTransId();
    await signAndTell(ws, {}, { transId });
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    await signAndTell(ws, {}, { transId });
    expect(toldAt(portal).map(statusIn)).toEqual(['502', '502', '502']);
  });

  test('in the version of SOAP in which it asked, and again while it fails', async () => {
    await using failing = await listen((_, turn) => new Response('', { status: turn < 3 ? 503 : 200 }));
    const ws = await open(failing.url, { signing: { autopilot: 'refuse' } });
    const attributes = { MessagingMode: 'asynchServerServer' };
    await sign(ws, {}, { version: '1.1', bare: true, attributes });
    expect(failing.received.map(({ type }) => type)).toEqual(Array(3).fill('text/xml; charset=utf-8'));
    expect(failing.received[2]!.body).toContain('<soap:Body><mss:MSS_SignatureResp ');
  });
});

test('a host that the workspace does not allow is not called, and the journal says so', async () => {
  const ws = await open('http://ap.example.vn', { signing: { autopilot: 'approve' } });
  await signAndTell(ws);
  const journal = await (await ws.control('/journal?system=simpki&limit=10')).text();
  expect(journal).toContain("the host 'ap.example.vn' is not in the workspace's allowedHosts");
});
