import type { OrderRequest } from '../../contracts/_post/data.ts';
import type { Text } from '../../contracts/index.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import { kind } from '../_kit/store.ts';
import { callerOf } from './caller.ts';
import { stateOf } from './domain.ts';

const orders = kind<{ at: number }>(
  'post',
  'order',
  'id: SHA-256 of customer code and order number. When a dossier was handed over (token clock); nothing of who sends or receives it. 90 days.',
);

/** A dossier's number has many digits, and looks like somebody's personal number often enough. */
const idOf = (customer: string, number: string): string => digest(`${customer},${number}`);

const QUARTER = 90 * 24 * 3600;

/** Of two with one number, in parallel or years apart within the quarter, one is accepted. */
export async function order(x: Exchange<OrderRequest>) {
  const { customerCode } = await callerOf(x);
  const { CustomerCode, OrderNumber } = x.input;
  if (CustomerCode !== customerCode)
    throw new Fault('foreign_customer_code', `this account sends as ${customerCode}`);
  const id = idOf(CustomerCode, OrderNumber);
  if (await x.read(orders, id)) throw new Fault('duplicate_order', `${OrderNumber} was sent before`);
  const change = x.put(orders, id, { at: x.clock.now }, { lifetime: QUARTER, if: 'absent' });
  return json(
    { Status: '1', Message: 'Đã nhận đơn chuyển phát / The order is accepted' },
    { changes: [change] },
  );
}

const messages: Readonly<Record<ReturnType<typeof stateOf>['state'], Text>> = {
  received: { vi: 'Đã nhận đơn', en: 'The order is received' },
  collected: { vi: 'Đã lấy hồ sơ, đang chuyển', en: 'Collected, on its way' },
  delivered: { vi: 'Đã phát thành công', en: 'Delivered' },
};

export async function orderState(x: Exchange) {
  const { customerCode } = await callerOf(x);
  const OrderNumber = x.params.orderNumber ?? '';
  const found = (await x.read(orders, idOf(customerCode, OrderNumber)))?.value;
  if (!found) throw new Fault('not_found', 'this account sent no such order');
  const { state, since } = stateOf(found.at, x.clock.now);
  const { vi, en } = messages[state];
  return json({
    Status: '1',
    Message: `${vi} / ${en}`,
    CustomerCode: customerCode,
    OrderNumber,
    State: state,
    UpdatedAt: new Date(since).toISOString(),
  });
}
