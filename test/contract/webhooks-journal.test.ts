import { describe, expect, test } from 'vitest';
import { DEMO_SECRET_HASH } from '../../contracts/_oidc-account.ts';
import type { SettingsInput } from '../../contracts/_settings.ts';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { listen } from './kit/listener.ts';
import { mysign, withWebhook } from './kit/mysign.ts';
import { hookedTo, signhub } from './kit/signhub.ts';
import { newTransId, sign as signBySim } from './kit/simpki.ts';
import { asking, certificateOf, SP769, smartca } from './kit/smartca.ts';

interface Case {
  system: string;
  operation: string;
  settings(url: string): SettingsInput;
  ask(ws: TestWorkspace): Promise<unknown>;
  /** What only both ends know. */
  secret: string;
}

const secretHash = DEMO_SECRET_HASH;

const cases: readonly Case[] = [
  {
    system: 'signhub',
    operation: 'webhook',
    settings: (url) => ({ signhub: hookedTo(url) }),
    ask: async (ws) => (await signhub(ws)).sign(['đơn']),
    secret: 'webhook-secret',
  },
  {
    system: 'smartca',
    operation: 'webhook',
    settings: (webhook) => ({ smartca: { accounts: [{ clientId: 'demo-portal', secretHash, webhook }] } }),
    ask: async (ws) =>
      smartca(ws, `${SP769}/v1/signatures/sign`, asking((await certificateOf(ws)).serial_number)),
    secret: 'demo-portal-secret',
  },
  {
    system: 'simpki',
    operation: 'notification',
    settings: (notificationUrl) => {
      const account = { apId: 'http://ap.mobile-id.vn/demo-portal', name: 'Cổng', secretHash };
      return { simpki: { accounts: [{ ...account, notificationUrl }] } };
    },
    ask: (ws) =>
      signBySim(ws, {}, { transId: newTransId(), attributes: { MessagingMode: 'asynchServerServer' } }),
    secret: 'demo-portal-secret',
  },
  {
    system: 'mysign',
    operation: 'webhookToken',
    settings: withWebhook,
    ask: async (ws) => (await mysign(ws)).sign(['đơn'], { signAlgo: '1.2.840.10045.4.3.2', async: 3 }),
    secret: 'bí mật',
  },
];

interface Entry {
  direction?: string;
  operation: string;
  request: { method: string; url: string };
  response: { status: number };
}

describe('of a webhook to a portal that is down every try stands in the journal, without its secret:', () => {
  needs('calls to loopback');

  test.each(cases)('$system', async ({ system, operation, settings, ask, secret }) => {
    await using portal = await listen(() => new Response('', { status: 503 }));
    const ws = await openWorkspace({
      signing: { key: 'p256', autopilot: 'approve' },
      ...settings(portal.url),
    });
    await ask(ws);
    const text = await (await ws.control(`/journal?system=${system}&limit=50`)).text();
    expect(text).not.toContain(secret);
    const entries = (JSON.parse(text) as { entries: Entry[] }).entries;
    const sent = entries.filter((entry) => entry.direction === 'out' && entry.operation === operation);
    // The hub tells of two things.
    expect(sent.length).toBe(portal.received.length);
    expect(sent.length % 3).toBe(0);
    expect(sent.length).toBeGreaterThan(0);
    for (const { request, response } of sent) {
      expect(request).toMatchObject({ method: 'POST', url: expect.stringContaining(portal.url) });
      expect(response.status).toBe(503);
    }
  });
});
