import type { SmsRequest } from '../../contracts/_telecom/messages.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { journalId as timeSortableId } from '../_kit/journal.ts';
import { kind } from '../_kit/store.ts';
import { callerOf } from './account.ts';
import { deliver } from './deliver.ts';
import { undeliverable } from './domain.ts';
import { international, isMobileNumber } from './numbers.ts';
import { subscriberOf } from './subscribers.ts';

interface Sms {
  client: string;
  to: string;
  from: string;
  status: 'SENT' | 'DELIVERED' | 'UNDELIVERED';
  reason: 'UNKNOWN_SUBSCRIBER' | 'SUSPENDED' | 'CANCELLED' | 'PHONE_UNREACHABLE' | null;
  /** Epoch milliseconds of the token clock. */
  at: number;
}

const messages = kind<Sms>(
  'telecom',
  'sms',
  'id: time-sortable. What became of a text message; its text is only on the phone. 7 days.',
);

const WEEK = 7 * 24 * 3600;

const onWire = (id: string, { client: _, at, ...sms }: Sms) => ({
  id,
  ...sms,
  at: new Date(at).toISOString(),
});

/** Takes the message; what became of it is asked for afterwards, as with a real carrier. */
export async function send(x: Exchange<SmsRequest>) {
  const { clientId } = await callerOf(x, 'sms:send');
  const { to, from, text } = x.input;
  const subscriber = await subscriberOf(x, to);
  if (!subscriber && !isMobileNumber(to))
    throw new Fault('service_not_applicable', 'no carrier has this prefix');
  const id = timeSortableId(x.clock.real, x.deps.random);
  const sent: Sms = {
    client: clientId,
    to: international(to),
    from,
    status: 'SENT',
    reason: null,
    at: x.clock.now,
  };
  const arrive = async () => {
    const obstacle = undeliverable(subscriber?.sim);
    const arrived = !obstacle && subscriber && (await deliver(x, subscriber.person.slug, { from, text }));
    const outcome: Sms = arrived
      ? { ...sent, status: 'DELIVERED' }
      : { ...sent, status: 'UNDELIVERED', reason: obstacle ?? 'PHONE_UNREACHABLE' };
    await x.deps.store.commit([x.put(messages, id, outcome, { lifetime: WEEK })], x.clock.now);
  };
  const changes = [x.put(messages, id, sent, { lifetime: WEEK })];
  return json(onWire(id, sent), { status: 202, changes, after: arrive });
}

export async function delivery(x: Exchange) {
  const { clientId } = await callerOf(x, 'sms:send');
  const id = x.params.id ?? '';
  const sms = (await x.read(messages, id))?.value;
  if (sms?.client !== clientId) throw new Fault('not_found', 'this account sent no such message');
  return json(onWire(id, sms));
}
