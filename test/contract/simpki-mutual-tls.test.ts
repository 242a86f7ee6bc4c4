import { beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { AN, messageOf, post, refusalOf, responseOf, statusIn, user } from './kit/simpki.ts';

// None of these fronts sees client certificates; test/cli/mutual-tls.test.ts has one that does.

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace({ simpki: { clientCertificates: 'required' } });
});

const ask = (message: object = {}) =>
  post(ws, 'MSS_Registration', messageOf('MSS_Registration', { content: user(AN), ...message }));

test('where client certificates are required, an address that sees none refuses, and says so', async () => {
  const answer = await ask();
  expect(await answer.clone().text()).toContain('this address cannot see any');
  expect(await refusalOf(answer)).toEqual({ code: '104', name: 'UNAUTHORIZED_ACCESS', by: 'Sender' });
});

test('a wrong password is told before the certificate is looked at', async () => {
  expect(await (await ask({ password: 'sai' })).text()).toContain('AP_PWD is wrong');
});

test.each(['dvcqg', 'reference-portal', 'bocongan'])(
  "the sandbox's own portal %s, whose calls nothing tells from another AP's, needs none",
  async (portal) => {
    const answer = await ask({ apId: `http://ap.mobile-id.vn/${portal}`, password: `${portal}-secret` });
    expect(statusIn(await responseOf(answer, 'MSS_Registration'))).toBe('408');
  },
);

const fileFor = (password: string) =>
  ws.fetch(`${ws.origin}/${ws.id}/simpki/app/client-certificate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      AP_ID: 'http://ap.mobile-id.vn/demo-portal',
      AP_PWD: password,
      password: 'mat-khau-tep',
    }),
  });

test('an AP gets its certificate by its password alone, and nothing of it stays in the journal', async () => {
  expect((await fileFor('sai')).status).toBe(401);
  const file = await fileFor('demo-portal-secret');
  expect(file.headers.get('content-type')).toBe('application/x-pkcs12');
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(bytes.subarray(0, 2).toString('hex')).toBe('3082');
  const journal = await (await ws.control('/journal?limit=5')).text();
  expect(journal).toContain('clientCertificate');
  for (const secret of ['mat-khau-tep', 'demo-portal-secret', bytes.toString('base64').slice(0, 40)])
    expect(journal).not.toContain(secret);
});
