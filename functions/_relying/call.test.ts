import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Exchange } from '../_kit/exchange.ts';
import { call, PATIENCE_MS } from './call.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** As much of an exchange as a call needs. */
const exchange = (fetch: typeof globalThis.fetch) =>
  ({ deps: { origin: 'http://hopcat.test', fetch }, workspace: { id: 'default' } }) as unknown as Exchange;

const asked = (fetch: typeof globalThis.fetch) =>
  call(exchange(fetch), 'telecom', '/subscribers/check', {}).then(
    ({ status }) => `answered ${status}`,
    (error: Error) => error.message,
  );

const late = (ms: number) => () =>
  new Promise<Response>((resolve) => setTimeout(() => resolve(new Response('{}')), ms));

test('an answer just within the portal’s patience counts', async () => {
  const told = asked(late(PATIENCE_MS - 1));
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  expect(await told).toBe('answered 200');
});

test('an answer beyond it is none, whether or not the caller could be stopped', async () => {
  const told = asked(late(PATIENCE_MS + 1));
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  expect(await told).toBe('register_unavailable: telecom: no answer within 5 seconds');
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
});

test('a body that never ends is none either', async () => {
  const endless = () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
  const told = asked(async () => endless());
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  expect(await told).toContain('register_unavailable');
});

test('a connection that fails is told as the register’s failure, with whose it is', async () => {
  const told = asked(async () => {
    throw new TypeError('fetch failed');
  });
  expect(await told).toBe('register_unavailable: telecom: fetch failed');
});
