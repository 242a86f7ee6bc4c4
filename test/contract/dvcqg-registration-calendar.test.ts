import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { codeOn } from './kit/phone.ts';
import { ask, begun, mai, register, step } from './kit/registration.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
});

/** Sets the token clock to a moment in Viet Nam or less than a second later, the calendar following it. */
const liveAt = (moment: string) => {
  const offset = Math.ceil((Date.parse(`${moment}+07:00`) - Date.now()) / 1000);
  return ws.configure({ calendar: null, clockOffsetSeconds: offset });
};

const citizen = { method: 'usb', person: 'mai' };
const enterprise = { method: 'usb', kind: 'enterprise', person: 'khanh' };
const agency = { method: 'usb', kind: 'agency', person: 'ngoc' };

describe('the law closes the old ways at midnight in Viet Nam', () => {
  test.each([
    ['a citizen', citizen, '2024-06-14T23:59:50', 201, undefined],
    ['a citizen', citizen, '2024-06-15T00:00:00', 403, 'only_vneid'],
    ['an enterprise', enterprise, '2025-06-30T23:59:50', 201, undefined],
    ['an enterprise', enterprise, '2025-07-01T00:00:00', 403, 'own_identity_only'],
    ['an enterprise after citizens lost theirs', enterprise, '2024-06-15T00:00:00', 201, undefined],
    ['an agency', agency, '2026-01-01T00:00:00', 201, undefined],
  ])('%s registers %j at %s: %d', async (_, body, moment, status, code) => {
    await liveAt(moment);
    expect(await register(ws, body)).toMatchObject({ status, ...(code && { body: { code } }) });
  });

  test.each([
    [citizen, '2024-06-14', 201],
    [citizen, '2024-06-15', 403],
    [enterprise, '2025-06-30', 201],
    [enterprise, '2025-07-01', 403],
  ])('%j by the calendar %s: %d', async (body, calendar, status) => {
    await ws.configure({ calendar });
    expect(await register(ws, body)).toMatchObject({ status });
  });

  test('and the refusal names the day and the document', async () => {
    await ws.configure({ calendar: '2024-06-15' });
    const { body } = await register(ws, { method: 'mobile', ...mai });
    expect(body.detail).toContain('2024-06-15');
    expect(body.detail).toContain('3701/VPCP-KSTT');
  });

  test('in the middle of a registration too: what began on the last day is not finished on the next', async () => {
    await liveAt('2024-06-14T23:59:00');
    const { id } = await begun(ws, { method: 'mobile', ...mai });
    await step(ws, id, 'code', { code: await codeOn(ws, 'mai') });
    await liveAt('2024-06-15T00:00:00');
    expect(await step(ws, id, 'password', { password: 'Aa@123456' })).toMatchObject({
      status: 403,
      body: { code: 'only_vneid' },
    });
  });
});

test('the list of ways says who may use which today, and until when', async () => {
  const told = async () => {
    const { body } = await ask(ws, '/registration-ways');
    const { ways } = body as unknown as {
      ways: { method: string; kinds: { kind: string; open: boolean; closes: string | null }[] }[];
    };
    return ways.find(({ method }) => method === 'usb')?.kinds;
  };
  await ws.configure({ calendar: '2024-06-15' });
  expect(await told()).toMatchObject([
    { kind: 'citizen', open: false, closes: '2024-06-15' },
    { kind: 'enterprise', open: true, closes: '2025-07-01' },
    { kind: 'agency', open: true, closes: null },
  ]);
});
