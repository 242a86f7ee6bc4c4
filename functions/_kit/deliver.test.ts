import { expect, test } from 'vitest';
import { deliver } from './deliver.ts';
import type { Exchange } from './exchange.ts';
import { random } from './random.ts';
import type { Change } from './store.ts';

test('a notice of whose address no request can be made is journaled as not sent, once, without the address', async () => {
  const saved: unknown[] = [];
  const commit = async (changes: Change[]) => {
    saved.push(...changes);
    return { ok: true };
  };
  const x = {
    system: 'smartca',
    clock: { now: 0, real: 0 },
    workspace: { space: 'default' },
    isOurs: () => true,
    put: (_: unknown, id: string, value: unknown) => ({ put: ['default', 'journal', 'entry', id], value }),
    deps: { now: () => 0, random, store: { commit } },
  } as unknown as Exchange;
  await deliver(x, 'webhook', () => new Request('http://u:secret@127.0.0.1/x', { method: 'POST' }));
  expect(saved).toMatchObject([
    {
      value: {
        operation: 'webhook',
        response: { status: 0 },
        notes: ['no request can be made of this address'],
      },
    },
  ]);
  expect(JSON.stringify(saved)).not.toContain('secret');
});
