import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { authorizeAt, demoAt, openWide } from '../contract/kit/exchange.ts';
import { fault } from '../contract/kit/registration.ts';
import { askToken, signedByToken, toSignOn } from '../contract/kit/token-sign-in.ts';
import { inProcess } from '../targets/in-process.ts';
import type { TestWorkspace } from '../targets/target.ts';

// Where a list comes after the portal's patience: nobody wants to wait for that in real time.

const target = await inProcess();
let ws: TestWorkspace;

beforeEach(async () => {
  ws = await target.openWorkspace({ signing: { autopilot: 'approve' } });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => target.stop());

test('USB_NETWORK_TIMEOUT_ERROR_CODE when the revocation list is too late', async () => {
  const browser = openWide(ws);
  const page = await browser.open(authorizeAt(demoAt(ws)));
  const place = await askToken(browser, page, { kind: 'agency', holder: 'ngoc' });
  const said = await signedByToken(ws, 'ngoc', toSignOn(place));
  await fault(ws, { system: 'pki', operation: 'crl', failure: 'slow', delayMs: 25_000, times: 1 });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let refused: Awaited<ReturnType<typeof browser.submit>> | undefined;
  const sent = browser.submit(place, '/commonauth', { ...said }).then((answer) => {
    refused = answer;
  });
  while (!refused) {
    await vi.advanceTimersByTimeAsync(1_000);
    await new Promise((next) => setImmediate(next));
  }
  await sent;
  expect([refused.status, refused.html]).toEqual([
    504,
    expect.stringContaining('USB_NETWORK_TIMEOUT_ERROR_CODE'),
  ]);
});
