import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { ANOTHER, type Caller, carriers, configureCarriers } from './kit/carriers.ts';
import { messagesOf } from './kit/phone.ts';
import { jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Caller;

beforeEach(async () => {
  ws = await openWorkspace();
  portal = await carriers(ws);
});

const send = (to: string, more: object = {}) =>
  portal.post('/sms/messages', { to, from: 'CongDVC', text: 'Mã xác thực của bạn là 482915', ...more });

async function outcome(to: string) {
  const sent = await send(to);
  expect(sent).toMatchObject({ status: 202, body: { status: 'SENT', reason: null } });
  return (await portal.get(`/sms/messages/${sent.body.id}`)).body;
}

describe('a text message', () => {
  test('arrives on the phone of whoever has the number, with its code', async () => {
    expect(await outcome('+84950000101')).toMatchObject({
      to: '84950000101',
      from: 'CongDVC',
      status: 'DELIVERED',
      reason: null,
    });
    expect(await messagesOf(ws, 'an')).toMatchObject([{ from: 'CongDVC', code: '482915' }]);
  });

  test.each([
    ['a second SIM', '0950000223', 'phuc'],
    ['a SIM in somebody else’s name', '0950000118', 'duc'],
    ['a SIM that was not normalised', '0950000120', 'quan'],
    ['the SIM of a dead man', '0950000125', 'thinh'],
  ])('arrives on %s', async (_, to, person) => {
    expect(await outcome(to)).toMatchObject({ status: 'DELIVERED' });
    expect(await messagesOf(ws, person)).toHaveLength(1);
  });

  test.each([
    ['a suspended SIM', '0950000119', 'SUSPENDED', 'thao'],
    ['a cancelled SIM', '0950000121', 'CANCELLED', 'vinh'],
    ['a number of nobody', '0950000999', 'UNKNOWN_SUBSCRIBER', 'nhan'],
  ])('does not arrive on %s, and the carrier says why', async (_, to, reason, person) => {
    expect(await outcome(to)).toMatchObject({ status: 'UNDELIVERED', reason });
    expect(await messagesOf(ws, person)).toEqual([]);
  });

  test('does not arrive on a phone that is down', async () => {
    const rule = { system: 'phone', operation: 'receive', failure: 'down' };
    expect((await ws.control('/faults', jsonBody(rule))).status).toBe(201);
    expect(await outcome('0950000101')).toMatchObject({ status: 'UNDELIVERED', reason: 'PHONE_UNREACHABLE' });
  });

  test('is known to the account that sent it, and to no other', async () => {
    const { body } = await send('0950000101');
    await configureCarriers(ws, ({ accounts }) => ({
      accounts: accounts.flatMap((account) => [account, { ...account, ...ANOTHER.account }]),
    }));
    const other = await carriers(ws, {}, ANOTHER.client);
    expect(await other.get(`/sms/messages/${body.id}`)).toMatchObject({
      status: 404,
      body: { status: 404, code: 'NOT_FOUND' },
    });
    expect((await portal.get(`/sms/messages/${body.id}`)).status).toBe(200);
    expect((await portal.get('/sms/messages/%00')).status).toBe(404);
  });

  test.each([
    [{ from: '1414' }, 400, 'INVALID_ARGUMENT'],
    [{ from: 'Cổng DVC' }, 400, 'INVALID_ARGUMENT'],
    [{ from: 'TenThuongHieu' }, 400, 'INVALID_ARGUMENT'],
    [{ text: '' }, 400, 'INVALID_ARGUMENT'],
    [{ to: '1414' }, 400, 'INVALID_ARGUMENT'],
    [{ to: '0123456789' }, 422, 'SERVICE_NOT_APPLICABLE'],
  ])('with %j is refused', async (more, status, code) => {
    expect(await send('0950000101', more)).toMatchObject({ status, body: { status, code } });
    expect(await messagesOf(ws, 'an')).toEqual([]);
  });
});
