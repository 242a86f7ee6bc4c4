import { expect, onTestFinished, test } from 'vitest';
import { createSandbox } from '../../mocks/sandbox.ts';
import { demo, hmac } from '../../test/contract/kit/signhub.ts';
import { sqliteStore } from '../_kit/sqlite.ts';
import type { Change, Store } from '../_kit/store.ts';

test('a nonce is kept until every timestamp that came with it is too old', async () => {
  const saved: Change[] = [];
  const real = 1_893_456_000_600;
  const skew = 300;
  const base = sqliteStore(':memory:');
  onTestFinished(base.close);
  const store: Store = {
    ...base,
    commit(changes, now) {
      saved.push(...changes);
      return base.commit(changes, now);
    },
  };
  const origin = 'http://localhost:4100';
  const sandbox = createSandbox({ store, origin, now: () => real });
  // Rounded: taken from here until it is behind by the skew and half a second.
  const latest = Math.floor(real / 1000 + 0.5) + skew;
  const body = JSON.stringify(demo);
  const headers = { 'content-type': 'application/json', ...hmac(body, { 'x-timestamp': String(latest) }) };
  const url = `${origin}/default/signhub/api/v1/auth/token`;
  const answer = await sandbox.fetch(new Request(url, { method: 'POST', headers, body }));
  expect(answer.status).toBe(200);
  const nonce = saved.find((change) => 'put' in change && change.put[2] === 'nonce');
  expect(nonce && 'purge' in nonce && nonce.purge).toBeGreaterThan((latest + skew + 0.5) * 1000);
});
