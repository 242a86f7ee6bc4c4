import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { ANOTHER, type Caller, configurePost, vnpost } from './kit/carriers.ts';

let ws: TestWorkspace;
let portal: Caller;

beforeEach(async () => {
  ws = await openWorkspace();
  portal = await vnpost(ws);
});

const order = {
  CustomerCode: 'CQ0990001',
  OrderNumber: '000.00.01.H99-261122-0001',
  SenderName: 'Bộ phận Một cửa (thử nghiệm)',
  SenderTel: '0950000116',
  SenderAddress: 'Phố 10',
  SenderProvince: '38',
  ReceiverName: 'Nguyễn Văn An',
  ReceiverTel: '0950000101',
  ReceiverAddress: 'Tổ dân phố số 5',
  ReceiverProvince: '01',
};

const send = (changes: object = {}) => portal.post('/orders', { ...order, ...changes });
const state = async (number = order.OrderNumber) => portal.get(`/orders/${encodeURIComponent(number)}`);
const HOUR = 3600;

describe('a dossier', () => {
  test('is accepted, and goes its way by the token clock', async () => {
    expect(await send()).toMatchObject({ status: 200, body: { Status: '1', Message: expect.any(String) } });
    const states: string[] = [];
    for (const hours of [0, 0.75, 1.25, 47, 49]) {
      await ws.configure({ clockOffsetSeconds: hours * HOUR });
      portal = await vnpost(ws);
      const { body } = await state();
      expect(body).toMatchObject({ OrderNumber: order.OrderNumber, CustomerCode: order.CustomerCode });
      states.push(body.State ?? '');
    }
    expect(states).toEqual(['received', 'received', 'collected', 'collected', 'delivered']);
  });

  test('with an order number of before is refused', async () => {
    await send();
    expect(await send({ ReceiverName: 'Trần Thị Mai' })).toMatchObject({
      status: 409,
      body: { Status: '0', Code: 'duplicate_order' },
    });
    expect((await send({ OrderNumber: 'H99-2' })).status).toBe(200);
  });

  test('sent many times at once is accepted exactly once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
  });

  test('of another agency has a number and a state of its own', async () => {
    await send();
    await configurePost(ws, ({ accounts }) => ({
      accounts: [...accounts, { ...ANOTHER.account, customerCode: 'CQ0990002' }],
    }));
    const other = await vnpost(ws, ANOTHER.client);
    expect((await other.get(`/orders/${order.OrderNumber}`)).status).toBe(404);
    expect((await other.post('/orders', order)).body).toMatchObject({ Code: 'foreign_customer_code' });
    expect((await other.post('/orders', { ...order, CustomerCode: 'CQ0990002' })).status).toBe(200);
  });

  test.each([
    ['ReceiverName', undefined, 400],
    ['SenderTel', '', 400],
    ['OrderNumber', 'có dấu', 400],
    ['CODAmount', -1, 400],
    ['CODAmount', '0', 400],
    ['CustomerCode', 'CQ0990009', 403],
    ['Receiver', 'An', 400],
  ])('whose %s is %j is refused', async (field, value, status) => {
    const answer = await send({ [field]: value });
    expect(answer).toMatchObject({ status, body: { Status: '0' } });
    expect(answer.body.Message).toMatch(/ \/ /);
  });

  test('that was never sent has no state', async () => {
    expect(await state('H99-khong-co')).toMatchObject({
      status: 404,
      body: { Status: '0', Code: 'not_found' },
    });
    expect((await portal.get('/orders/%00')).status).toBe(404);
  });
});
