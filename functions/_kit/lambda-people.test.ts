import type { Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import { defineContract } from '../../contracts/_contract.ts';
import { sampleEvent } from '../../test/rehearsal/sample-event.ts';
import { defineService } from './implement.ts';
import { lambdaHandler } from './lambda.ts';
import { loadCast, loadedCast } from './lambda-people.ts';
import { sqliteStore } from './sqlite.ts';
import { newWorkspace, workspaceKey } from './workspace.ts';

const operation = { errors: 'problem', fidelity: 'ours', title: { vi: 'Thử', en: 'Test' } } as const;
const contract = { name: 'echo', title: { vi: 'Vọng', en: 'Echo' }, faults: {} } as const;
const operations = { who: { ...operation, method: 'GET', path: '/who', answers: { 200: 'text' } } } as const;

const space = 'somewhere';

const who = defineService(defineContract({ ...contract, operations }), {
  who: (x) => ({ status: 200, body: x.deps.people.findBySlug('an')?.name.full ?? '', type: 'text/plain' }),
});

test('a route of a function that has just started finds the cast, which its start had not loaded', async () => {
  const store = sqliteStore(':memory:');
  await store.commit([{ put: workspaceKey(space), value: newWorkspace(space, Date.now()) }], 0);
  const handler = lambdaHandler(who, {
    deps: {
      store,
      people: loadedCast,
      loadPeople: loadCast,
      country: () => import('../../people/country/index.ts'),
      now: Date.now,
      random: (bytes) => new Uint8Array(bytes),
      fetch,
      local: false,
      log: { error: () => {}, warn: () => {} },
    },
    origin: 'https://a',
  });
  expect(() => loadedCast.findBySlug('an')).toThrow('before it is loaded');
  const event = sampleEvent({ rawPath: `/${space}/echo/who`, method: 'GET', headers: {} });
  const answer = await handler(event, { awsRequestId: 'r-1' } as Context);
  expect(answer).toMatchObject({ statusCode: 200, body: 'Nguyễn Văn An' });
});
