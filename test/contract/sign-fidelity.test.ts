import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { mysign, post } from './kit/mysign.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

interface Fidelity {
  parts: Record<string, { fidelity: string; note: { vi: string; en: string } }>;
}

test.each([
  ['ca769', 'authorities', 'L', /FPT/],
  ['ca769', 'limits', 'ours', /100/],
  ['ca769', 'timestamp_signature', 'L', /not known/],
  ['smartca', 'codes of sp769', 'L', /ours/],
  ['smartca', 'limits', 'M', /sp769/],
  ['mysign', 'older CSC v1 surface', 'unverified', /paths alone are known/],
  ['csc', 'inVietnam', 'unverified', /version 2/],
  ['signhub', 'X-Request-Id', 'L', /not known/],
  ['simpki', 'other status codes', 'unverified', /101 to 109, 208/],
  ['simpki', 'success 408', 'unverified', /500 or 502/],
  ['usbtoken', 'VGCA SignFiles', 'L', /inferred/],
  ['usbtoken', 'VNPT replies', 'L', /setLicenseKey/],
  ['usbtoken', 'other plug-ins', 'unverified', /BkavCA/],
])('%s says how sure it is of %s', async (system, part, fidelity, note) => {
  const answer = await ws.fetch(`${ws.origin}/${ws.id}/${system}/fidelity.json`);
  const told = ((await answer.json()) as Fidelity).parts[part];
  expect(told).toMatchObject({ fidelity, note: { vi: expect.any(String), en: expect.stringMatching(note) } });
});

describe('the older surface of MySign', () => {
  test.each([
    '/adss/service/ras/csc/v1/credentials/list',
    '/vtss/service/ras/csc/v1/credentials/info',
    '/vtss/service/ras/csc/v1/credentials/authorize',
    '/vtss/service/ras/csc/v1/signatures/signHash',
    '/vtss/service/ras/v1/authenticate',
  ])('%s is refused as a path that there is not, with a token too', async (path) => {
    const { headers } = await mysign(ws);
    const { status, body } = await post(ws, path, {}, headers);
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'unknown_path', detail: `mysign has no ${path}` });
    expect(body.cure).toMatch(/đặc tả API/);
  });
});
